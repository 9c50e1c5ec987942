package dev.wavetank.engine.rest;

import dev.wavetank.engine.events.ElementCounts;
import dev.wavetank.engine.events.EventStream;
import dev.wavetank.engine.flowable.ProcessDefinitions;
import dev.wavetank.engine.flowable.TenantErasure;
import dev.wavetank.engine.ledger.Ledger;
import dev.wavetank.engine.ledger.StepWrites;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What the gateways ask of an engine beside Flowable's REST: `/events`, `/counts`, `/ledger`, `/step-writes`, and to
/// remove a tenant.
public final class NodeResource {
    private static final int LARGEST_PAGE = 10_000;

    private final EventStream events;
    private final ElementCounts counts;
    private final Ledger ledger;
    private final StepWrites writes;
    private final ProcessDefinitions definitions;
    private final TenantErasure erasure;

    public NodeResource(
            EventStream events,
            ElementCounts counts,
            Ledger ledger,
            StepWrites writes,
            ProcessDefinitions definitions,
            TenantErasure erasure) {
        this.events = events;
        this.counts = counts;
        this.ledger = ledger;
        this.writes = writes;
        this.definitions = definitions;
        this.erasure = erasure;
    }

    public void declare(Api api) {
        Api.Section section = api.section("Node", "");
        section.get("/events", "Streams what happens in this node")
                .answers(200, "text/event-stream")
                .to(events::serve);
        section.get("/counts", "Counts the executions at each element")
                .query(
                        Field.text("processDefinitionId"),
                        Field.text("processDefinitionKey"),
                        Field.text("tenant"),
                        Field.text("tenantId"))
                .to(this::counts);
        section.get("/ledger", "Lists the effects of steps")
                .query(pageOfProcess())
                .to((request, response) -> page(request, response, ledger::page));
        section.get("/step-writes", "Lists which node wrote which step of the history, and under which epoch")
                .query(pageOfProcess())
                .to((request, response) -> page(request, response, writes::page));
        section.delete("/tenant", "Removes a little of what a tenant has").to(this::erase);
    }

    /// By `processDefinitionId`, or the latest of a `processDefinitionKey` in the caller's tenant.
    private void counts(ServerRequest request, ServerResponse response) throws SQLException {
        Parameters parameters = Parameters.ofQuery(request);
        Caller caller = tenant(request, parameters);
        Optional<String> key = parameters.text("processDefinitionKey");
        String id = parameters
                .text("processDefinitionId")
                .or(() -> key.flatMap(name -> definitions.latest(caller, name)))
                .orElseThrow(() -> key.isPresent()
                        ? ProblemException.notFound("There is no process with the key '" + key.get() + "'.")
                        : ProblemException.badRequest("Name a processDefinitionId or a processDefinitionKey."));
        definitions.get(caller, id);
        Json.send(response, 200, counts.of(id, definitions.boundaryEvents(id)));
    }

    /// Removes a little of what a tenant has; gateways ask until nothing is left.
    private void erase(ServerRequest request, ServerResponse response) {
        String tenant = Caller.of(request).scope().name();
        if (tenant.isEmpty()) throw ProblemException.badRequest("Name the tenant to remove.");
        erasure.step(tenant);
        response.status(204).send();
    }

    private static List<Field> pageOfProcess() {
        return List.of(
                Field.text("processDefinitionKey").must(),
                Field.integer("start"),
                Field.integer("size"),
                Field.text("tenant"),
                Field.text("tenantId"));
    }

    /// Reads one page of what concerns a process of a tenant.
    @FunctionalInterface
    private interface Pages {
        List<?> page(String processDefinitionKey, String tenant, int start, int size) throws SQLException;
    }

    private static void page(ServerRequest request, ServerResponse response, Pages pages) throws SQLException {
        Parameters parameters = Parameters.ofQuery(request);
        String key = parameters
                .text("processDefinitionKey")
                .orElseThrow(() -> ProblemException.badRequest("Name a processDefinitionKey."));
        int start = parameters.integer("start").orElse(0);
        int size = parameters.integer("size").orElse(1000);
        if (start < 0 || size < 1 || size > LARGEST_PAGE) {
            throw ProblemException.badRequest("start is at least 0, size between 1 and " + LARGEST_PAGE + ".");
        }
        Caller caller = tenant(request, parameters);
        Json.send(response, 200, pages.page(key, caller.scope().name(), start, size));
    }

    private static Caller tenant(ServerRequest request, Parameters parameters) {
        return Caller.of(request).narrowedTo(parameters.text("tenant").or(() -> parameters.text("tenantId")));
    }
}
