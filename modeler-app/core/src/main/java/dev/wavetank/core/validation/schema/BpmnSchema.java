package dev.wavetank.core.validation.schema;

import java.util.Objects;
import javax.xml.validation.Schema;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;

/// The BPMN 2.0 schema as the library carries it, which shows it to its own parsers only.
final class BpmnSchema extends BpmnParser {
    Schema compiled() {
        return Objects.requireNonNull(schemas.get(BpmnModelConstants.BPMN20_NS));
    }
}
