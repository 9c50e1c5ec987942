package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.canvas.Tool;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Structure;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.geometry.Bounds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A reference model of the OMG's interchange group, drawn from an empty sheet by mouse and keyboard alone.
class MiwgWindowTest extends DrawingTest {
    private static final double MARGIN = 30;

    private DocumentSession session;
    /// The corner of the sheet from which places are counted.
    private Point2D corner = Point2D.ZERO;

    @Test
    void theModelWithPoolsLanesSubProcessesAndMessagesIsDrawnAndSaysTheSame() throws Exception {
        Diagram reference = Diagram.read(corpus("miwg/B.1.0.bpmn"));
        session = emptySheet();
        makeRoom();

        upperPool();
        lowerPool();
        eventually(() -> session.diagram().elements().stream().noneMatch(this::isLoose));

        key(KeyCode.CONTROL, KeyCode.S);
        eventually(() -> !session.isDirty());
        assertThat(Structure.of(Diagram.read(session.file().orElseThrow())))
                .containsExactlyElementsOf(Structure.of(reference));
    }

    private boolean isLoose(BpmnElement element) {
        return element.type().isConnection()
                && (element.source().isEmpty() || element.target().isEmpty());
    }

    /// The panel below is closed and the picture made smaller, until all of the model has room.
    private void makeRoom() {
        key(KeyCode.CONTROL, KeyCode.B);
        for (int i = 0; i < 12 && visible().width() < 1600 || visible().height() < 1200; i++) {
            double before = visible().width();
            key(KeyCode.CONTROL, KeyCode.MINUS);
            eventually(() -> visible().width() > before);
        }
        corner = new Point2D(visible().x() + MARGIN, visible().y() + MARGIN);
    }

    private Bounds visible() {
        return canvas().model().viewport().visible();
    }

    private void upperPool() {
        pool("Participant", 0, 1500, 200);
        ElementId start = fromMenu("timer start", "start-timer", 90, 100, "Start Event Timer");
        ElementId first = append("task", "task", "Abstract Task 1");
        append("user task", "user-task", "User Task 2");
        append("service task", "service-task", "Service Task 3");
        append("end event", "end-event", "End Event None 1");
        assertThat(targets(start)).containsExactly(first);
    }

    private void lowerPool() {
        ElementId pool = pool("Pool", 300, 1500, 820);
        clickOn("#pad-divide-two");
        eventually(() -> Lanes.inside(session.diagram(), pool).size() == 2);
        name(lane(pool, 0), "Lane 1");
        name(lane(pool, 1), "Lane 2");
        upperLane();
        lowerLane();
        messages();
    }

    private ElementId lane(ElementId pool, int index) {
        return Lanes.inside(session.diagram(), pool).get(index).element();
    }

    private void upperLane() {
        ElementId start = fromMenu("message start", "start-message", 100, 430, "Start Event Message");
        ElementId parallel = fromPalette("parallelGateway", 190, 430, "Parallel Gateway Divergence");
        ElementId split = gateway(310, 430, "Exclusive Gateway Divergence 1");
        ElementId collapsed = call("call activity", "call-activity", 440, 430, "Call Activity Collapsed", "WFP-0-");
        ElementId open = fromMenu("call activity open", "call-activity-open", 770, 440, "Call Activity - Expanded");
        inside(open, "Start Event None 1", "Abstract Task 4", "End Event None 2");
        ElementId global =
                call("call activity", "call-activity", 440, 600, "Call Activity Calling a Global Task", "global-task");
        ElementId join = gateway(1080, 430, "Exclusive Gateway Convergence 1");
        ElementId end = fromMenu("message end", "end-message", 1200, 430, "End Event Message");
        ElementId note = fromPalette("textAnnotation", 560, 620, "Text Annotation");
        connect(start, parallel);
        connect(parallel, split);
        connect(split, collapsed);
        connect(split, global);
        connect(collapsed, open);
        connect(open, join);
        connect(global, join);
        connect(join, end);
        connect(collapsed, note);
    }

    private void lowerLane() {
        ElementId user = fromPalette("userTask", 140, 810, "User Task 5");
        ElementId split = gateway(270, 810, "Exclusive Gateway Divergence 2");
        ElementId closed = fromMenu("collapsed sub", "sub-process-collapsed", 410, 810, "Collapsed Sub-Process");
        ElementId open = fromPalette("subProcess", 770, 850, "Sub Process - Expanded");
        inside(open, "Start Event None 2", "Abstract Task 6", "End Event None 3");
        ElementId join = gateway(1080, 810, "Exclusive Gateway Convergence 2");
        ElementId end = fromMenu("terminate", "end-terminate", 1200, 810, "End Event Terminate");
        ElementId service = fromPalette("serviceTask", 560, 1030, "Service Task 7");
        ElementId data = fromPalette("dataObject", 420, 980, "Data Object");
        ElementId store = fromPalette("dataStore", 720, 1050, "Data Store Reference");
        connect(named("Parallel Gateway Divergence"), user);
        connect(user, split);
        connect(split, closed);
        connect(split, service);
        connect(closed, open);
        connect(open, join);
        connect(service, join);
        connect(join, end);
        connect(data, service);
        connect(service, store);
        fromPalette("group", 230, 850, "Group");
    }

