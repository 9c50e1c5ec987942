package dev.wavetank.app.feature.cluster;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// A line of the event feed: when, how grave, what.
final class FeedCell extends ListCell<FeedEntry> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    /// An engine's own words about a failure can fill the panel; beyond this the tooltip has the rest.
    private static final int LONGEST = 160;

    private final Tooltip whole = new Tooltip();

    /// A cell with no wish of its own is as wide as the list, so that the sentence wraps.
    FeedCell() {
        setPrefWidth(0);
        setWrapText(true);
        whole.setWrapText(true);
        whole.setMaxWidth(560);
    }

    @Override
    protected void updateItem(@Nullable FeedEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setText(null);
            setTooltip(null);
            setGraphic(null);
            return;
        }
        String sentence = entry.sentence();
        boolean cut = sentence.length() > LONGEST;
        setText(TIME.format(entry.at()) + "   " + (cut ? sentence.substring(0, LONGEST) + "…" : sentence));
        whole.setText(sentence);
        setTooltip(cut ? whole : null);
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
