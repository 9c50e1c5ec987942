package dev.wavetank.app.feature.cluster;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// A line of the event feed: when, how grave, what.
final class FeedCell extends ListCell<FeedEntry> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    /// A cell with no wish of its own is as wide as the list, so that the sentence wraps.
    FeedCell() {
        setPrefWidth(0);
        setWrapText(true);
    }

    @Override
    protected void updateItem(@Nullable FeedEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        setText(TIME.format(entry.at()) + "   " + entry.sentence());
        var icon = switch (entry.tone()) {
            case PLAIN -> new FontIcon(Material2OutlinedAL.INFO);
            case GOOD -> new FontIcon(Material2OutlinedAL.CHECK_CIRCLE);
            case BAD -> new FontIcon(Material2AL.ERROR);
        };
        icon.getStyleClass().add(entry.tone() == FeedEntry.Tone.BAD ? "severity-error" : "severity-info");
        icon.setIconSize(14);
        setGraphic(icon);
    }
}
