package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.edit.command.DrawMissing;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.List;
import java.util.Random;

/// A diagram whose drawing shows all that it should, for files that draw a part only.
///
/// @param diagram the one given if nothing was missing
/// @param findings what was added to the drawing
public record CompleteDrawing(Diagram diagram, List<Finding> findings) {
    public CompleteDrawing {
        findings = List.copyOf(findings);
    }

    public static CompleteDrawing of(Diagram diagram) {
        var editor = new Editor(diagram, List.of(), new Random(0));
        ChangeSet added = editor.preview(new DrawMissing());
        List<Finding> findings = added.touched().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .map(id -> Finding.of(
                        "layout/completed",
                        Severity.INFO,
                        id,
                        "The file does not say where '" + id.value() + "' is drawn. Its place was computed."))
                .toList();
        return new CompleteDrawing(findings.isEmpty() ? diagram : added.after(), findings);
    }
}
