package dev.wavetank.app.feature.properties;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.TabLeaves;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The control of one field. Text is written when Enter is pressed or the field is left; Escape brings the old
/// value back.
final class FieldEditor {
    private final Messages messages;
    private final PropertiesViewModel model;
    private final Field field;
    private final Node node;
    private final Runnable refresh;

    FieldEditor(Messages messages, PropertiesViewModel model, Field field) {
        this.messages = messages;
        this.model = model;
        this.field = field;
        if (field.shape().isFlag()) {
            var box = new CheckBox(words());
            box.setId(nodeId());
            box.setOnAction(_ -> model.turn(field, box.isSelected()));
            node = box;
            refresh = () -> box.setSelected(model.isOn(field));
        } else {
            TextInputControl input = input();
            var caption = new Label(words());
            caption.getStyleClass().add("property-label");
            caption.setLabelFor(input);
            node = new VBox(3, caption, input);
            refresh = () -> {
                String value = model.value(field);
                if (!value.equals(input.getText())) {
                    input.setText(value);
                }
            };
        }
    }

    private TextInputControl input() {
        boolean lines = field.shape() == Field.Shape.TEXT;
        TextInputControl input = lines ? new TextArea() : new TextField();
        if (input instanceof TextArea area) {
            area.setPrefRowCount(3);
            area.setWrapText(true);
            TabLeaves.from(area);
        }
        input.setId(nodeId());
        input.setAccessibleText(words());
        input.setEditable(!(field.binding() instanceof Field.Binding.Id));
        input.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                model.set(field, input.getText());
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && (!lines || event.isShortcutDown())) {
                model.set(field, input.getText());
            } else if (event.getCode() == KeyCode.ESCAPE) {
                input.setText(model.value(field));
            }
        });
        return input;
    }

    /// The field's words; one that only the file knows is called what the file calls it.
    private String words() {
        String key = "property." + field.key().replace(':', '-');
        return messages.has(key) ? messages.text(key) : field.key().replaceFirst("^field:", "");
    }

    private String nodeId() {
        return "property-" + field.key().replace(':', '-');
    }

    Node node() {
        return node;
    }

    void refresh() {
        refresh.run();
    }
}
