package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.DefinitionLinks;
import dev.wavetank.engine.flowable.ProcessDefinitions;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.io.InputStream;
import java.util.Optional;

/// `repository/process-definitions`.
final class DefinitionResource {
    private static final String XML = "text/xml";
    private static final String PNG = "image/png";

    private final ProcessDefinitions definitions;
    private final DefinitionLinks links;

    DefinitionResource(ProcessDefinitions definitions, DefinitionLinks links) {
        this.definitions = definitions;
        this.links = links;
    }

    void declare(Api api) {
        Api.Section section = api.section("Process definitions", Caller.ROOT + "/repository/process-definitions");
        section.get("", "Lists process definitions")
                .query(ProcessDefinitions.fields())
                .to(Lists.get(definitions::list));
        section.get("/{id}", "Reads a process definition")
                .to(Call.json(call -> definitions.get(call.caller(), call.id())));
        section.put("/{id}", "Suspends, activates or categorises a process definition")
                .body(
                        Field.oneOf("action", "suspend", "activate"),
                        Field.flag("includeProcessInstances"),
                        Field.instant("date"),
                        Field.text("category"))
                .to(Call.json(this::change));
        contents(section);
        links(section);
    }

    private void contents(Api.Section section) {
        section.get("/{id}/resourcedata", "Reads a process definition's file")
                .answers(200, XML)
                .to(Call.bytes(XML, call -> {
                    try (InputStream file = definitions.source(call.caller(), call.id())) {
                        return file.readAllBytes();
                    }
                }));
        section.get("/{id}/model", "Reads a process definition as the engine understands it")
                .to(Call.json(call -> definitions.model(call.caller(), call.id())));
        section.get("/{id}/image", "Reads the picture that was deployed beside a process")
                .answers(200, PNG)
                .to(Call.bytes(PNG, call -> {
                    try (InputStream file = definitions.image(call.caller(), call.id())) {
                        return file.readAllBytes();
                    }
                }));
        for (String path : new String[] {"decisions", "decision-tables"}) {
            section.get("/{id}/" + path, "Lists the " + path.replace('-', ' ') + " that a process names")
                    .to(Call.json(call -> definitions.decisions(call.caller(), call.id())));
        }
        section.get("/{id}/form-definitions", "Lists forms (needs a form engine)")
                .to(Call.json(call -> {
                    definitions.get(call.caller(), call.id());
                    throw noForms();
                }));
        section.get("/{id}/start-form", "Reads the form of a start, nothing if it has none (needs a form engine)")
                .answers(200)
                .to(Call.nothing(200, call -> {
                    if (definitions.hasStartForm(call.caller(), call.id())) throw noForms();
                }));
    }

    private static ProblemException noForms() {
        return ProblemException.notFound(
                "There is no form engine in this cluster: form/form-data has the forms of the process itself.");
    }

    private void links(Api.Section section) {
        String one = "/{id}/identitylinks/{family}/{identity}";
        section.get("/{id}/identitylinks", "Lists who may start a process")
                .to(Call.json(call -> links.list(call.caller(), call.id())));
        section.post("/{id}/identitylinks", "Lets a user or a group start a process")
                .body(Field.text("user"), Field.text("group"))
                .answers(201, "application/json")
                .to(Call.json(201, call -> {
                    ObjectNode body = call.body();
                    return links.create(call.caller(), call.id(), call.parameters(body));
                }));
        section.get(one, "Reads that a user or a group may start a process")
                .to(Call.json(call -> links.get(call.caller(), call.id(), call.path("family"), call.path("identity"))));
        section.delete(one, "No longer lets a user or a group start a process")
                .to(Call.nothing(
                        204,
                        call -> links.delete(call.caller(), call.id(), call.path("family"), call.path("identity"))));
    }

    private Object change(Call call) {
        ObjectNode body = call.body();
        Parameters parameters = call.parameters(body);
        Optional<String> category = parameters.text("category");
        if (category.isPresent()) return definitions.categorise(call.caller(), call.id(), category.get());
        boolean suspend = switch (Call.action(body)) {
            case "suspend" -> true;
            case "activate" -> false;
            default -> throw ProblemException.badRequest("action must be suspend or activate.");
        };
        boolean instances = parameters.flag("includeProcessInstances").orElse(false);
        return definitions.suspend(call.caller(), call.id(), suspend, instances, parameters.instant("date"));
    }
}
