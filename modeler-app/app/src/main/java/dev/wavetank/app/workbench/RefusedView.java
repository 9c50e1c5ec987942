package dev.wavetank.app.workbench;

import dev.wavetank.app.document.RefusedFile;
import dev.wavetank.app.i18n.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Stands in the tab of a file that could not be opened: which one, why, and what can be done.
public final class RefusedView extends VBox {
    public RefusedView(Messages messages, RefusedFile file, Runnable retry) {
        getStyleClass().add("refused");
        setId("refused");
        var headline = new Label(
                messages.text("refused.headline", String.valueOf(file.path().getFileName())));
        headline.getStyleClass().add("headline");
        var sentence = new Label(file.sentence());
        sentence.setId("refused-sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(640);
        sentence.setTextAlignment(TextAlignment.CENTER);
        var path = new Label(file.path().toString());
        path.getStyleClass().add("hint");
        var again = new Button(messages.text("refused.retry"));
        again.setId("refused-retry");
        again.setOnAction(_ -> retry.run());
        getChildren().addAll(new FontIcon(Material2OutlinedAL.ERROR_OUTLINE), headline, sentence, path, again);
    }
}
