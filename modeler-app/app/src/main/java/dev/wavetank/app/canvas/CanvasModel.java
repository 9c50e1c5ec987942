package dev.wavetank.app.canvas;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.command.MoveToOrigin;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.interaction.InteractionState;
import dev.wavetank.core.interaction.Preview;
import dev.wavetank.core.layout.TidyConnections;
import dev.wavetank.core.paint.Glyph;
import dev.wavetank.core.paint.Scene;
import dev.wavetank.core.paint.SceneBuilder;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.paint.text.SansMeasure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What one canvas shows: which plane of which document, as a scene that follows every edit, seen through a
/// viewport.
public final class CanvasModel {
    private final DocumentSession session;
    private final CanvasViewport viewport = new CanvasViewport();
    private final IntegerProperty plane = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<Scene> scene;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Optional<ElementId>> hovered = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.SELECT);
    private final ObjectProperty<Optional<InteractionState>> interaction = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty grid = new SimpleBooleanProperty();
    private final BooleanProperty jumps = new SimpleBooleanProperty(true);
    private final BooleanProperty snap = new SimpleBooleanProperty(true);
    private SceneBuilder builder;
    private boolean naming;

    public CanvasModel(DocumentSession session, Theme first) {
        this.session = session;
        this.theme = new SimpleObjectProperty<>(first);
        this.builder = builder(first);
        plane.set(firstDrawn(session.diagram().planes()));
        this.scene = new ReadOnlyObjectWrapper<>(build(Optional.empty()));
        session.editor().addListener(changes -> scene.set(build(Optional.of(changes.touched()))));
        plane.addListener((_, _, _) -> {
            builder = builder(theme.get());
            rebuild();
        });
        jumps.addListener((_, _, _) -> {
            builder = builder(theme.get());
            rebuild();
        });
        theme.addListener((_, _, now) -> {
            builder = builder(now);
            rebuild();
        });
    }

    private SceneBuilder builder(Theme colors) {
        return new SceneBuilder(colors, new SansMeasure(), jumps.get());
    }

    private void rebuild() {
        scene.set(build(Optional.empty()));
    }

    /// @param touched what an edit changed, so that all else is kept; empty makes the whole scene
    private Scene build(Optional<Set<ElementId>> touched) {
        Diagram diagram = session.diagram();
        List<Plane> planes = diagram.planes();
        if (planes.isEmpty()) {
            return builder.build(blank(diagram), diagram::element);
        }
        Plane shown = planes.get(Math.min(plane.get(), planes.size() - 1));
        return touched.isPresent()
                ? builder.build(shown, diagram::element, touched.get())
                : builder.build(shown, diagram::element);
    }

    /// Some tools write an empty sheet before the one they draw on.
    private static int firstDrawn(List<Plane> planes) {
        for (int i = 0; i < planes.size(); i++) {
            if (!planes.get(i).shapes().isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    /// A sheet with nothing on it, for a file without any diagram.
    private static Plane blank(Diagram diagram) {
        return new Plane(
                "",
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                diagram.document().root());
    }

    public DocumentSession session() {
        return session;
    }

    public CanvasViewport viewport() {
        return viewport;
    }

    public Scene scene() {
        return scene.get();
    }

    public ReadOnlyObjectProperty<Scene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// Position in [Diagram#planes] of the plane that is shown.
    public IntegerProperty planeProperty() {
        return plane;
    }

    public Optional<Plane> currentPlane() {
        List<Plane> planes = session.diagram().planes();
        return plane.get() < planes.size() ? Optional.of(planes.get(plane.get())) : Optional.empty();
    }

    public ObjectProperty<Optional<ElementId>> hoveredProperty() {
        return hovered;
    }

    /// What the pointer does.
    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /// Takes a tool, or puts it back if it is held already.
    public void toggle(Tool wanted) {
        tool.set(tool.get().equals(wanted) ? Tool.SELECT : wanted);
    }

    /// Moves all that is drawn so that it begins at the sheet's origin, and shows that place.
    public void moveToOrigin() {
        session.execute(new MoveToOrigin(plane.get()));
        viewport.showOrigin();
    }

    /// Leads the selected connections, or those of the selected shapes, around what is in their way; without a
    /// selection all of the sheet.
    public void tidy() {
        session.execute(
                new TidyConnections(plane.get(), session.selectionProperty().get()));
    }

    /// Whether the grid is seen.
    public BooleanProperty gridProperty() {
        return grid;
    }

    /// Whether flows jump over those they cross.
    public BooleanProperty jumpsProperty() {
        return jumps;
    }

    /// Whether what is dragged goes to the grid.
    public BooleanProperty snapProperty() {
        return snap;
    }

    /// What the tools want shown beyond the diagram itself.
    public ObjectProperty<Optional<InteractionState>> interactionProperty() {
        return interaction;
    }

    /// Whether a gesture is under way, so that what floats at the selection keeps out of its way.
    boolean isGesturing() {
        return interaction.get().filter(InteractionState::isGesturing).isPresent();
    }

    /// Whether a label is being typed.
    boolean isNaming() {
        return naming;
    }

    void setNaming(boolean typed) {
        naming = typed;
    }

    /// Whether it is shown what would be appended.
    boolean isPreviewing() {
        return interaction.get().stream()
                .anyMatch(state -> state.previews().stream().anyMatch(Preview.Appended.class::isInstance));
    }

    /// Position of the plane that shows the inside of an element, if it has one of its own.
    OptionalInt planeInside(ElementId id) {
        List<Plane> planes = session.diagram().planes();
        for (int i = 0; i < planes.size(); i++) {
            if (i != plane.get() && planes.get(i).element().filter(id::equals).isPresent()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// Goes into a closed sub-process.
    ///
    /// @return false if the element has no plane of its own
    boolean drillDown(ElementId id) {
        OptionalInt inside = planeInside(id);
        inside.ifPresent(index -> {
            session.selectionProperty().set(Set.of());
            plane.set(index);
            fit();
        });
        return inside.isPresent();
    }

    /// Where an element stands on the shown plane.
    public Optional<Bounds> bounds(ElementId id) {
        return scene().body(id).map(Glyph::bounds);
    }

    /// The line of a connection on the shown plane; empty for anything else.
    public List<Point> waypoints(ElementId id) {
        return session.diagram().edge(id).map(Edge::waypoints).orElse(List.of());
    }

    /// Where the file puts the label beside an element.
    public Optional<Bounds> labelBounds(ElementId id) {
        Diagram diagram = session.diagram();
        return diagram.edge(id)
                .flatMap(Edge::labelBounds)
                .or(() -> diagram.shape(id)
                        .filter(_ -> diagram.element(id)
                                .filter(element -> element.type().hasExternalLabel())
                                .isPresent())
                        .flatMap(Shape::labelBounds))
                .filter(box -> box.width() > 0 && box.height() > 0);
    }

    /// Shows the plane that has the element, and the element on it.
    public void reveal(ElementId id) {
        if (bounds(id).isEmpty()) {
            List<Plane> planes = session.diagram().planes();
            for (int i = 0; i < planes.size(); i++) {
                if (shows(planes.get(i), id)) {
                    plane.set(i);
                    break;
                }
            }
        }
        bounds(id).ifPresent(viewport::reveal);
    }

    private static boolean shows(Plane plane, ElementId id) {
        return plane.shapes().stream().anyMatch(shape -> shape.element().equals(id))
                || plane.edges().stream().anyMatch(edge -> edge.element().equals(id));
    }

    /// Shows everything.
    public void fit() {
        scene().bounds().ifPresent(viewport::fit);
    }
}
