package dev.wavetank.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A Markdown table.
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... columns) {
        row((Object[]) columns);
        lines.add("|" + "---|".repeat(columns.length));
    }

    Table row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) line.append(' ').append(cell).append(" |");
        lines.add(line.toString());
        return this;
    }

    void print(String title) {
        System.out.println("\n### " + title + "\n");
        lines.forEach(System.out::println);
        System.out.flush();
    }

    /// Three figures that matter.
    static String number(double value) {
        if (Double.isNaN(value)) return "-";
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
