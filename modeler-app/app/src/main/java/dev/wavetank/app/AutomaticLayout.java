package dev.wavetank.app;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.edit.CompleteDrawing;
import dev.wavetank.core.layout.AutoLayout;
import dev.wavetank.core.layout.LayoutResult;
import dev.wavetank.core.xml.DocumentException;
import java.nio.charset.Charset;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives a diagram a drawing where its file has none, and completes one that shows only a part. The drawing becomes
/// part of the document, so that it can be edited like any other; the file itself changes only when something is
/// edited and saved.
final class AutomaticLayout implements UnaryOperator<Diagram> {
    private static final Logger LOG = LoggerFactory.getLogger(AutomaticLayout.class);

    @Override
    public Diagram apply(Diagram diagram) {
        boolean drawn = diagram.planes().stream()
                .anyMatch(plane -> !plane.shapes().isEmpty() || !plane.edges().isEmpty());
        if (drawn) {
            return CompleteDrawing.of(diagram).diagram();
        }
        LayoutResult layout = new AutoLayout().layout(diagram);
        String text = diagram.document().text();
        int end = text.lastIndexOf("</");
        if (layout.placed().isEmpty() || end < 0) {
            return diagram;
        }
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        String whole = text.substring(0, end) + layout.xml(newline, "  ") + newline + text.substring(end);
        try {
            return Diagram.read(
                    whole.getBytes(Charset.forName(diagram.document().charset())));
        } catch (DocumentException unexpected) {
            LOG.warn("The computed drawing cannot be read back; the diagram stays without one", unexpected);
            return diagram;
        }
    }
}
