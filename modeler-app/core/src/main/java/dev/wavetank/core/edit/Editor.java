package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.xml.XmlDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one way to change a diagram. Executes commands, each with its behaviours as one step of the history, and
/// tells its listeners once per gesture what changed. Not for several threads: one editor belongs to the thread of
/// its view; the diagrams it hands out are immutable and may go anywhere.
public final class Editor {
    private final List<Behavior> behaviors;
    private final RandomGenerator random;
    private final History history = new History();
    private final List<Consumer<ChangeSet>> listeners = new CopyOnWriteArrayList<>();
    private Diagram diagram;

    public Editor(Diagram diagram) {
        this(diagram, Behaviors.ALL, RandomGenerator.getDefault());
    }

    /// @param random where the random part of new ids comes from
    public Editor(Diagram diagram, List<Behavior> behaviors, RandomGenerator random) {
        this.diagram = diagram;
        this.behaviors = List.copyOf(behaviors);
        this.random = random;
    }

    public Diagram diagram() {
        return diagram;
    }

    public History history() {
        return history;
    }

    /// Called after each gesture, undo and redo.
    public void addListener(Consumer<ChangeSet> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<ChangeSet> listener) {
        listeners.remove(listener);
    }

    /// Carries the command out. An empty change set says that there was nothing to do, or that the rules forbid
    /// it; then nothing was recorded and nobody told. If command or behaviour fails, the diagram stays as it was.
    public ChangeSet execute(Command command) {
        ChangeSet changes = preview(command);
        if (!changes.isEmpty()) {
            history.record(changes);
            enter(changes);
        }
        return changes;
    }

    /// What the command would do, without doing it.
    public ChangeSet preview(Command command) {
        Transaction transaction = new Transaction(diagram, random);
        if (diagram.definitions().isPresent()) { // a file that is not BPMN is shown, not drawn in
            command.apply(transaction);
        }
        if (command.hasConsequences() && !transaction.changes().isEmpty()) {
            behaviors.forEach(behavior -> behavior.complete(transaction));
        }
        return transaction.changes();
    }

    /// Makes a later version of the document the present one, as one step of the history. What somebody typed
    /// stands as it was typed: no behaviour completes it.
    ///
    /// @param next made from the present document, which shares with it all that is the same
    public ChangeSet adopt(XmlDocument next) {
        if (next == diagram.document()) {
            return new ChangeSet(diagram, diagram, Set.of());
        }
        return enter(step(next));
    }

    /// Goes back to an earlier state, as one more step of the history: it can be undone like any other.
    public ChangeSet restore(Diagram earlier) {
        if (earlier == diagram) {
            return new ChangeSet(diagram, diagram, Set.of());
        }
        XmlDocument there = earlier.document();
        return enter(new Diagram.Step(earlier, step(there).touched()));
    }

    private ChangeSet enter(Diagram.Step step) {
        ChangeSet changes = new ChangeSet(diagram, step.diagram(), step.touched());
        history.record(changes);
        enter(changes);
        return changes;
    }

    /// Another root makes another file, and who bears an id that two have depends on the whole of it; all else is
    /// indexed at the cost of the change.
    private Diagram.Step step(XmlDocument next) {
        boolean sameRoot = next.root().key() == diagram.document().root().key()
                && next.root().attribute("id").equals(diagram.document().root().attribute("id"));
        if (sameRoot && !sharesIds(diagram)) {
            Diagram.Step step = diagram.after(next);
            if (!sharesIds(step.diagram())) {
                return step;
            }
        }
        Diagram read = Diagram.of(next);
        Set<ElementId> all = Stream.of(diagram, read)
                .flatMap(one -> one.elements().stream())
                .map(BpmnElement::id)
                .collect(Collectors.toSet());
        return new Diagram.Step(read, all);
    }

    private static boolean sharesIds(Diagram diagram) {
        return diagram.elements().stream()
                .anyMatch(element -> element.id().isSynthetic()
                        && element.attribute("id").filter(id -> !id.isBlank()).isPresent());
    }

    /// Takes the latest step back; empty if there is none.
    public Optional<ChangeSet> undo() {
        Optional<ChangeSet> undone = history.undo();
        undone.ifPresent(this::enter);
        return undone;
    }

    /// Does the step again that was taken back last.
    public Optional<ChangeSet> redo() {
        Optional<ChangeSet> redone = history.redo();
        redone.ifPresent(this::enter);
        return redone;
    }

    private void enter(ChangeSet changes) {
        diagram = changes.after();
        listeners.forEach(listener -> listener.accept(changes));
    }
}
