package dev.wavetank.engine.rest;

import static dev.wavetank.engine.tenant.Caller.ROOT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Deployments;
import dev.wavetank.engine.flowable.Deployments.File;
import dev.wavetank.engine.flowable.ProcessDefinitions;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Multipart;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.http.HeaderNames;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// `repository/deployments` and `repository/process-definitions`.
final class RepositoryResource {
    private static final String XML = "text/xml";
    /// The names by which the engine knows what a file is; other kinds are not taken.
    private static final Pattern DEPLOYABLE = Pattern.compile("[\\w .()+-]{1,200}\\.(bpmn|bpmn20\\.xml|dmn)");

    private final Deployments deployments;
    private final ProcessDefinitions definitions;

    RepositoryResource(Deployments deployments, ProcessDefinitions definitions) {
        this.deployments = deployments;
        this.definitions = definitions;
    }

    void declare(Api api) {
        Api.Section section = api.section("Deployments", ROOT + "/repository/deployments");
        section.post("", "Deploys files")
                .query(Field.text("deploymentName"), Field.text("tenantId"))
                .form(
                        Field.file("file").must(),
                        Field.text("deploymentName"),
                        Field.text("category"),
                        Field.text("tenantId"))
                .answers(201, "application/json")
                .to(Call.json(201, this::deploy));
        section.get("", "Lists deployments").query(Deployments.fields()).to(Lists.get(deployments::list));
        section.get("/{id}", "Reads a deployment").to(Call.json(call -> deployments.get(call.caller(), call.id())));
        section.delete("/{id}", "Deletes a deployment")
                .query(Field.flag("cascade"))
                .to(Call.nothing(204, this::delete));
        section.get("/{id}/resources", "Lists the files of a deployment")
                .to(Call.json(call -> deployments.resources(call.caller(), call.id())));
        section.get("/{id}/resourcedata/{name}", "Reads a file of a deployment")
                .answers(200, XML)
                .to(Call.bytes(XML, call -> {
                    try (InputStream file = deployments.resource(call.caller(), call.id(), call.path("name"))) {
                        return file.readAllBytes();
                    }
                }));
        definitions(api.section("Process definitions", ROOT + "/repository/process-definitions"));
    }

    private void definitions(Api.Section section) {
        section.get("", "Lists process definitions")
                .query(ProcessDefinitions.fields())
                .to(Lists.get(definitions::list));
        section.get("/{id}", "Reads a process definition")
                .to(Call.json(call -> definitions.get(call.caller(), call.id())));
        section.put("/{id}", "Suspends or activates a process definition")
                .body(Field.oneOf("action", "suspend", "activate").must(), Field.flag("includeProcessInstances"))
                .to(Call.json(this::change));
        section.get("/{id}/resourcedata", "Reads a process definition's file")
                .answers(200, XML)
                .to(Call.bytes(XML, call -> {
                    try (InputStream file = definitions.source(call.caller(), call.id())) {
                        return file.readAllBytes();
                    }
                }));
    }

    private Object deploy(Call call) {
        String type = call.request().headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        List<Multipart.Part> parts = Multipart.parse(type, Json.bytes(call.request()));
        List<File> files = new ArrayList<>();
        for (Multipart.Part part : parts) {
            if (!part.file().isEmpty()) files.add(file(part));
        }
        if (files.isEmpty()) throw ProblemException.badRequest("No file was sent.");
        Parameters query = call.query();
        Optional<String> tenant = field(parts, "tenantId").or(() -> query.text("tenantId"));
        String name = field(parts, "deploymentName")
                .or(() -> query.text("deploymentName"))
                .orElseGet(() -> files.getFirst().name().replaceFirst("\\.(bpmn20\\.xml|bpmn|dmn)$", ""));
        String category = field(parts, "category").orElse(null);
        return deployments.deploy(call.caller().narrowedTo(tenant), name, category, files);
    }

    private static File file(Multipart.Part part) {
        String name = part.file().replaceFirst("^.*[/\\\\]", "");
        if (!DEPLOYABLE.matcher(name).matches()) {
            throw ProblemException.badRequest(
                    "A deployment takes files named *.bpmn, *.bpmn20.xml or *.dmn, not '" + name + "'.");
        }
        return new File(name, part.content());
    }

    private static Optional<String> field(List<Multipart.Part> parts, String name) {
        Predicate<Multipart.Part> wanted =
                part -> part.file().isEmpty() && part.name().equals(name);
        return parts.stream()
                .filter(wanted)
                .map(part -> part.text().strip())
                .filter(text -> !text.isEmpty() && text.length() <= 255)
                .findFirst();
    }

    private void delete(Call call) {
        boolean cascade = call.query().flag("cascade").orElse(false);
        deployments.delete(call.caller(), call.id(), cascade);
    }

    private Object change(Call call) {
        ObjectNode body = call.body();
        boolean instances = body.path("includeProcessInstances").asBoolean(false);
        boolean suspend = switch (Call.action(body)) {
            case "suspend" -> true;
            case "activate" -> false;
            default -> throw ProblemException.badRequest("action must be suspend or activate.");
        };
        return definitions.suspend(call.caller(), call.id(), suspend, instances);
    }
}
