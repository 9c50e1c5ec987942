package dev.wavetank.core.catalogue;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.rules.Marker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that can be drawn, in the order in which menus show it.
public final class Catalogue {
    public static final List<Entry> ALL = Stream.of(
                    EventEntries.all(), ActivityEntries.all(), gateways(), data(), participants(), artifacts())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /// The entry with that id.
    public static Optional<Entry> entry(String id) {
        return ALL.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    private static List<Entry> gateways() {
        return List.of(
                entry("exclusive-gateway", Category.GATEWAYS, NodeKind.of(BpmnType.EXCLUSIVE_GATEWAY)),
                entry("parallel-gateway", Category.GATEWAYS, NodeKind.of(BpmnType.PARALLEL_GATEWAY)),
                entry("inclusive-gateway", Category.GATEWAYS, NodeKind.of(BpmnType.INCLUSIVE_GATEWAY)),
                entry("complex-gateway", Category.GATEWAYS, NodeKind.of(BpmnType.COMPLEX_GATEWAY)),
                entry("event-based-gateway", Category.GATEWAYS, NodeKind.of(BpmnType.EVENT_BASED_GATEWAY)));
    }

    private static List<Entry> data() {
        NodeKind object = NodeKind.of(BpmnType.DATA_OBJECT_REFERENCE);
        return List.of(
                entry("data-object", Category.DATA, object),
                entry("data-object-collection", Category.DATA, object.with(Marker.COLLECTION)),
                entry("data-store", Category.DATA, NodeKind.of(BpmnType.DATA_STORE_REFERENCE)),
                entry("data-input", Category.DATA, NodeKind.of(BpmnType.DATA_INPUT)),
                entry("data-output", Category.DATA, NodeKind.of(BpmnType.DATA_OUTPUT)));
    }

    private static List<Entry> participants() {
        NodeKind pool = NodeKind.of(BpmnType.PARTICIPANT);
        NodeKind empty = pool.asExpanded(false);
        return List.of(
                entry("participant", Category.PARTICIPANTS, pool),
                entry("participant-empty", Category.PARTICIPANTS, empty),
                entry("participant-multiple", Category.PARTICIPANTS, pool.with(Marker.MULTIPLE)),
                entry("participant-vertical", Category.PARTICIPANTS, pool.asVertical()),
                entry("participant-vertical-empty", Category.PARTICIPANTS, empty.asVertical()),
                entry("lane", Category.PARTICIPANTS, NodeKind.of(BpmnType.LANE)));
    }

    private static List<Entry> artifacts() {
        return List.of(
                entry("text-annotation", Category.ARTIFACTS, NodeKind.of(BpmnType.TEXT_ANNOTATION)),
                entry("group", Category.ARTIFACTS, NodeKind.of(BpmnType.GROUP)));
    }

    private static Entry entry(String id, Category category, NodeKind kind) {
        return new Entry(id, category, kind, false);
    }
}
