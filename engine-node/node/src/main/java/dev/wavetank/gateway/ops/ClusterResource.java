package dev.wavetank.gateway.ops;

import dev.wavetank.engine.membership.NodeTable;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.registry.Registry;
import dev.wavetank.gateway.security.Authenticator;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// `/cluster/nodes`, the drain of a node, and the gateway's own figures.
public final class ClusterResource {
    private final Authenticator authenticator;
    private final Registry registry;
    private final NodeTable nodes;
    private final DataSource database;
    private final GatewayMetrics metrics;

    public ClusterResource(
            Authenticator authenticator,
            Registry registry,
            NodeTable nodes,
            DataSource database,
            GatewayMetrics metrics) {
        this.authenticator = authenticator;
        this.registry = registry;
        this.nodes = nodes;
        this.database = database;
        this.metrics = metrics;
    }

    public void declare(Api api) {
        Api.Section section = api.section("Cluster", "/cluster");
        section.get("/nodes", "Lists the nodes of the cluster").to((request, response) -> {
            authenticator.authenticate(request);
            Json.send(response, 200, registry.nodes());
        });
        section.post("/nodes/{id}/drain", "Lets a node finish its work and leave")
                .answers(202)
                .to(this::drain);
        api.section("Health", "")
                .get("/metrics", "The gateway's figures, for Prometheus")
                .answers(200, "text/plain")
                .to((request, response) -> {
                    response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
                    response.send(metrics.scrape());
                });
    }

    private void drain(ServerRequest request, ServerResponse response) {
        authenticator.authenticate(request).requireAdministrator();
        String id = request.path().pathParameters().get("id");
        try (Connection connection = database.getConnection()) {
            if (!nodes.drain(connection, id)) {
                throw ProblemException.notFound("There is no node '" + id + "' at work.");
            }
        } catch (SQLException away) {
            throw ProblemException.unavailable("database-away", "The cluster's database does not answer; try again.");
        }
        response.status(202).send();
    }
}
