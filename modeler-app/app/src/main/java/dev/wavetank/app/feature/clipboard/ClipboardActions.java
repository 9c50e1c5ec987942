package dev.wavetank.app.feature.clipboard;

import dev.wavetank.app.canvas.CanvasModel;
import dev.wavetank.app.canvas.CanvasView;
import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.edit.command.CopiedElements;
import dev.wavetank.core.edit.command.Excerpt;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.paint.export.DiagramRenderer;
import dev.wavetank.core.paint.export.RenderException;
import dev.wavetank.core.xml.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// What the clipboard commands do on the canvas in front.
///
/// Pasting carries the elements under the pointer until a click puts them down. Pasting once more puts them down at
/// once, beside where they were copied, and each further time a little further: so it also goes without a mouse.
public final class ClipboardActions {
    private static final double OFFSET = 20;
    private static final double BELOW_POOL = 40;
    private static final double PICTURE_SCALE = 2;

    private final Canvases canvases;
    private final Messages messages;
    private final SystemClipboard clipboard;
    private final UnaryOperator<Diagram> layout;
    private String pasted = "";
    private int times;
    private Optional<Node> notice = Optional.empty();

    /// @param layout gives a drawing to what has none
    public ClipboardActions(
            Canvases canvases, Messages messages, SystemClipboard clipboard, UnaryOperator<Diagram> layout) {
        this.canvases = canvases;
        this.messages = messages;
        this.clipboard = clipboard;
        this.layout = layout;
    }

    public void copy() {
        canvases.active().ifPresent(this::copy);
    }

    public void cut() {
        canvases.active().filter(this::copy).ifPresent(CanvasView::deleteSelection);
    }

    private boolean copy(CanvasView view) {
        clearNotice();
        String bpmn = selected(view);
        if (bpmn.isEmpty()) {
            tell("clipboard.nothingToCopy");
            return false;
        }
        String document = view.model().session().name();
        clipboard.put(ClipboardContent.of(document, bpmn).json(), bpmn);
        times = 0;
        return true;
    }

    private static String selected(CanvasView view) {
        var session = view.model().session();
        return CopiedElements.of(session.diagram(), session.selectionProperty().get());
    }

    public void paste() {
        canvases.active().ifPresent(view -> {
            clearNotice();
            switch (Pasted.from(clipboard, layout)) {
                case Pasted.Nothing(String reason) -> tell(reason);
                case Pasted.Elements(Excerpt excerpt, String text) -> paste(view, excerpt, text);
            }
        });
    }

    private void paste(CanvasView view, Excerpt excerpt, String text) {
        if (!view.isCarrying()) {
            view.carry(excerpt);
            return;
        }
        times = text.equals(pasted) ? times + 1 : 1;
        pasted = text;
        putDown(view, excerpt, times);
    }

    /// A copy of what is selected, beside it.
    public void duplicate() {
        canvases.active().ifPresent(view -> {
            clearNotice();
            Optional<Excerpt> excerpt = Excerpt.read(selected(view));
            excerpt.ifPresentOrElse(copy -> putDown(view, copy, 1), () -> tell("clipboard.nothingToCopy"));
        });
    }

    private void putDown(CanvasView view, Excerpt excerpt, int step) {
        Point middle = view.model().viewport().visible().center();
        Point beside = excerpt.bounds()
                .map(around -> beside(around, excerpt.hasPools(), step))
                .filter(place -> view.model().viewport().visible().contains(place))
                .orElse(middle.translate(step * OFFSET, step * OFFSET));
        if (!view.paste(excerpt, beside) && !view.paste(excerpt, middle)) {
            tell("clipboard.noPlace");
        }
    }

    private static Point beside(Bounds around, boolean pools, int step) {
        return pools
                ? around.center().translate(0, step * (around.height() + BELOW_POOL))
                : around.center().translate(step * OFFSET, step * OFFSET);
    }

    /// A picture of what is selected, or else of the whole sheet.
    public void copyPicture() {
        canvases.active().ifPresent(view -> {
            clearNotice();
            try {
                Optional<byte[]> png = picture(view);
                png.ifPresentOrElse(clipboard::putPicture, () -> tell("export.nothing"));
            } catch (RenderException tooLarge) {
                show(messages.failure(tooLarge));
            }
        });
    }

    private static Optional<byte[]> picture(CanvasView view) throws RenderException {
        CanvasModel model = view.model();
        Set<ElementId> selection = model.session().selectionProperty().get();
        Optional<Diagram> part = selection.isEmpty() ? Optional.empty() : part(view);
        Diagram shown = part.orElse(model.session().diagram());
        Optional<Plane> plane = part.isPresent() ? shown.planes().stream().findFirst() : model.currentPlane();
        if (plane.isEmpty() || plane.get().shapes().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DiagramRenderer(Theme.LIGHT).png(shown, plane.get(), PICTURE_SCALE));
    }

    private static Optional<Diagram> part(CanvasView view) {
        String selected = selected(view);
        try {
            return selected.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Diagram.read(selected.getBytes(StandardCharsets.UTF_8)));
        } catch (DocumentException unreadable) {
            return Optional.empty();
        }
    }

    private void tell(String key) {
        show(messages.text(key));
    }

    private void show(String sentence) {
        canvases.activeView().ifPresent(view -> notice = Optional.of(view.notice(sentence, true)));
    }

    private void clearNotice() {
        notice.ifPresent(shown -> {
            if (shown.getParent() instanceof Pane bars) {
                bars.getChildren().remove(shown);
            }
        });
        notice = Optional.empty();
    }
}
