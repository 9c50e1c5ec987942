package dev.wavetank.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.ToggleMarker;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Marker;
import dev.wavetank.core.rules.MarkerRules;
import dev.wavetank.core.rules.Verdict;
import dev.wavetank.core.validation.schema.SchemaValidation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ToggleMarkerTest {
    @RegisterExtension
    final EditorInvariants invariants = new EditorInvariants();

    private static final SchemaValidation SCHEMA = new SchemaValidation();

    @Test
    void oneRepetitionTakesThePlaceOfAnother() throws Exception {
        Editor editor = open();

        toggle(editor, "Pack", Marker.LOOP);
        assertThat(element(editor, "Pack").loop()).isEqualTo(BpmnElement.Loop.STANDARD);
        toggle(editor, "Pack", Marker.PARALLEL);
        assertThat(element(editor, "Pack").loop()).isEqualTo(BpmnElement.Loop.PARALLEL);
        toggle(editor, "Pack", Marker.PARALLEL);
        assertThat(element(editor, "Pack").loop()).isEqualTo(BpmnElement.Loop.NONE);
    }

    @Test
    void whatSeveralInstancesAreMadeOfStaysWhenTheirOrderChanges() throws Exception {
        Editor editor = open();

        toggle(editor, "Check", Marker.PARALLEL);

        assertThat(element(editor, "Check").loop()).isEqualTo(BpmnElement.Loop.PARALLEL);
        assertThat(element(editor, "Check").xml().toString()).contains("<loopCardinality/>");
    }

    @Test
    void aSubProcessIsDoneInAnyOrderAndBack() throws Exception {
        Editor editor = open();

        toggle(editor, "Ship", Marker.AD_HOC);
        assertThat(element(editor, "Ship").type()).isEqualTo(BpmnType.AD_HOC_SUB_PROCESS);
        assertThat(editor.diagram().children(id("Ship"))).hasSize(1);
        toggle(editor, "Ship", Marker.AD_HOC);
        assertThat(element(editor, "Ship").type()).isEqualTo(BpmnType.SUB_PROCESS);
    }

    @Test
    void anExclusiveGatewayIsDrawnWithAndWithoutItsCross() throws Exception {
        Editor editor = open();
        ElementId gateway = editor.execute(new CreateShape(
                        NodeKind.of(BpmnType.EXCLUSIVE_GATEWAY), new Point(500, 320), Optional.of(id("Shop"))))
                .created()
                .getFirst()
                .id();

        editor.execute(new ToggleMarker(gateway, Marker.CROSS));
        assertThat(editor.diagram().shape(gateway).orElseThrow().markerVisible())
                .isFalse();
        editor.execute(new ToggleMarker(gateway, Marker.CROSS));
        assertThat(editor.diagram().shape(gateway).orElseThrow().markerVisible())
                .isTrue();
        assertThat(editor.execute(new ToggleMarker(id("Check"), Marker.CROSS)).isEmpty())
                .as("a task has none")
                .isTrue();
    }

    @Test
    void noFlowReachesWhatCompensates() throws Exception {
        Editor editor = open();

        toggle(editor, "Ship", Marker.COMPENSATION);

        assertThat(element(editor, "Ship").isForCompensation()).isTrue();
        assertThat(editor.diagram().element(id("Flow_1"))).isEmpty();
    }

    @Test
    void theDataObjectBehindTheSignIsTheList() throws Exception {
        Editor editor = open();

        toggle(editor, "Orders", Marker.COLLECTION);

        assertThat(element(editor, "Object").isCollection()).isTrue();
    }

    @Test
    void aBoundaryEventLetsItsActivityGoOn() throws Exception {
        Editor editor = open();

        toggle(editor, "Late", Marker.NON_INTERRUPTING);

        assertThat(element(editor, "Late").attribute("cancelActivity")).contains("false");
        assertThat(new MarkerRules(editor.diagram()).canToggle(id("Failed"), Marker.NON_INTERRUPTING))
                .isEqualTo(new Verdict.Forbidden("After an error, a cancellation or a compensation nothing goes on."));
    }

    @Test
    void aParticipantStandsForSeveral() throws Exception {
        Editor editor = open();

        toggle(editor, "Shop", Marker.MULTIPLE);

        assertThat(element(editor, "Shop").isMultiple()).isTrue();
    }

    @Test
    void aFlowBecomesTheDefaultAndThenAnOrdinaryOneAgain() throws Exception {
        Editor editor = open();

        toggle(editor, "Flow_1", Marker.DEFAULT);
        assertThat(element(editor, "Check").defaultFlow()).contains(id("Flow_1"));
        toggle(editor, "Flow_1", Marker.DEFAULT);
        assertThat(element(editor, "Check").defaultFlow()).isEmpty();
    }

    @Test
    void anEventBasedGatewayBeginsTheProcessIfNothingLeadsToIt() throws Exception {
        Editor editor = open();
        ElementId gateway = editor.execute(new CreateShape(
                        NodeKind.of(BpmnType.EVENT_BASED_GATEWAY), new Point(800, 150), Optional.of(id("Shop"))))
                .created()
                .getFirst()
                .id();

        toggle(editor, gateway.value(), Marker.INSTANTIATING);
        assertThat(element(editor, gateway.value()).isInstantiating()).isTrue();
        toggle(editor, gateway.value(), Marker.INSTANTIATING);
        editor.execute(new Connect(id("Ship"), gateway));

        assertThat(new MarkerRules(editor.diagram())
                        .canToggle(gateway, Marker.INSTANTIATING)
                        .isAllowed())
                .isFalse();
    }

    private static void toggle(Editor editor, String element, Marker marker) {
        editor.execute(new ToggleMarker(id(element), marker));
        assertThat(SCHEMA.validate(editor.diagram().document().bytes())).isEmpty();
    }

    private Editor open() throws Exception {
        return invariants.open("markers.bpmn");
    }

    private static BpmnElement element(Editor editor, String id) {
        return editor.diagram().element(id(id)).orElseThrow();
    }

    private static ElementId id(String value) {
        return new ElementId(value);
    }
}
