package dev.wavetank.app.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.SplitPane;

/// Remembers where the user left the dividers of named split panes, also while a side is hidden.
final class SplitMemory {
    private final Map<String, Double> positions;

    SplitMemory(Map<String, Double> remembered) {
        positions = new LinkedHashMap<>(remembered);
    }

    /// Applies the remembered position of divider 0, or `usual` the first time, and follows it from now on. A
    /// split pane moves its dividers in its first layout, so the position is set again, and heard, only after
    /// that.
    void follow(SplitPane pane, String name, double usual) {
        double wanted = positions.getOrDefault(name, usual);
        pane.setDividerPositions(wanted);
        Platform.runLater(() -> Platform.runLater(() -> {
            if (pane.getDividers().isEmpty()) {
                return;
            }
            pane.setDividerPositions(wanted);
            pane.getDividers()
                    .getFirst()
                    .positionProperty()
                    .addListener((_, _, position) -> positions.put(name, position.doubleValue()));
        }));
    }

    Map<String, Double> positions() {
        return Map.copyOf(positions);
    }
}
