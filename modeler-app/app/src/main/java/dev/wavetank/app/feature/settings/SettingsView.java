package dev.wavetank.app.feature.settings;

import dev.wavetank.app.i18n.Language;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.theme.ThemeChoice;
import dev.wavetank.app.workbench.LayoutModel;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// All settings at one glance. Each counts at once, but for the language, which counts from the next start on.
public final class SettingsView extends VBox {
    private static final double WORDS = 130;
    private static final double CHOICE = 240;

    private final Messages messages;
    private final GridPane rows = new GridPane(16, 10);

    public SettingsView(Messages messages, LayoutModel layout, Runnable keys) {
        this.messages = messages;
        setId("settings");
        getStyleClass().addAll("panel-body", "settings");
        row("language", choice("language", "settings.language.", Language.values(), layout.languageProperty()));
        rows.add(laterOn(layout.languageProperty()), 1, rows.getRowCount());
        row("theme", choice("theme", "settings.theme.", ThemeChoice.values(), layout.themeProperty()));
        row("sheet", check("view.grid", layout.gridProperty()));
        row("", check("view.snap", layout.snapProperty()));
        row("", check("view.jumps", layout.jumpsProperty()));
        row("", check("view.minimap", layout.minimapProperty()));
        row("start", check("settings.restore", layout.restoreProperty()));
        row("keys", keys(keys));
        getChildren().add(rows);
    }

    private void row(String id, Node control) {
        int at = rows.getRowCount();
        if (!id.isEmpty()) {
            var words = new Label(messages.text("settings." + id));
            words.setMinWidth(WORDS);
            words.setLabelFor(control);
            rows.add(words, 0, at);
        }
        rows.add(control, 1, at);
    }

    private <T extends Enum<T>> ChoiceBox<T> choice(String id, String words, T[] values, ObjectProperty<T> chosen) {
        var box = new ChoiceBox<>(FXCollections.observableArrayList(Arrays.asList(values)));
        box.setId("settings-" + id);
        box.setPrefWidth(CHOICE);
        box.setAccessibleText(messages.text("settings." + id));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return messages.text(words + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("a choice box is not typed into");
            }
        });
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    /// Said as soon as another language is chosen than the one in use.
    private Label laterOn(ObjectProperty<Language> language) {
        Language first = language.get();
        var note = new Label(messages.text("settings.language.later"));
        note.setId("settings-language-later");
        note.getStyleClass().addAll("hint", "small");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.visibleProperty().bind(language.isNotEqualTo(first));
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private CheckBox check(String key, BooleanProperty value) {
        var box = new CheckBox(messages.text(key.startsWith("settings.") ? key : "command." + key.replace('.', '-')));
        box.setId(key.replace('.', '-'));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private Button keys(Runnable open) {
        var button = new Button(messages.text("command.edit-keyMap"));
        button.setId("settings-keys");
        button.setOnAction(_ -> open.run());
        return button;
    }
}
