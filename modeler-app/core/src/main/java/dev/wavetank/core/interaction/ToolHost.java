package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.command.AppendShape;
import dev.wavetank.core.edit.command.NodeKind;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One sheet's interaction: a view hands it pointer and key events, palettes and context pads pick tools, and
/// whoever draws asks for the state. All on the thread of the editor.
///
/// ```
/// Select ─ press on shape ─▶ Drag        Select ─ press on label ─▶ LabelDrag      Draw, Link, Hold: from the
/// palette
///        ─ press on handle ─▶ Resize            ─ press on selected line ─▶ LineDrag
///        ─ press on nothing ─▶ Pan, with Shift ─▶ Lasso         every gesture ends in Select; Escape gives it up
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
        this.stage = new Stage(editor, new Picker(editor.diagram(), plane), view);
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

    /// Creates a shape after another one, at once, and asks for its name.
    public void append(ElementId source, NodeKind kind) {
        stage.execute(new AppendShape(source, kind));
        enter(new Select(stage));
        stage.show(stage.shown().withEditLabel(stage.selection().stream().findFirst()));
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
