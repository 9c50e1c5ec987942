package dev.wavetank.core.validation.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowElementsContainer;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.validation.ValidationError;
import org.flowable.validation.validator.Problems;
import org.flowable.validation.validator.ProcessLevelValidator;

/// What the engine's own validator of sequence flows finds, in the same words: a flow has two ends, and both stand in
/// the same scope. That one goes through the whole process for each end; this one looks the scopes up.
final class SequenceFlowEnds extends ProcessLevelValidator {
    @Override
    protected void executeValidation(BpmnModel model, Process process, List<ValidationError> errors) {
        Map<String, FlowElementsContainer> scopes = new HashMap<>();
        collect(process, scopes);
        for (SequenceFlow flow : process.findFlowElementsOfType(SequenceFlow.class)) {
            FlowElementsContainer from = scopes.get(flow.getSourceRef());
            FlowElementsContainer to = scopes.get(flow.getTargetRef());
            if (from == null) {
                addError(errors, Problems.SEQ_FLOW_INVALID_SRC, process, flow, "Invalid source for sequenceflow");
            }
            if (to == null) {
                addError(errors, Problems.SEQ_FLOW_INVALID_TARGET, process, flow, "Invalid target for sequenceflow");
            }
            if (from != null && to != null && from != to) {
                addError(
                        errors,
                        Problems.SEQ_FLOW_INVALID_TARGET,
                        process,
                        flow,
                        "Invalid target for sequenceflow, the target isn't defined in the same scope as the source");
            }
        }
    }

    /// Of two elements with the same id the first one counts.
    private static void collect(FlowElementsContainer scope, Map<String, FlowElementsContainer> scopes) {
        for (FlowElement element : scope.getFlowElements()) {
            if (element.getId() != null && !element.getId().isEmpty()) {
                scopes.putIfAbsent(element.getId(), scope);
            }
            if (element instanceof FlowElementsContainer inner) {
                collect(inner, scopes);
            }
        }
    }
}
