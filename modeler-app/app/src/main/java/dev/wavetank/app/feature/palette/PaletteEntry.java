package dev.wavetank.app.feature.palette;

import dev.wavetank.app.canvas.ShapeIcon;
import dev.wavetank.app.canvas.Tool;
import dev.wavetank.app.workbench.AppCommand;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.edit.command.NodeKind;
import java.util.List;

/// One entry of the palette.
///
/// @param words       its key in the message bundle
/// @param beginsGroup a line stands above it
record PaletteEntry(String id, String words, ShapeIcon icon, Tool tool, boolean beginsGroup) {
    static final List<PaletteEntry> ALL = List.of(
            tool("select", ShapeIcon.ARROW, Tool.SELECT),
            tool("hand", ShapeIcon.HAND, Tool.HAND),
            tool("lasso", ShapeIcon.LASSO, Tool.LASSO),
            tool("space", ShapeIcon.SPACE, Tool.SPACE),
            tool("connect", ShapeIcon.CONNECTION, Tool.CONNECT),
            create(BpmnType.START_EVENT, ShapeIcon.START_EVENT, true),
            new PaletteEntry(
                    "intermediateEvent",
                    "palette.intermediateEvent",
                    ShapeIcon.INTERMEDIATE_EVENT,
                    new Tool.Create(NodeKind.of(BpmnType.INTERMEDIATE_THROW_EVENT)),
                    false),
            create(BpmnType.END_EVENT, ShapeIcon.END_EVENT, false),
            create(BpmnType.EXCLUSIVE_GATEWAY, ShapeIcon.EXCLUSIVE_GATEWAY, false),
            create(BpmnType.PARALLEL_GATEWAY, ShapeIcon.PARALLEL_GATEWAY, false),
            create(BpmnType.TASK, ShapeIcon.TASK, true),
            create(BpmnType.USER_TASK, ShapeIcon.USER_TASK, false),
            create(BpmnType.SERVICE_TASK, ShapeIcon.SERVICE_TASK, false),
            new PaletteEntry(
                    "subProcess",
                    "palette.subProcess",
                    ShapeIcon.SUB_PROCESS,
                    new Tool.Create(NodeKind.of(BpmnType.SUB_PROCESS).asExpanded()),
                    false),
            new PaletteEntry(
                    "dataObject",
                    "palette.dataObject",
                    ShapeIcon.DATA_OBJECT,
                    new Tool.Create(NodeKind.of(BpmnType.DATA_OBJECT_REFERENCE)),
                    true),
            new PaletteEntry(
                    "dataStore",
                    "palette.dataStore",
                    ShapeIcon.DATA_STORE,
                    new Tool.Create(NodeKind.of(BpmnType.DATA_STORE_REFERENCE)),
                    false),
            create(BpmnType.PARTICIPANT, ShapeIcon.PARTICIPANT, false),
            create(BpmnType.GROUP, ShapeIcon.GROUP, false),
            create(BpmnType.TEXT_ANNOTATION, ShapeIcon.TEXT_ANNOTATION, false));

    private static PaletteEntry tool(String id, ShapeIcon icon, Tool tool) {
        return new PaletteEntry(id, AppCommand.words("tool." + id), icon, tool, false);
    }

    private static PaletteEntry create(BpmnType type, ShapeIcon icon, boolean beginsGroup) {
        return new PaletteEntry(
                type.localName(), "palette." + type.localName(), icon, new Tool.Create(NodeKind.of(type)), beginsGroup);
    }
}
