package dev.wavetank.app.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The entries that were chosen last, the latest first.
public final class LastUsed {
    private static final int KEPT = 12;

    private final List<String> ids;
    private final Consumer<List<String>> keep;

    /// @param keep remembers them for the next start
    public LastUsed(List<String> before, Consumer<List<String>> keep) {
        this.ids = new ArrayList<>(before);
        this.keep = keep;
    }

    public List<String> ids() {
        return List.copyOf(ids);
    }

    public void use(String id) {
        ids.remove(id);
        ids.addFirst(id);
        while (ids.size() > KEPT) {
            ids.removeLast();
        }
        keep.accept(ids());
    }
}
