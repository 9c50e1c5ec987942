package dev.wavetank.app.feature.palette;

import dev.wavetank.app.canvas.ShapeIcon;
import dev.wavetank.app.canvas.Tool;
import dev.wavetank.core.catalogue.Catalogue;
import dev.wavetank.core.catalogue.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One entry of the palette: a tool, or something that can be created.
///
/// @param kind what it creates, for its picture and its name; empty for a tool
/// @param sign the picture of a tool
record PaletteEntry(String id, Tool tool, Optional<Entry> kind, Optional<ShapeIcon> sign) {
    static final List<PaletteEntry> TOOLS = List.of(
            tool("select", ShapeIcon.ARROW, Tool.SELECT),
            tool("hand", ShapeIcon.HAND, Tool.HAND),
            tool("lasso", ShapeIcon.LASSO, Tool.LASSO),
            tool("space", ShapeIcon.SPACE, Tool.SPACE),
            tool("connect", ShapeIcon.CONNECTION, Tool.CONNECT));

    /// The elements, in groups with a line between them. The rest is in the menu that "more" opens.
    static final List<List<PaletteEntry>> ELEMENTS = List.of(
            of("start-event", "intermediate-event", "end-event"),
            of("exclusive-gateway", "parallel-gateway"),
            of("task", "user-task", "service-task", "sub-process"),
            of(
                    "http-task",
                    "mail-task",
                    "external-worker-task",
                    "decision-task",
                    "send-event-task",
                    "receive-event-task",
                    "shell-task"),
            of("data-object", "data-store", "participant", "group", "text-annotation"));

    private static PaletteEntry tool(String id, ShapeIcon icon, Tool tool) {
        return new PaletteEntry(id, tool, Optional.empty(), Optional.of(icon));
    }

    /// Ids of buttons are words without hyphens, as those of BPMN are.
    private static String camel(String id) {
        return Pattern.compile("-(.)")
                .matcher(id)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static List<PaletteEntry> of(String... ids) {
        return Stream.of(ids)
                .flatMap(id -> Catalogue.entry(id).stream())
                .map(entry -> new PaletteEntry(
                        camel(entry.id()), new Tool.Create(entry.kind()), Optional.of(entry), Optional.empty()))
                .toList();
    }
}
