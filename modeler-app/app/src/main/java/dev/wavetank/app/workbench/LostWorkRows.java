package dev.wavetank.app.workbench;

import dev.wavetank.app.document.LostWork;
import dev.wavetank.app.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What a crash left behind, a row each, with what is to become of it. Where the file was changed since, both
/// versions are offered.
final class LostWorkRows extends VBox {
    private final Messages messages;
    private final List<ChoiceBox<LostWork.Choice>> choices = new ArrayList<>();

    LostWorkRows(Messages messages, List<LostWork> lost) {
        super(12);
        this.messages = messages;
        setId("lost-work");
        getStyleClass().add("lost-work");
        setPrefWidth(620);
        lost.forEach(this::add);
    }

    private void add(LostWork lost) {
        var name = new Label(lost.origin()
                .map(file -> String.valueOf(file.getFileName()))
                .orElse(messages.text("document.recovered")));
        name.getStyleClass().add("panel-title");
        var about = new Label(
                lost.changed()
                        ? messages.text("recovery.changed")
                        : lost.origin().map(String::valueOf).orElse(messages.text("recovery.unsaved")));
        about.getStyleClass().addAll("hint", "small");
        about.setWrapText(true);
        var words = new VBox(2, name, about);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var choice = new ChoiceBox<LostWork.Choice>();
        choice.getItems().add(LostWork.Choice.RESTORE);
        if (lost.origin().isPresent()) {
            choice.getItems().add(LostWork.Choice.BOTH);
        }
        choice.getItems().add(LostWork.Choice.DROP);
        choice.setConverter(new Words());
        choice.setValue(lost.changed() ? LostWork.Choice.BOTH : LostWork.Choice.RESTORE);
        choice.setAccessibleText(name.getText());
        choice.setMinWidth(USE_PREF_SIZE);
        choices.add(choice);
        getChildren().add(new HBox(16, words, choice));
    }

    List<LostWork.Choice> choices() {
        return choices.stream().map(ChoiceBox::getValue).toList();
    }

    private final class Words extends StringConverter<LostWork.Choice> {
        @Override
        public String toString(LostWork.Choice choice) {
            return switch (choice) {
                case RESTORE -> messages.text("recovery.choice.restore");
                case BOTH -> messages.text("recovery.choice.both");
                case DROP -> messages.text("recovery.choice.drop");
            };
        }

        @Override
        public LostWork.Choice fromString(String text) {
            throw new UnsupportedOperationException("choices are chosen, not typed");
        }
    }
}
