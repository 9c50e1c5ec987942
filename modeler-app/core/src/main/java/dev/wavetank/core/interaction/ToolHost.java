package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.command.AppendShape;
import dev.wavetank.core.edit.command.AttachShape;
import dev.wavetank.core.edit.command.Excerpt;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.Reconnect.End;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One sheet's interaction: a view hands it pointer and key events, palettes and context pads pick tools, and
/// whoever draws asks for the state. All on the thread of the editor.
///
/// ```
/// Select ─ press on shape ─▶ Drag               ─ press on label ─▶ LabelDrag
///        ─ press on handle ─▶ Resize             ─ press on a border of it ─▶ LabelResize
///        ─ press on nothing ─▶ Pan               ─ press on selected line ─▶ LineDrag, on its end ─▶ EndDrag
///        ─ the same with Shift ─▶ Lasso
/// Redirect: from the key map, with a connection selected
/// Hold   ─ press ─▶ Pan, Lasso or MoveSpace       Draw, Link, Hold: from the palette
/// every gesture ends in Select; Escape gives it up
/// ```
public final class ToolHost {
    private final Editor editor;
    private final Stage stage;
    private final Consumer<InteractionState> listener;
    private final Consumer<ChangeSet> follower = this::follow;
    private State state;

    /// @param plane the index of the sheet among the diagram's planes
    /// @param listener told after each event that changed what is shown
    public ToolHost(Editor editor, int plane, ViewPort view, Consumer<InteractionState> listener) {
        this.editor = editor;
        this.stage = new Stage(editor, new Picker(editor.diagram(), plane), plane, view);
        this.listener = listener;
        this.state = new Select(stage);
        editor.addListener(follower);
    }

    public InteractionState state() {
        return stage.shown();
    }

    public Picker picker() {
        return stage.picker();
    }

    /// How many pixels a diagram unit has now, so that things can be hit as well at any zoom.
    public void setScale(double pixelsPerUnit) {
        stage.setScale(pixelsPerUnit);
    }

    /// Whether what is near to nothing goes to the grid of 10 units.
    public void setGrid(boolean snaps) {
        stage.setGrid(snaps);
    }

    public void pressed(PointerEvent event) {
        enter(state.pressed(event));
    }

    /// The pointer moved, dragging or not.
    public void moved(PointerEvent event) {
        enter(state.moved(event));
    }

    public void released(PointerEvent event) {
        enter(state.released(event));
    }

    public void key(KeyStroke key) {
        enter(state.key(key));
    }

    public void select(Set<ElementId> elements) {
        stage.select(elements);
        enter(state);
    }

    /// Gives up whatever is under way.
    public void useSelect() {
        enter(new Select(stage));
    }

    public void useLasso() {
        enter(new Hold(stage, Pointer.CROSSHAIR, press -> new Lasso(stage, press)));
    }

    public void useHand() {
        enter(new Hold(stage, Pointer.HAND, press -> new Pan(stage, press)));
    }

    /// The space tool, for one gesture.
    public void useSpace() {
        enter(new Hold(stage, Pointer.CROSSHAIR, press -> new MoveSpace(stage, press)));
    }

    /// The global connect tool.
    public void useConnect() {
        enter(new Link(stage, Optional.empty()));
    }

    /// Connects from an element to the one that is pressed next.
    public void connectFrom(ElementId source) {
        enter(new Link(stage, Optional.of(source)));
    }

    /// Carries a new shape until it is put down.
    public void create(NodeKind kind) {
        enter(new Draw(stage, kind));
    }

    /// Carries a new shape until it is put down, and connects it with the one it follows.
    public void appendTo(ElementId source, NodeKind kind) {
        enter(new Draw(stage, kind, Optional.of(source)));
    }

    /// Whether something to be pasted is being carried.
    public boolean isCarrying() {
        return state instanceof Carry;
    }

    /// Carries what is to be pasted until it is put down.
    public void carry(Excerpt excerpt) {
        enter(new Carry(stage, excerpt));
    }

    /// Pastes at once, into the container that is at that place.
    ///
    /// @return false if it cannot stand there
    public boolean paste(Excerpt excerpt, Point center) {
        Optional<ElementId> below = excerpt.hasPools()
                ? Optional.empty()
                : picker().at(center, 0, picker()::isContainer).map(Picker.Hit::element);
        enter(new Select(stage));
        boolean pasted = Carry.paste(stage, excerpt, center, below);
        listener.accept(stage.shown());
        return pasted;
    }

    /// Creates a shape after another one, or on its border, at once, and asks for its name.
    public void append(ElementId source, NodeKind kind) {
        stage.execute(appending(source, kind));
        enter(new Select(stage));
        stage.show(stage.shown().withEditLabel(stage.selection().stream().findFirst()));
        listener.accept(stage.shown());
    }

    private static Command appending(ElementId source, NodeKind kind) {
        return kind.type() == BpmnType.BOUNDARY_EVENT ? new AttachShape(source, kind) : new AppendShape(source, kind);
    }

    /// Takes one end of the selected connection to another element by keys.
    public void redirect(End end) {
        stage.selection().stream()
                .findFirst()
                .filter(id ->
                        stage.selection().size() == 1 && stage.picker().edge(id).isPresent())
                .ifPresent(connection -> enter(new Redirect(stage, connection, end)));
    }

    /// Whether a connection is being drawn, or led elsewhere.
    public boolean isLinking() {
        return state instanceof Link || state instanceof Redirect;
    }

    /// Whether it is its source that is being looked for.
    public boolean isSeekingSource() {
        return state instanceof Redirect redirect && redirect.end() == End.SOURCE;
    }

    /// Shows what [#append] would do, until the next event or [#endPreview].
    public void previewAppend(ElementId source, NodeKind kind) {
        ChangeSet would = editor.preview(appending(source, kind));
        List<Point> line = would.created().stream()
                .flatMap(fresh -> would.after().edge(fresh.id()).stream())
                .findFirst()
                .map(Edge::waypoints)
                .orElse(List.of());
        List<Preview> shown = would.created().stream()
                .flatMap(fresh -> would.after().shape(fresh.id()).stream())
                .<Preview>map(shape -> new Preview.Appended(kind, shape.bounds(), line))
                .toList();
        stage.show(stage.shown().withPreviews(shown));
        listener.accept(stage.shown());
    }

    public void endPreview() {
        stage.show(stage.shown().withPreviews(List.of()));
        listener.accept(stage.shown());
    }

    /// The view has begun to edit the label, or has ended.
    public void labelEditHandled() {
        stage.show(stage.shown().withEditLabel(Optional.empty()));
        listener.accept(stage.shown());
    }

    /// Lets go of the editor.
    public void close() {
        editor.removeListener(follower);
    }

    private void follow(ChangeSet changes) {
        stage.follow(changes);
        listener.accept(stage.shown());
    }

    private void enter(State next) {
        state = next;
        listener.accept(stage.shown());
    }
}
