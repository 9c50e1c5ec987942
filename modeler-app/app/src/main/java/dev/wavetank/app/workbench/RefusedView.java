package dev.wavetank.app.workbench;

import dev.wavetank.app.document.RefusedFile;
import dev.wavetank.app.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Stands in the tab of a file that could not be opened: which one, why, and what can be done.
public final class RefusedView extends VBox {
    /// What can be done about it.
    public interface Ways {
        void tryAgain();

        /// Shows the text of the file as it is.
        void showText();

        /// Opens the file in the program that the system has for it.
        void openElsewhere();
    }

    public RefusedView(Messages messages, RefusedFile file, Ways ways) {
        getStyleClass().add("refused");
        setId("refused");
        var headline = new Label(
                messages.text("refused.headline", String.valueOf(file.path().getFileName())));
        headline.getStyleClass().add("headline");
        Label sentence = wrapped(file.sentence());
        sentence.setId("refused-sentence");
        Label next = wrapped(file.next());
        next.setId("refused-next");
        var path = new Label(file.path().toString());
        path.getStyleClass().add("hint");
        Button again = button(messages.text("refused.retry"), "refused-retry", ways::tryAgain);
        String words = file.line().isPresent()
                ? messages.text("refused.textAt", file.line().getAsInt())
                : messages.text("refused.text");
        Button text = button(words, "refused-text", ways::showText);
        Button elsewhere = button(messages.text("source.program"), "refused-program", ways::openElsewhere);
        var buttons = new HBox(8, again);
        if (file.isText()) {
            buttons.getChildren().setAll(text, elsewhere, again);
            text.setDefaultButton(true);
        }
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(new FontIcon(Material2OutlinedAL.ERROR_OUTLINE), headline, sentence, next, path, buttons);
    }

    private static Label wrapped(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(640);
        label.setMinHeight(USE_PREF_SIZE);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }

    private static Button button(String words, String id, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
