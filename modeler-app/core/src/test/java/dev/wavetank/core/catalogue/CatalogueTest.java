package dev.wavetank.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.EventDefinition.Kind;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.EditorInvariants;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.ReplaceElement;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.engine.EngineValidation;
import dev.wavetank.core.validation.schema.SchemaValidation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final SchemaValidation SCHEMA = new SchemaValidation();

    /// Entries that the engine runs as they are, without anything to fill in.
    private static final Set<String> COMPLETE = Set.of(
            "intermediate-event",
            "end-event",
            "end-terminate",
            "throw-compensation",
            "end-compensation",
            "task",
            "user-task",
            "manual-task",
            "receive-task",
            "parallel-gateway",
            "data-object",
            "data-store",
            "text-annotation",
            "start-variable-listener",
            "catch-variable-listener",
            "boundary-variable-listener",
            "boundary-compensation",
            "boundary-error",
            "camel-task");

    /// Start events that need no event sub-process around them.
    private static final Set<String> ANYWHERE = Set.of("start-event", "start-event-registry");

    /// Entries that nothing else becomes: markers and the opening of sub-processes are switched
    /// instead, and an open call activity has to be empty at first.
    private static final Set<String> ALONE =
            Set.of("participant-multiple", "data-object-collection", "sub-process-collapsed", "call-activity-open");

    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    static Stream<Entry> all() {
        return Catalogue.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isCreatedAsWhatItSaysAndIsValid(Entry entry) throws Exception {
        Editor editor = open();
        List<Finding> before = SCHEMA.validate(editor.diagram().document().bytes());

        ElementId created = create(editor, entry, entry);

        assertThat(new Offers(editor.diagram()).entryOf(created)).contains(entry);
        byte[] saved = editor.diagram().document().bytes();
        assertThat(new Offers(Diagram.read(saved)).entryOf(created)).contains(entry);
        assertThat(SCHEMA.validate(saved)).isEqualTo(before);
        assertThat(editor.diagram().findings()).isEmpty();
        if (COMPLETE.contains(entry.id())) {
            assertThat(engine(saved, created)).as(entry.id()).isEmpty();
        }
    }

    private static List<Finding> engine(byte[] saved, ElementId created) {
        return new EngineValidation()
                .validate(saved).stream()
                        .filter(finding -> finding.element().equals(Optional.of(created))
                                || finding.element().isEmpty())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatBecomesItIsTheSameAsWhatIsCreated(Entry entry) throws Exception {
        Editor editor = open();
        ElementId element = create(editor, Catalogue.entry(origin(entry)).orElseThrow(), entry);
        if (new Offers(editor.diagram()).replaceBy(element).contains(entry)) {
            editor.execute(new ReplaceElement(element, entry.kind()));

            assertThat(new Offers(editor.diagram()).entryOf(element)).contains(entry);
            byte[] saved = editor.diagram().document().bytes();
            assertThat(SCHEMA.validate(saved)).isEmpty();
        } else {
            assertThat(ALONE.contains(entry.id()) || entry.id().equals(origin(entry)))
                    .as("nothing becomes a " + entry.id())
                    .isTrue();
        }
    }

    @Test
    void everyIdIsItsOwn() {
        assertThat(Catalogue.ALL.stream().map(Entry::id)).doesNotHaveDuplicates();
        assertThat(Catalogue.ALL).hasSizeGreaterThan(85);
        assertThat(Catalogue.ALL.stream().filter(Entry::unsafe).map(Entry::id)).containsExactly("shell-task");
    }

    @Test
    void anEventBasedGatewayIsFollowedByWhatItCanWaitForOnly() throws Exception {
        Offers offers = new Offers(open().diagram());

        assertThat(offers.appendTo(new ElementId("Waits")).stream().map(Entry::id))
                .containsExactly(
                        "catch-message",
                        "catch-timer",
                        "catch-conditional",
                        "catch-signal",
                        "catch-event-registry",
                        "catch-variable-listener",
                        "receive-task",
                        "receive-event-task",
                        "text-annotation");
    }

    @Test
    void aTaskIsFollowedByEverythingThatFlowsReach() throws Exception {
        Offers offers = new Offers(open().diagram());

        List<String> ids =
                offers.appendTo(new ElementId("Work")).stream().map(Entry::id).toList();

        assertThat(ids).contains("task", "http-task", "end-error", "data-object", "text-annotation", "transaction");
        assertThat(ids)
                .doesNotContain(
                        "start-event",
                        "boundary-timer",
                        "catch-link",
                        "event-sub-process",
                        "end-cancel",
                        "participant",
                        "lane",
                        "group");
        assertThat(offers.appendTo(new ElementId("Reserve")).stream().map(Entry::id))
                .contains("end-cancel");
    }

    private Editor open() throws Exception {
        return invariants.open("catalogue.bpmn");
    }

    /// What is drawn first and then replaced.
    private static String origin(Entry entry) {
        return switch (entry.kind().type()) {
            case START_EVENT -> "start-event";
            case INTERMEDIATE_CATCH_EVENT, INTERMEDIATE_THROW_EVENT -> "intermediate-event";
            case BOUNDARY_EVENT -> "boundary-message";
            case END_EVENT -> "end-event";
            case PARTICIPANT -> entry.kind().vertical() ? "participant-vertical" : "participant";
            case DATA_OBJECT_REFERENCE -> "data-store";
            case DATA_STORE_REFERENCE -> "data-object";
            case SUB_PROCESS, TRANSACTION, AD_HOC_SUB_PROCESS -> "task";
            default -> {
                BpmnType type = entry.kind().type();
                yield type.isGateway() ? "exclusive-gateway" : type.isActivity() ? "task" : entry.id();
            }
        };
    }

    /// Creates the one where the other can stand.
    private static ElementId create(Editor editor, Entry drawn, Entry wanted) {
        BpmnType type = wanted.kind().type();
        boolean cancels = wanted.kind().event().equals(Optional.of(Kind.CANCEL));
        Optional<ElementId> target = Optional.empty();
        Point at = new Point(600, 120);
        if (type == BpmnType.BOUNDARY_EVENT) {
            target = Optional.of(new ElementId(cancels ? "Book" : "Work"));
            at = cancels ? new Point(300, 450) : new Point(250, 160);
        } else if (cancels) {
            target = Optional.of(new ElementId("Book"));
            at = new Point(350, 340);
        } else if (type == BpmnType.START_EVENT && !ANYWHERE.contains(wanted.id())) {
            target = Optional.of(new ElementId("Handle"));
            at = new Point(600, 340);
        } else if (type == BpmnType.LANE) {
            Entry pool = Catalogue.entry("participant").orElseThrow();
            target = Optional.of(create(editor, pool, pool));
        }
        ChangeSet changes = editor.execute(new CreateShape(drawn.kind(), at, target));
        return changes.created().stream()
                .filter(element -> element.type() == drawn.kind().type())
                .filter(element -> editor.diagram().shape(element.id()).isPresent())
                .map(BpmnElement::id)
                .toList()
                .getLast();
    }
}
