package dev.wavetank.engine.rest;

import static dev.wavetank.engine.rest.Resources.caller;
import static dev.wavetank.engine.rest.Resources.id;
import static dev.wavetank.engine.tenant.Caller.ROOT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Deployments;
import dev.wavetank.engine.flowable.Deployments.File;
import dev.wavetank.engine.flowable.ProcessDefinitions;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Multipart;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// `repository/deployments` and `repository/process-definitions`.
final class RepositoryResource {
    private static final String DEPLOYMENTS = ROOT + "/repository/deployments";
    private static final String DEFINITIONS = ROOT + "/repository/process-definitions";
    /// The names by which the engine knows what a file is; other kinds are not taken.
    private static final Pattern DEPLOYABLE = Pattern.compile("[\\w .()+-]{1,200}\\.(bpmn|bpmn20\\.xml|dmn)");

    private final Deployments deployments;
    private final ProcessDefinitions definitions;

    RepositoryResource(Deployments deployments, ProcessDefinitions definitions) {
        this.deployments = deployments;
        this.definitions = definitions;
    }

    void routes(HttpRouting.Builder routing) {
        routing.post(DEPLOYMENTS, this::deploy)
                .get(
                        DEPLOYMENTS,
                        (request, response) -> Json.send(
                                response, 200, deployments.list(caller(request), Parameters.ofQuery(request))))
                .get(
                        DEPLOYMENTS + "/{id}",
                        (request, response) ->
                                Json.send(response, 200, deployments.get(Caller.of(request), id(request))))
                .delete(DEPLOYMENTS + "/{id}", this::delete)
                .get(
                        DEPLOYMENTS + "/{id}/resources",
                        (request, response) ->
                                Json.send(response, 200, deployments.resources(Caller.of(request), id(request))))
                .get(DEPLOYMENTS + "/{id}/resourcedata/{name}", (request, response) -> {
                    String name = request.path().pathParameters().get("name");
                    sendXml(response, deployments.resource(Caller.of(request), id(request), name));
                })
                .get(
                        DEFINITIONS,
                        (request, response) -> Json.send(
                                response, 200, definitions.list(caller(request), Parameters.ofQuery(request))))
                .get(
                        DEFINITIONS + "/{id}",
                        (request, response) ->
                                Json.send(response, 200, definitions.get(Caller.of(request), id(request))))
                .put(DEFINITIONS + "/{id}", this::changeDefinition)
                .get(
                        DEFINITIONS + "/{id}/resourcedata",
                        (request, response) -> sendXml(response, definitions.source(Caller.of(request), id(request))));
    }

    private void deploy(ServerRequest request, ServerResponse response) {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        List<Multipart.Part> parts = Multipart.parse(type, Json.bytes(request));
        List<File> files = new ArrayList<>();
        for (Multipart.Part part : parts) {
            if (!part.file().isEmpty()) files.add(file(part));
        }
        if (files.isEmpty()) throw ProblemException.badRequest("No file was sent.");
        Parameters query = Parameters.ofQuery(request);
        Optional<String> tenant = field(parts, "tenantId").or(() -> query.text("tenantId"));
        String name = field(parts, "deploymentName")
                .or(() -> query.text("deploymentName"))
                .orElseGet(() -> files.getFirst().name().replaceFirst("\\.(bpmn20\\.xml|bpmn|dmn)$", ""));
        String category = field(parts, "category").orElse(null);
        ObjectNode deployed = deployments.deploy(Caller.of(request).narrowedTo(tenant), name, category, files);
        Json.send(response, 201, deployed);
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

    private void delete(ServerRequest request, ServerResponse response) {
        boolean cascade = Parameters.ofQuery(request).flag("cascade").orElse(false);
        deployments.delete(Caller.of(request), id(request), cascade);
        response.status(204).send();
    }

    private void changeDefinition(ServerRequest request, ServerResponse response) {
        ObjectNode body = Resources.body(request);
        boolean instances = body.path("includeProcessInstances").asBoolean(false);
        boolean suspend = switch (Resources.action(body)) {
            case "suspend" -> true;
            case "activate" -> false;
            default -> throw ProblemException.badRequest("action must be suspend or activate.");
        };
        Json.send(response, 200, definitions.suspend(Caller.of(request), id(request), suspend, instances));
    }

    private static void sendXml(ServerResponse response, InputStream stream) throws IOException {
        try (stream) {
            response.header(HeaderNames.CONTENT_TYPE, "text/xml");
            response.send(stream.readAllBytes());
        }
    }
}
