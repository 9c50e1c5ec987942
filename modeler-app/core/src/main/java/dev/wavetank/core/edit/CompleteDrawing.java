package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.DrawMissing;
import dev.wavetank.core.edit.command.HideContents;
import dev.wavetank.core.rules.Sheets;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A diagram whose drawing shows all that it should, for files that draw a part only.
///
/// @param diagram the one given if nothing was missing
/// @param findings what was added to the drawing
public record CompleteDrawing(Diagram diagram, List<Finding> findings) {
    private static final Comparator<ElementId> BY_NAME = Comparator.comparing(ElementId::value);

    public CompleteDrawing {
        findings = List.copyOf(findings);
    }

    public static CompleteDrawing of(Diagram diagram) {
        var editor = new Editor(diagram, List.of(), new Random(0));
        List<Finding> findings = new ArrayList<>();
        Set<ElementId> hidden = editor.execute(new HideContents()).touched();
        hidden.stream()
                .filter(id -> Sheets.ofContent(editor.diagram(), id).isPresent())
                .sorted(BY_NAME)
                .map(id -> Finding.of(
                        "layout/drill-down",
                        Severity.INFO,
                        id,
                        "'" + id.value() + "' is closed. What it holds stands on a sheet of its own now."))
                .forEach(findings::add);
        ChangeSet added = editor.execute(new DrawMissing());
        added.touched().stream()
                .sorted(BY_NAME)
                .map(id -> Finding.of(
                        "layout/completed",
                        Severity.INFO,
                        id,
                        "The file does not say where '" + id.value() + "' is drawn. Its place was computed."))
                .forEach(findings::add);
        return new CompleteDrawing(editor.diagram(), findings);
    }
}
