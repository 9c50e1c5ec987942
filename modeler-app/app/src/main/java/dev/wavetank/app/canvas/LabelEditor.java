package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Glyph;
import java.util.function.BiConsumer;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// The text field that opens in place of a label. Enter keeps the text, Shift+Enter breaks the line, Escape gives
/// up, leaving the field keeps the text.
final class LabelEditor {
    private static final double MIN_WIDTH = 100;
    private static final double MIN_HEIGHT = 34;

    private final CanvasView view;
    private final CanvasModel model;
    private final BiConsumer<ElementId, String> commit;
    private final Pane layer = new Pane();
    private final TextArea field = new TextArea();
    private @Nullable ElementId editing;

    /// @param commit takes the new text
    LabelEditor(CanvasView view, String accessibleName, BiConsumer<ElementId, String> commit) {
        this.view = view;
        this.model = view.model();
        this.commit = commit;
        layer.setPickOnBounds(false);
        layer.setManaged(false);
        field.setId("label-editor");
        field.getStyleClass().add("label-editor");
        field.setWrapText(true);
        field.setVisible(false);
        field.setAccessibleText(accessibleName);
        layer.getChildren().add(field);
        view.addLayer(layer, this::place);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                finish(true);
            }
        });
    }

    void open(ElementId id) {
        BpmnElement element = model.session().diagram().element(id).orElse(null);
        if (element == null || model.bounds(id).isEmpty()) {
            return;
        }
        editing = id;
        field.setText(model.session().diagram().label(id).orElse(""));
        field.setVisible(true);
        place();
        field.requestFocus();
        field.selectAll();
    }

    boolean isOpen() {
        return editing != null;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            finish(false);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                field.replaceSelection("\n");
            } else {
                finish(true);
            }
            event.consume();
        }
    }

    private void finish(boolean keep) {
        ElementId id = editing;
        if (id == null) {
            return;
        }
        editing = null;
        String text = field.getText().strip();
        field.setVisible(false);
        view.requestFocus();
        if (keep && !text.equals(model.session().diagram().label(id).orElse(""))) {
            commit.accept(id, text);
        }
    }

    private void place() {
        if (editing == null) {
            return;
        }
        Bounds at = model.viewport().toScreen(area(editing));
        double width = Math.max(MIN_WIDTH, at.width());
        double height = Math.max(MIN_HEIGHT, Math.min(at.height(), 160));
        double x = at.center().x() - width / 2;
        double y = at.center().y() - height / 2;
        field.setStyle(
                "-fx-font-size: " + Math.round(Math.clamp(12 * model.viewport().scale(), 11, 24)) + "px;");
        field.resizeRelocate(Math.round(x), Math.round(y), Math.round(width), Math.round(height));
    }

    /// Where the label stands, or would stand.
    private Bounds area(ElementId id) {
        return model.scene().label(id).map(Glyph::bounds).orElseGet(() -> {
            Bounds body = model.bounds(id).orElse(new Bounds(0, 0, 0, 0));
            boolean beside = model.session()
                    .diagram()
                    .element(id)
                    .filter(element -> element.type().hasExternalLabel())
                    .isPresent();
            return beside
                            && model.scene()
                                    .body(id)
                                    .filter(glyph -> glyph.role() == Glyph.Role.SHAPE)
                                    .isPresent()
                    ? new Bounds(body.center().x() - 45, body.bottom() + 5, 90, 20)
                    : body;
        });
    }
}
