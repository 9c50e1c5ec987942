package dev.wavetank.app.menu;

import dev.wavetank.app.i18n.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the menu of elements shows. Without a text it can be browsed: what was used last, then every group under
/// its heading. With one it is a list of what answers to it, the best first.
public final class ElementMenuModel {
    /// That many of the last used stand at the top.
    private static final int LAST_USED = 4;

    private final Messages messages;
    private final LastUsed lastUsed;
    private final StringProperty sought = new SimpleStringProperty("");
    private final ObservableList<MenuRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty at = new SimpleIntegerProperty(-1);
    private List<MenuEntry> entries = List.of();

    public ElementMenuModel(Messages messages, LastUsed lastUsed) {
        this.messages = messages;
        this.lastUsed = lastUsed;
        sought.subscribe(this::filter);
    }

    /// Offers other entries, all of them.
    public void offer(List<MenuEntry> offered) {
        entries = List.copyOf(offered);
        if (sought.get().isEmpty()) {
            filter("");
        } else {
            sought.set("");
        }
    }

    public StringProperty soughtProperty() {
        return sought;
    }

    public ObservableList<MenuRow> rows() {
        return rows;
    }

    /// The row that Enter chooses; -1 if there is none.
    public IntegerProperty atProperty() {
        return at;
    }

    public Optional<MenuEntry> chosen() {
        int row = at.get();
        return row >= 0 && row < rows.size() && rows.get(row) instanceof MenuRow.Choice(MenuEntry entry)
                ? Optional.of(entry)
                : Optional.empty();
    }

    /// Remembers that it was used.
    public void use(MenuEntry entry) {
        lastUsed.use(entry.id());
    }

    /// Goes down, or up if negative; headings are passed over, and after the last comes the first.
    public void move(int steps) {
        List<Integer> choices = choices();
        if (!choices.isEmpty()) {
            int now = Math.max(0, choices.indexOf(at.get()));
            at.set(choices.get(Math.floorMod(now + steps, choices.size())));
        }
    }

    /// Goes to the first entry of the next group, or of the one before.
    public void moveGroup(int steps) {
        List<Integer> starts = IntStream.range(1, rows.size())
                .filter(row -> rows.get(row) instanceof MenuRow.Choice && rows.get(row - 1) instanceof MenuRow.Heading)
                .boxed()
                .toList();
        if (starts.isEmpty()) {
            move(steps * 8);
            return;
        }
        int group = 0;
        for (int i = 0; i < starts.size(); i++) {
            group = starts.get(i) <= at.get() ? i : group;
        }
        at.set(starts.get(Math.floorMod(group + steps, starts.size())));
    }

    private List<Integer> choices() {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row) instanceof MenuRow.Choice)
                .boxed()
                .toList();
    }

    private void filter(String text) {
        at.set(-1); // the first row is another one, even if it is chosen again
        rows.setAll(text.isBlank() ? browsed() : found(text));
        at.set(choices().stream().findFirst().orElse(-1));
    }

    private List<MenuRow> found(String text) {
        record Hit(MenuEntry entry, int distance) {}
        return entries.stream()
                .map(entry -> new Hit(entry, entry.distance(text)))
                .filter(hit -> hit.distance < 100)
                .sorted(Comparator.comparingInt(Hit::distance))
                .<MenuRow>map(hit -> new MenuRow.Choice(hit.entry))
                .toList();
    }

    private List<MenuRow> browsed() {
        List<MenuRow> all = new ArrayList<>();
        List<MenuEntry> recent = lastUsed.ids().stream()
                .flatMap(id -> entries.stream().filter(entry -> entry.id().equals(id)))
                .limit(LAST_USED)
                .toList();
        if (!recent.isEmpty()) {
            add(all, messages.text("menu.lastUsed"), recent);
        }
        Map<String, List<MenuEntry>> groups = new LinkedHashMap<>();
        entries.forEach(entry ->
                groups.computeIfAbsent(entry.category(), _ -> new ArrayList<>()).add(entry));
        groups.forEach((heading, group) -> add(all, heading, group));
        return all;
    }

    private static void add(List<MenuRow> all, String heading, List<MenuEntry> group) {
        all.add(new MenuRow.Heading(heading));
        group.forEach(entry -> all.add(new MenuRow.Choice(entry)));
    }
}
