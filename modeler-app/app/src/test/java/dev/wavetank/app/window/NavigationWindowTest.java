package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Handles, sub-processes and the search in a real window.
class NavigationWindowTest extends WindowTest {
    private static final String TASK_2 = "_820c21c0-45f3-473b-813f-06381cc637cd";
    private static final String NESTED =
            "bpmn-io/bpmn-js-differ__test__fixtures__signavio-collapsed__before.collapsed.bpmn";

    private Point2D onScreen(Point plane) {
        Point local = canvas().model().viewport().toScreen(plane);
        return canvas().localToScreen(local.x(), local.y());
    }

    @Test
    void aHandleResizesItsShape() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        Bounds before =
                session.diagram().shape(new ElementId(TASK_2)).orElseThrow().bounds();
        clickOn(at(TASK_2));
        eventually(() -> session.selectionProperty().get().equals(Set.of(new ElementId(TASK_2))));

        drag(onScreen(new Point(before.right(), before.bottom())))
                .moveBy(20, 20)
                .moveBy(40, 30);
        drop();

        eventually(() -> session.isDirty());
        Bounds after =
                session.diagram().shape(new ElementId(TASK_2)).orElseThrow().bounds();
        assertThat(after.x()).isEqualTo(before.x());
        assertThat(after.y()).isEqualTo(before.y());
        assertThat(after.width()).isGreaterThan(before.width() + 40);
        assertThat(after.height()).isGreaterThan(before.height() + 30);
        push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> !session.isDirty());
    }

    @Test
    void aFlowBendsWhereItIsDragged() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        ElementId flow = session.diagram().outgoing(new ElementId(TASK_2)).getFirst();
        int bends = canvas().model().waypoints(flow).size();
        interact(() -> session.selectionProperty().set(Set.of(flow)));

        drag(at(flow.value())).moveBy(0, 30).moveBy(0, 60);
        drop();

        eventually(() -> canvas().model().waypoints(flow).size() > bends);
        push(KeyCode.CONTROL, KeyCode.Z);
        eventually(() -> canvas().model().waypoints(flow).size() == bends);
        assertThat(session.isDirty()).isFalse();
    }

    @Test
    void aClosedSubProcessOpensAndTheBreadcrumbLeadsBack() throws IOException {
        Path nested = corpus(NESTED);
        Files.writeString(nested, Files.readString(nested).replace("isExpanded=\"true\"", "isExpanded=\"false\""));
        DocumentSession session = open(nested);
        List<Plane> planes = session.diagram().planes();
        assertThat(planes).hasSize(3);

        doubleClickUntil("SubProcess_1", () -> shownPlane(session).equals("SubProcess_1"));
        eventually(() -> shown("#breadcrumb"));
        doubleClickUntil("SubProcess_Nested", () -> shownPlane(session).equals("SubProcess_Nested"));

        clickOn(lookup("#breadcrumb .hyperlink").nth(1).queryAs(javafx.scene.Node.class));
        eventually(() -> shownPlane(session).equals("SubProcess_1"));
        clickOn(lookup("#breadcrumb .hyperlink").nth(0).queryAs(javafx.scene.Node.class));
        eventually(() -> !shown("#breadcrumb"));
        assertThat(session.isDirty()).isFalse();
    }

    private String shownPlane(DocumentSession session) {
        return session.diagram()
                .planes()
                .get(canvas().model().planeProperty().get())
                .element()
                .map(ElementId::value)
                .orElse("");
    }

    @Test
    void searchingShowsSelectsAndPutsBack() throws IOException {
        DocumentSession session = open(corpus("miwg/A.1.0.bpmn"));
        Bounds before = canvas().model().viewport().visible();
        clickOn(at(TASK_2).add(0, 150));

        push(KeyCode.CONTROL, KeyCode.F);
        eventually(() -> lookup("#search-field").query().isFocused());
        write("task 2");
        eventually(() -> middle().equals(session.diagram()
                .shape(new ElementId(TASK_2))
                .orElseThrow()
                .bounds()
                .center()));
        push(KeyCode.ESCAPE);
        eventually(() -> !shown("#search"));
        assertThat(canvas().model().viewport().visible().center().x())
                .isCloseTo(before.center().x(), org.assertj.core.api.Assertions.within(0.5));
        assertThat(session.selectionProperty().get()).isEmpty();

        push(KeyCode.CONTROL, KeyCode.F);
        eventually(() -> lookup("#search-field").query().isFocused());
        write("task 2");
        push(KeyCode.ENTER);
        eventually(() -> session.selectionProperty().get().equals(Set.of(new ElementId(TASK_2))));
        eventually(() -> canvas().isFocused());
    }

    private Point middle() {
        Point exact = canvas().model().viewport().visible().center();
        return new Point(Math.round(exact.x() * 2) / 2.0, Math.round(exact.y() * 2) / 2.0);
    }
}
