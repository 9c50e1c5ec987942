package dev.wavetank.app.feature.tour;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the tour asks for, in order. A step is over when it was really done, however it was done.
public enum TourStep {
    /// A diagram to draw in: it has a start event and nothing else yet.
    CREATE("file.new", List.of("#tool-file-new")),
    APPEND("edit.append", List.of("#element-menu", "#pad-append-task", ".diagram-canvas")),
    NAME("edit.rename", List.of("#label-editor", "#pad-rename", ".diagram-canvas")),
    END("edit.append", List.of("#element-menu", "#pad-append-end", ".diagram-canvas")),
    SAVE("file.save", List.of("#tool-file-save")),
    CLUSTER("run.cluster", List.of("#tool-run-cluster")),
    /// Nothing is asked any more; the tour says what comes next.
    DONE("help.tour", List.of("#cluster-view"));

    private final String command;
    private final List<String> places;

    TourStep(String command, List<String> places) {
        this.command = command;
        this.places = places;
    }

    /// The command whose key the step names.
    String command() {
        return command;
    }

    /// Where the step is done: the first of these that can be seen.
    List<String> places() {
        return places;
    }

    /// Whether what the step asks for is there.
    boolean isDone(Optional<DocumentSession> document, boolean clusterSeen) {
        return switch (this) {
            case CREATE ->
                in(
                        document,
                        diagram ->
                                starts(diagram) && activities(diagram).findAny().isEmpty());
            case APPEND ->
                in(
                        document,
                        diagram -> reached(diagram).anyMatch(it -> it.type().isActivity()));
            case NAME ->
                in(
                        document,
                        diagram -> activities(diagram)
                                .anyMatch(activity -> activity.name()
                                        .filter(name -> !name.isBlank())
                                        .isPresent()));
            case END -> in(document, diagram -> reached(diagram).anyMatch(it -> it.type() == BpmnType.END_EVENT));
            case SAVE ->
                document.filter(session -> !session.isDirty() && session.file().isPresent())
                        .isPresent();
            case CLUSTER -> clusterSeen;
            case DONE -> false;
        };
    }

    private static boolean in(Optional<DocumentSession> document, Predicate<Diagram> wanted) {
        return document.map(DocumentSession::diagram).filter(wanted).isPresent();
    }

    private static boolean starts(Diagram diagram) {
        return diagram.elements().stream().anyMatch(it -> it.type() == BpmnType.START_EVENT);
    }

    private static Stream<BpmnElement> activities(Diagram diagram) {
        return diagram.elements().stream().filter(it -> it.type().isActivity());
    }

    /// What a sequence flow leads to.
    private static Stream<BpmnElement> reached(Diagram diagram) {
        return diagram.elements().stream()
                .filter(it -> it.type() == BpmnType.SEQUENCE_FLOW)
                .flatMap(flow -> flow.target().flatMap(diagram::element).stream());
    }
}
