package dev.wavetank.app.canvas;

import dev.wavetank.app.document.AtomicFile;
import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.paint.export.DiagramRenderer;
import dev.wavetank.core.paint.export.RenderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Saves the shown plane as a picture: SVG, or PNG at double size. Always in the light theme, which is what paper
/// and other programs expect.
public final class PictureExport {
    private static final double PNG_SCALE = 2;

    private PictureExport() {}

    /// Asks where to, and writes it there.
    public static void ask(CanvasModel model, Dialogs dialogs, Messages messages) {
        String name = model.session().resourceName().replaceFirst("\\.[^.]+$", "");
        if (model.currentPlane().isEmpty()) {
            dialogs.error(messages.text("export.nothing"));
            return;
        }
        Plane plane = model.currentPlane().get();
        dialogs.chooseToSave(name, List.of("svg", "png")).ifPresent(target -> {
            try {
                AtomicFile.write(target, picture(model.session().diagram(), plane, target));
            } catch (IOException | RenderException failure) {
                dialogs.error(messages.text("document.notSaved", target, String.valueOf(failure.getMessage())));
            }
        });
    }

    private static byte[] picture(Diagram diagram, Plane plane, Path target) throws RenderException {
        var renderer = new DiagramRenderer(Theme.LIGHT);
        boolean png = target.toString().toLowerCase(Locale.ROOT).endsWith(".png");
        return png
                ? renderer.png(diagram, plane, PNG_SCALE)
                : renderer.svg(diagram, plane).getBytes(StandardCharsets.UTF_8);
    }
}
