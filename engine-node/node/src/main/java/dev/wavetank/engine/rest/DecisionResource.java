package dev.wavetank.engine.rest;

import static dev.wavetank.engine.tenant.Caller.DECISION_ROOT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.DecisionDeployments;
import dev.wavetank.engine.flowable.Decisions;
import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Multipart;
import dev.wavetank.engine.web.ProblemException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `/flowable-rest/dmn-api`: decisions, their deployments and the record of their executions; [RuleResource]
/// executes them.
final class DecisionResource {
    private static final String XML = "text/xml";
    private static final Pattern DEPLOYABLE = Pattern.compile("[\\w .()+-]{1,200}\\.dmn");

    private final Decisions decisions;
    private final DecisionDeployments deployments;
    private final Engine engine;

    DecisionResource(Engine engine) {
        this.engine = engine;
        this.decisions = engine.decisions();
        this.deployments = engine.decisionDeployments();
    }

    void declare(Api api) {
        Api.Section section = api.section("Decisions", DECISION_ROOT);
        deployments(section);
        list(section, "decisions");
        list(section, "decision-tables");
        history(section);
        section.get("/dmn-management/engine", "Tells the decision engine's name and version")
                .to(Call.json(call -> engine.about()));
    }

    private void deployments(Api.Section section) {
        String path = "/dmn-repository/deployments";
        section.post(path, "Deploys a decision")
                .query(Field.text("tenantId"))
                .form(Field.file("file").must(), Field.text("tenantId"))
                .answers(201, "application/json")
                .to(Call.json(201, this::deploy));
        section.get(path, "Lists deployments of decisions")
                .query(DecisionDeployments.fields())
                .to(Lists.get(deployments::list));
        section.get(path + "/{id}", "Reads a deployment of decisions")
                .to(Call.json(call -> deployments.get(call.caller(), call.id())));
        section.delete(path + "/{id}", "Deletes a deployment of decisions")
                .to(Call.nothing(204, call -> deployments.delete(call.caller(), call.id())));
        section.get(path + "/{id}/resourcedata/{name}", "Reads a file of a deployment of decisions")
                .answers(200, XML)
                .to(Call.bytes(XML, call -> {
                    try (InputStream file = deployments.resource(call.caller(), call.id(), call.path("name"))) {
                        return file.readAllBytes();
                    }
                }));
    }

    private Object deploy(Call call) {
        List<Multipart.Part> parts = Uploads.parts(call);
        Multipart.Part file = Uploads.file(parts);
        String name = file.file().replaceFirst("^.*[/\\\\]", "");
        if (!DEPLOYABLE.matcher(name).matches()) {
            throw ProblemException.badRequest("File must be of type .dmn, not '" + name + "'.");
        }
        Optional<String> tenant =
                Uploads.field(parts, "tenantId").or(() -> call.query().text("tenantId"));
        ObjectNode deployed = deployments.deploy(call.caller().narrowedTo(tenant), name, file.content());
        return deployed;
    }

    /// @param path decisions stand under their old name too
    private void list(Api.Section section, String path) {
        String root = "/dmn-repository/" + path;
        String one = "Reads a decision";
        section.get(root, "Lists " + path.replace('-', ' '))
                .query(Decisions.fields())
                .to(Lists.get((caller, parameters) -> decisions.list(caller, path, parameters)));
        section.get(root + "/{id}", one).to(Call.json(call -> decisions.get(call.caller(), path, call.id())));
        section.get(root + "/{id}/model", one + " as the engine understands it")
                .to(Call.json(call -> decisions.model(call.caller(), call.id())));
        section.get(root + "/{id}/resourcedata", one + "'s file")
                .answers(200, XML)
                .to(Call.bytes(XML, call -> {
                    try (InputStream file = decisions.source(call.caller(), call.id())) {
                        return file.readAllBytes();
                    }
                }));
    }

    private void history(Api.Section section) {
        String path = "/dmn-history/historic-decision-executions";
        section.get(path, "Lists executions of decisions")
                .query(Decisions.executionFields())
                .to(Lists.get(decisions::executions));
        section.get(path + "/{id}", "Reads an execution of a decision")
                .to(Call.json(call -> decisions.execution(call.caller(), call.id())));
        section.get(path + "/{id}/auditdata", "Reads which rules an execution hit")
                .to(Call.bytes(
                        "application/json",
                        call -> decisions.audit(call.caller(), call.id()).getBytes(StandardCharsets.UTF_8)));
    }
}
