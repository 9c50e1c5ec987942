package dev.wavetank.app.feature.properties;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.BpmnElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The properties panel: groups of fields. While the same fields are shown only their values change, so that
/// typing is never interrupted by what it causes.
public final class PropertiesView extends BorderPane {
    /// There is no element whose name the headline could be.
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("empty");

    private final Messages messages;
    private final PropertiesViewModel model;
    private final VBox groups = new VBox();
    private final Label headline = new Label();
    private List<Field> shown = List.of();
    private List<FieldEditor> editors = List.of();

    public PropertiesView(Messages messages, PropertiesViewModel model) {
        this.messages = messages;
        this.model = model;
        setId("properties");
        headline.getStyleClass().add("panel-title");
        headline.setWrapText(true);
        var top = new VBox(headline);
        top.getStyleClass().add("panel-body");
        setTop(top);
        var scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        model.fieldsProperty().subscribe(_ -> refresh());
        model.subjectProperty().subscribe(_ -> refresh());
        model.selectedProperty().subscribe(_ -> refresh());
    }

    private void refresh() {
        Optional<BpmnElement> subject = model.subjectProperty().get();
        headline.setText(subject.map(this::words).orElse(nothing()));
        headline.pseudoClassStateChanged(NOTHING, subject.isEmpty());
        List<Field> fields = model.fieldsProperty().get();
        if (!fields.equals(shown)) {
            shown = fields;
            build();
        }
        editors.forEach(FieldEditor::refresh);
    }

    private String words(BpmnElement element) {
        return messages.kind(element.type().localName());
    }

    private String nothing() {
        int count = model.selectedProperty().get();
        return count > 1 ? messages.text("properties.many", count) : messages.text("properties.none");
    }

    private void build() {
        List<FieldEditor> made = new ArrayList<>();
        groups.getChildren().clear();
        for (Field.Group group : Field.Group.values()) {
            List<Field> here =
                    shown.stream().filter(field -> field.group() == group).toList();
            if (here.isEmpty()) {
                continue;
            }
            var box = new VBox(8);
            for (Field field : here) {
                var editor = new FieldEditor(messages, model, field);
                made.add(editor);
                box.getChildren().add(editor.node());
            }
            groups.getChildren().add(titled(group, box));
        }
        editors = made;
    }

    private Node titled(Field.Group group, VBox box) {
        var pane =
                new TitledPane(messages.text("properties.group." + group.name().toLowerCase(Locale.ROOT)), box);
        pane.setAnimated(false);
        pane.getStyleClass().add("dense");
        return pane;
    }
}
