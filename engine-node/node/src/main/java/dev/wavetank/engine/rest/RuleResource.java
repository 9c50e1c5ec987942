package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Rules;
import dev.wavetank.engine.flowable.VariableValues;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import java.util.Map;

/// `/flowable-rest/dmn-api/dmn-rule`: executes decisions.
final class RuleResource {
    private final Rules rules;

    RuleResource(Rules rules) {
        this.rules = rules;
    }

    void declare(Api api) {
        Api.Section section = api.section("Decisions", Caller.DECISION_ROOT + "/dmn-rule");
        declare(section, "/execute", Rules.Kind.EITHER, "Executes a decision or a decision service");
        declare(section, "/execute-decision", Rules.Kind.DECISION, "Executes a decision");
        declare(section, "/execute-decision-service", Rules.Kind.SERVICE, "Executes a decision service");
    }

    /// Executes.
    @FunctionalInterface
    private interface Execution {
        ObjectNode run(Caller caller, Rules.Kind kind, Parameters parameters, Map<String, Object> inputs);
    }

    private void declare(Api.Section section, String path, Rules.Kind kind, String summary) {
        one(section, path, kind, summary, rules::execute);
        one(section, path + "/single-result", kind, summary + " that gives one result", rules::executeForOne);
    }

    private static void one(Api.Section section, String path, Rules.Kind kind, String summary, Execution execution) {
        section.post(path, summary)
                .body(
                        Field.text("decisionKey").must(),
                        Field.text("tenantId"),
                        Field.text("parentDeploymentId"),
                        Field.variables("inputVariables"))
                .answers(201, "application/json")
                .to(Call.json(201, call -> {
                    ObjectNode body = call.body();
                    Parameters parameters = call.parameters(body);
                    Map<String, Object> inputs = VariableValues.read(body.get("inputVariables"), "inputVariables");
                    return execution.run(call.caller(parameters), kind, parameters, inputs);
                }));
    }
}
