package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Glyph;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The text field that opens in place of a label. Enter keeps the text, Shift+Enter breaks the line, Escape gives
/// up, leaving the field keeps the text.
final class LabelEditor {
    private static final double MIN_WIDTH = 100;
    private static final double PADDING = 8;

    private final CanvasView view;
    private final CanvasModel model;
    private final BiConsumer<ElementId, String> commit;
    private final Pane layer = new Pane();
    private final TextArea field = new TextArea();
    private final Text ruler = new Text();
    private final FxFonts fonts = new FxFonts();
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
        field.setManaged(false); // its place is that of the label
        field.setAccessibleText(accessibleName);
        layer.getChildren().add(field);
        view.addLayer(layer, this::place);
        field.textProperty().subscribe(() -> place());
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
        model.setNaming(true);
        view.refreshOverlay();
        field.setText(model.session().diagram().label(id).orElse(""));
        field.setVisible(true);
        place();
        field.selectAll();
        Platform.runLater(
                () -> { // later: the letter that opened it is not meant for the field
                    if (isOpen()) {
                        field.requestFocus();
                    }
                });
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
        model.setNaming(false);
        String text = field.getText().strip();
        field.setVisible(false);
        view.refreshOverlay();
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
        double font = Math.round(Math.clamp(12 * model.viewport().scale(), 11, 24));
        double width = Math.max(MIN_WIDTH, at.width());
        double height = textHeight(width, font);
        double x = at.center().x() - width / 2;
        double y = isBeside(editing) ? at.y() - PADDING / 2 : at.center().y() - height / 2;
        field.setStyle("-fx-font-family: '" + fonts.family() + "'; -fx-font-size: " + font + "px;");
        field.resizeRelocate(Math.round(x), Math.round(y), Math.round(width), Math.round(height));
    }

    /// All of the text can be seen.
    private double textHeight(double width, double font) {
        ruler.setText(field.getText());
        ruler.setFont(Font.font(fonts.family(), font));
        ruler.setWrappingWidth(width - 2 * PADDING);
        return ruler.getLayoutBounds().getHeight() + 2 * PADDING;
    }

    private boolean isBeside(ElementId id) {
        return model.session()
                        .diagram()
                        .element(id)
                        .filter(element -> element.type().hasExternalLabel())
                        .isPresent()
                && model.scene()
                        .body(id)
                        .filter(glyph -> glyph.role() == Glyph.Role.SHAPE)
                        .isPresent();
    }

    /// Where the label stands, or would stand.
    private Bounds area(ElementId id) {
        return model.scene().label(id).map(Glyph::bounds).orElseGet(() -> {
            Bounds body = model.bounds(id).orElse(new Bounds(0, 0, 0, 0));
            return isBeside(id) ? new Bounds(body.center().x() - 45, body.bottom() + 5, 90, 20) : body;
        });
    }
}
