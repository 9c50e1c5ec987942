package dev.wavetank.core.catalogue;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.FlowableParts;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.ConnectRules;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.rules.MarkerRules;
import dev.wavetank.core.rules.ReplaceRules;
import dev.wavetank.core.rules.ScopeRules;
import dev.wavetank.core.rules.ShapeRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What menus offer for an element of a diagram: what may follow it, what it may become, which of its markers can
/// be switched. The commands ask the same rules.
public final class Offers {
    /// A marker that can be switched.
    ///
    /// @param on the element has it
    public record Toggle(Marker marker, boolean on) {
        /// Its words in the message bundle.
        public String nameKey() {
            return "marker." + marker.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Diagram diagram;

    public Offers(Diagram diagram) {
        this.diagram = diagram;
    }

    /// What the element is, among the entries of the catalogue.
    public Optional<Entry> entryOf(ElementId id) {
        return diagram.element(id)
                .flatMap(element -> Catalogue.ALL.stream()
                        .filter(entry -> Likeness.is(diagram, element, entry.kind()))
                        .findFirst());
    }

    /// What can be created after the element and connected with it.
    public List<Entry> appendTo(ElementId id) {
        ConnectRules rules = new ConnectRules(diagram);
        Optional<BpmnElement> holder = diagram.element(id).flatMap(this::holder);
        return Catalogue.ALL.stream()
                .filter(entry -> rules.canAppend(id, entry.kind().nature()).isAllowed())
                .filter(entry ->
                        ScopeRules.canStand(entry.kind().nature(), holder).isAllowed())
                .toList();
    }

    /// The events that can sit on the border of the element.
    public List<Entry> attachTo(ElementId id) {
        ShapeRules rules = new ShapeRules(diagram);
        Optional<Point> border = diagram.shape(id)
                .map(Shape::bounds)
                .map(bounds -> new Point(bounds.center().x(), bounds.bottom()));
        return Catalogue.ALL.stream()
                .filter(entry -> entry.kind().type() == BpmnType.BOUNDARY_EVENT)
                .filter(entry -> border.filter(at -> rules.canAttach(
                                        BpmnType.BOUNDARY_EVENT,
                                        entry.kind().event().map(Set::of).orElse(Set.of()),
                                        id,
                                        at)
                                .isAllowed())
                        .isPresent())
                .toList();
    }

    /// What the element may become. Events become others at the same place of the flow, or blank ones elsewhere.
    public List<Entry> replaceBy(ElementId id) {
        Optional<BpmnElement> element = diagram.element(id);
        if (element.isEmpty()) {
            return List.of();
        }
        ReplaceRules rules = new ReplaceRules(diagram);
        Optional<Entry> now = entryOf(id);
        return Catalogue.ALL.stream()
                .filter(entry -> !now.equals(Optional.of(entry)))
                .filter(entry -> isVariant(element.get(), entry.kind()))
                .filter(entry -> rules.canReplace(id, entry.kind().nature()).isAllowed())
                .toList();
    }

    /// The markers that can be switched.
    public List<Toggle> toggles(ElementId id) {
        MarkerRules rules = new MarkerRules(diagram);
        return rules.toggles(id).stream()
                .map(marker -> new Toggle(marker, rules.isMarked(id, marker)))
                .toList();
    }

    private boolean isVariant(BpmnElement element, NodeKind kind) {
        return switch (kind.type()) {
            case PARTICIPANT -> {
                boolean lying =
                        diagram.shape(element.id()).map(Shape::horizontal).orElse(true);
                yield kind.vertical() != lying
                        && kind.markers().isEmpty()
                        && kind.expanded() != element.process().isPresent();
            }
            case CALL_ACTIVITY -> !kind.expanded();
            case DATA_OBJECT_REFERENCE -> kind.markers().isEmpty();
            case START_EVENT ->
                isPlace(element, kind)
                        && (!kind.markers().contains(Marker.NON_INTERRUPTING)
                                || holder(element)
                                        .filter(BpmnElement::isTriggeredByEvent)
                                        .isPresent());
            default -> !kind.type().isEvent() || isPlace(element, kind);
        };
    }

    private static boolean isPlace(BpmnElement element, NodeKind kind) {
        boolean blank = kind.event().isEmpty() && kind.flowable().equals(FlowableParts.NONE);
        boolean both = isIntermediate(element.type()) && isIntermediate(kind.type());
        return element.type() == kind.type() || both || blank;
    }

    private static boolean isIntermediate(BpmnType type) {
        return type == BpmnType.INTERMEDIATE_CATCH_EVENT || type == BpmnType.INTERMEDIATE_THROW_EVENT;
    }

    private Optional<BpmnElement> holder(BpmnElement element) {
        return element.parent().flatMap(diagram::element);
    }
}