    private void messages() {
        connect(named("Abstract Task 1"), named("Start Event Message"));
        name(flow("Abstract Task 1", "Start Event Message"), "Message Flow 1");
        connect(named("End Event Message"), named("Service Task 3"));
        name(flow("End Event Message", "Service Task 3"), "Message Flow 2");
    }

    /// A pool with its left upper corner at the left, drawn out to its size.
    private ElementId pool(String name, double y, double width, double height) {
        ElementId pool = fromPalette("participant", 300, y + 125, name);
        Bounds now = bounds(pool);
        pull(onScreen(now.right(), now.bottom()), at(width, y + height));
        eventually(() -> bounds(pool).width() > width - 20);
        return pool;
    }

    private ElementId fromPalette(String entry, double x, double y, String name) {
        Set<ElementId> known = known();
        clickOn("#palette-" + entry);
        eventually(() -> canvas().model().toolProperty().get() instanceof Tool.Create);
        return putDown(known, x, y, name);
    }

    private ElementId fromMenu(String words, String entry, double x, double y, String name) {
        Set<ElementId> known = known();
        choose(KeyCode.N, words, entry);
        return putDown(known, x, y, name);
    }

    private ElementId putDown(Set<ElementId> known, double x, double y, String name) {
        clickOn(at(x, y));
        eventually(() -> session.selectionProperty().get().stream().anyMatch(id -> !known.contains(id)));
        return rename(session, name);
    }

    private Set<ElementId> known() {
        Set<ElementId> known = new HashSet<>();
        session.diagram().elements().forEach(element -> known.add(element.id()));
        return known;
    }

    private ElementId append(String words, String entry, String name) {
        choose(KeyCode.A, words, entry);
        return type(session, name);
    }

    private ElementId gateway(double x, double y, String name) {
        ElementId gateway = fromPalette("exclusiveGateway", x, y, name);
        key(KeyCode.R);
        eventually(() -> shown("#menu-toggle-cross"));
        clickOn("#menu-toggle-cross");
        eventually(() -> !session.diagram().shape(gateway).orElseThrow().markerVisible());
        key(KeyCode.ESCAPE);
        eventually(() -> !shown("#element-menu"));
        return gateway;
    }

    private ElementId call(String words, String entry, double x, double y, String name, String called) {
        ElementId call = fromMenu(words, entry, x, y, name);
        clickOn("#property-calledElement");
        write(called);
        key(KeyCode.ENTER);
        eventually(() -> element(session, call)
                .attribute("calledElement")
                .filter(called::equals)
                .isPresent());
        clickOn(spot(call));
        return call;
    }

    /// Goes on from the start event that an open sub-process or call activity has got.
    private void inside(ElementId container, String start, String task, String end) {
        Bounds box = bounds(container);
        ElementId first = session.diagram().elements().stream()
                .filter(it -> it.type() == BpmnType.START_EVENT)
                .map(BpmnElement::id)
                .filter(id -> box.contains(bounds(id)))
                .findFirst()
                .orElseThrow();
        name(first, start);
        append("task", "task", task);
        append("end event", "end-event", end);
    }

    private void name(ElementId id, String name) {
        clickOn(spot(id));
        eventually(() -> session.selectionProperty().get().equals(Set.of(id)));
        rename(session, name);
    }

    private void connect(ElementId from, ElementId to) {
        eventually(() -> canvas().isFocused());
        key(KeyCode.C);
        eventually(() -> canvas().model().toolProperty().get().equals(Tool.CONNECT));
        pull(spot(from), spot(to));
        eventually(() -> targets(from).contains(to));
        eventually(() -> canvas().model().toolProperty().get().equals(Tool.SELECT));
    }

    private List<ElementId> targets(ElementId from) {
        return session.diagram().outgoing(from).stream()
                .flatMap(flow -> element(session, flow).target().stream())
                .toList();
    }

    private ElementId named(String name) {
        return session.diagram().elements().stream()
                .map(BpmnElement::id)
                .filter(id -> session.diagram().label(id).filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private ElementId flow(String from, String to) {
        return session.diagram().outgoing(named(from)).stream()
                .filter(flow -> element(session, flow)
                        .target()
                        .filter(named(to)::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    /// A place of an element that nothing inside of it covers.
    private Point2D spot(ElementId id) {
        BpmnElement element = element(session, id);
        boolean open = element.type() == BpmnType.SUB_PROCESS || element.type() == BpmnType.CALL_ACTIVITY;
        boolean lane = element.type() == BpmnType.LANE;
        if (!open && !lane) {
            return at(id.value());
        }
        Bounds box = bounds(id);
        return lane || box.height() > 100 ? onScreen(box.x() + (lane ? 15 : 40), box.bottom() - 25) : at(id.value());
    }

    private Bounds bounds(ElementId id) {
        return session.diagram().shape(id).orElseThrow().bounds();
    }

    private Point2D at(double x, double y) {
        return onScreen(corner.getX() + x, corner.getY() + y);
    }
}
