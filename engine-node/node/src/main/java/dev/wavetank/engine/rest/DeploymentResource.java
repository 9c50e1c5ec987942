package dev.wavetank.engine.rest;

import dev.wavetank.engine.flowable.Deployments;
import dev.wavetank.engine.flowable.Deployments.File;
import dev.wavetank.engine.flowable.ResourceKind;
import dev.wavetank.engine.security.Bundle;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Multipart;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// `repository/deployments`.
final class DeploymentResource {
    private static final Pattern DEPLOYABLE = Pattern.compile("[\\p{L}\\p{N}_ .()+-]{1,200}\\.(bpmn|bpmn20\\.xml|dmn)");
    /// What an archive may bring beside: kinds that the engine only keeps.
    private static final Pattern KEPT = Pattern.compile(".*\\.(bpmn|bpmn20\\.xml|dmn|png|jpg|svg|txt|md|json|form)");

    private final Deployments deployments;

    DeploymentResource(Deployments deployments) {
        this.deployments = deployments;
    }

    void declare(Api api) {
        Api.Section section = api.section("Deployments", Caller.ROOT + "/repository/deployments");
        section.post("", "Deploys files, or an archive of files")
                .query(Field.text("deploymentName"), Field.text("deploymentKey"), Field.text("tenantId"))
                .form(
                        Field.file("file").must(),
                        Field.text("deploymentName"),
                        Field.text("deploymentKey"),
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
        section.get("/{id}/resources/{+name}", "Tells what a file of a deployment is")
                .to(Call.json(call -> deployments.resource(call.caller(), call.id(), call.path("name"))));
        section.get("/{id}/resourcedata/{+name}", "Reads a file of a deployment")
                .answers(200, "*/*")
                .to(this::content);
    }

    private Object deploy(Call call) {
        List<Multipart.Part> parts = Uploads.parts(call);
        List<File> files = new ArrayList<>();
        for (Multipart.Part part : parts) {
            if (!part.file().isEmpty()) files.addAll(files(part));
        }
        if (files.isEmpty()) throw ProblemException.badRequest("No file was sent.");
        Parameters query = call.query();
        Optional<String> tenant = said(parts, query, "tenantId");
        String first = Uploads.file(parts).file().replaceFirst("^.*[/\\\\]", "");
        Deployments.Labels labels = new Deployments.Labels(
                said(parts, query, "deploymentName").orElseGet(() -> first.replaceFirst("(?<=.)\\..*$", "")),
                said(parts, query, "deploymentKey"),
                Uploads.field(parts, "category"));
        return deployments.deploy(call.caller().narrowedTo(tenant), labels, files);
    }

    private static Optional<String> said(List<Multipart.Part> parts, Parameters query, String name) {
        return Uploads.field(parts, name).or(() -> query.text(name));
    }

    private static List<File> files(Multipart.Part part) {
        String name = part.file().replaceFirst("^.*[/\\\\]", "");
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip") || lower.endsWith(".bar")) return unpacked(part.content());
        if (!DEPLOYABLE.matcher(name).matches()) {
            throw ProblemException.badRequest(
                    "A deployment takes files named *.bpmn, *.bpmn20.xml, *.dmn, *.bar or *.zip, not '" + name + "'.");
        }
        return List.of(new File(name, part.content()));
    }

    private static List<File> unpacked(byte[] archive) {
        List<File> files = new ArrayList<>();
        Bundle.unpack(archive).forEach((name, content) -> {
            if (!KEPT.matcher(name).matches()) {
                throw ProblemException.badRequest(
                        "An archive takes processes, decisions, pictures and texts, not '" + name + "'.");
            }
            files.add(new File(name, content));
        });
        return files;
    }

    private void delete(Call call) {
        boolean cascade = call.query().flag("cascade").orElse(false);
        deployments.delete(call.caller(), call.id(), cascade);
    }

    private void content(ServerRequest request, ServerResponse response) throws IOException {
        Call call = new Call(request);
        String name = call.path("name");
        try (InputStream file = deployments.content(call.caller(), call.id(), name)) {
            response.header(HeaderNames.CONTENT_TYPE, ResourceKind.mediaType(name));
            response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
            response.send(file.readAllBytes());
        }
    }
}
