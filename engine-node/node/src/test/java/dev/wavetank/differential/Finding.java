package dev.wavetank.differential;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A place where the two answers to a call differ.
///
/// @param place `status` (`failure` where stock fails and we refuse), `media`, or a pointer into the body with `*` for
/// each index
record Finding(String call, String place, String stock, String ours) {
    /// Errors are told in different documents, on purpose, so only their status is compared.
    static List<Finding> between(Side.Answer stock, Side.Answer ours) {
        List<Finding> found = new ArrayList<>();
        if (stock.status() != ours.status()) {
            boolean failed = stock.status() >= 500 && ours.status() >= 400 && ours.status() < 500;
            found.add(new Finding(
                    stock.call(),
                    failed ? "failure" : "status",
                    stock.status() + " " + stock.body(),
                    ours.status() + " " + ours.body()));
        } else if (stock.status() < 400) {
            if (!stock.media().equals(ours.media())) {
                found.add(new Finding(stock.call(), "media", stock.media(), ours.media()));
            }
            compare(stock.call(), "", stock.body(), ours.body(), found);
        }
        return found;
    }

    private static void compare(String call, String place, JsonNode stock, JsonNode ours, List<Finding> found) {
        if (stock.isObject() && ours.isObject()) {
            Set<String> names = new TreeSet<>();
            stock.fieldNames().forEachRemaining(names::add);
            ours.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(call, place + "/" + name, stock.path(name), ours.path(name), found));
        } else if (stock.isArray() && ours.isArray() && stock.size() == ours.size()) {
            for (int i = 0; i < stock.size(); i++) compare(call, place + "/*", stock.get(i), ours.get(i), found);
        } else if (!stock.equals(ours)) {
            found.add(new Finding(call, place, shown(stock), shown(ours)));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    /// The same thing at another call: one of them is enough to tell.
    boolean resembles(Finding other) {
        return place.startsWith("/")
                && place.equals(other.place)
                && stock.equals(other.stock)
                && ours.equals(other.ours);
    }

    @Override
    public String toString() {
        return call + "\n  at " + place + "\n    stock: " + stock + "\n    ours:  " + ours;
    }
}
