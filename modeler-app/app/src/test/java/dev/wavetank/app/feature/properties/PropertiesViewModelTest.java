package dev.wavetank.app.feature.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.TestSessions;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.FlowableParts;
import dev.wavetank.core.edit.command.NodeKind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PropertiesViewModelTest {
    private final Workspace workspace = new Workspace();
    private final DocumentSession document = TestSessions.order();
    private final PropertiesViewModel model = new PropertiesViewModel(workspace);

    private void select(String id) {
        workspace.add(document);
        document.selectionProperty().set(Set.of(new ElementId(id)));
    }

    private Field field(String key) {
        return model.fieldsProperty().get().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFlowableAttributeIsOneStepOfTheHistory() {
        select("ship");

        model.set(field("flowable:assignee"), "ada");

        assertThat(document.diagram().document().text())
                .contains("flowable:assignee=\"ada\"")
                .contains("xmlns:flowable=\"http://flowable.org/bpmn\"");
        assertThat(model.value(field("flowable:assignee"))).isEqualTo("ada");
        assertThat(document.editor().history().depth()).isEqualTo(1);
        document.undo();
        assertThat(model.value(field("flowable:assignee"))).isEmpty();
        assertThat(document.isDirty()).isFalse();
    }

    @Test
    void aFieldOfTheEnginesOwnTaskIsSetInItsPlace() {
        workspace.add(document);
        var task = new ElementId("ship");
        document.execute(new dev.wavetank.core.edit.command.ReplaceElement(
                task, NodeKind.of(BpmnType.SERVICE_TASK).with(FlowableParts.task("http", Map.of("requestUrl", "")))));
        document.selectionProperty().set(Set.of(task));

        model.set(field("field:requestUrl"), "http://carrier");

        assertThat(model.value(field("field:requestUrl"))).isEqualTo("http://carrier");
        assertThat(document.diagram().document().text()).contains("http://carrier</flowable:string>");
        document.undo();
        assertThat(model.value(field("field:requestUrl"))).isEmpty();
    }

    @Test
    void aFlagThatIsOnByDefaultCanBeSwitchedOffAndBack() {
        select("ship");
        String before = document.diagram().document().text();
        assertThat(model.isOn(field("flowable:exclusive"))).isTrue();

        model.turn(field("flowable:exclusive"), false);
        assertThat(document.diagram().document().text()).contains("flowable:exclusive=\"false\"");
        assertThat(model.isOn(field("flowable:exclusive"))).isFalse();

        model.turn(field("flowable:exclusive"), true);
        assertThat(document.diagram().document().text()).doesNotContain("flowable:exclusive");
        document.undo();
        document.undo();
        assertThat(document.diagram().document().text()).isEqualTo(before);
    }

    @Test
    void documentationIsWrittenChangedAndTakenAway() {
        select("ship");
        String before = document.diagram().document().text();

        model.set(field("documentation"), "Packs & ships");
        assertThat(document.diagram().document().text()).contains("<documentation>Packs &amp; ships</documentation>");
        model.set(field("documentation"), "Ships");
        assertThat(document.diagram().document().text()).contains("<documentation>Ships</documentation>");

        document.undo();
        document.undo();
        assertThat(document.diagram().document().text()).isEqualTo(before);
    }

    @Test
    void aConditionIsAFormalExpression() {
        select("to_ship");

        model.set(field("conditionExpression"), "${total > 100}");

        assertThat(document.diagram().document().text())
                .contains("xsi:type=\"tFormalExpression\">${total &gt; 100}</conditionExpression>");
    }

    @Test
    void theSameValueIsNoStep() {
        select("ship");

        model.set(field("name"), "Ship");

        assertThat(document.editor().history().depth()).isZero();
    }
}
