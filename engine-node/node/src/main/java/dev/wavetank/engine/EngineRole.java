package dev.wavetank.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.database.ConnectionPool;
import dev.wavetank.engine.egress.EgressClient;
import dev.wavetank.engine.egress.Resolver;
import dev.wavetank.engine.events.ElementCounts;
import dev.wavetank.engine.events.EventRing;
import dev.wavetank.engine.events.EventStream;
import dev.wavetank.engine.fencing.FencedDataSource;
import dev.wavetank.engine.fencing.FencingListener;
import dev.wavetank.engine.fencing.Lease;
import dev.wavetank.engine.fencing.WriterStamp;
import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.flowable.EngineErrors;
import dev.wavetank.engine.flowable.FlowableSchema;
import dev.wavetank.engine.ledger.Ledger;
import dev.wavetank.engine.ledger.StepWrites;
import dev.wavetank.engine.log.NodeLogging;
import dev.wavetank.engine.membership.DatabaseLease;
import dev.wavetank.engine.membership.DatabaseSessions;
import dev.wavetank.engine.membership.NodeIdentity;
import dev.wavetank.engine.membership.NodeLoad;
import dev.wavetank.engine.ops.DatabaseProbe;
import dev.wavetank.engine.ops.Health;
import dev.wavetank.engine.ops.Metrics;
import dev.wavetank.engine.ops.ServingGate;
import dev.wavetank.engine.rest.NodeResource;
import dev.wavetank.engine.rest.Resources;
import dev.wavetank.engine.schema.SchemaSteps;
import dev.wavetank.engine.security.ClusterOnly;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Description;
import dev.wavetank.engine.web.NodeServer;
import dev.wavetank.engine.web.OpenApi;
import io.helidon.webserver.http.HttpRouting;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An engine node, wired: the lease, the pools, the engine, and the HTTP server over it.
final class EngineRole implements FencingListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineRole.class);
    /// One for each job worker, four for requests.
    private static final int CONNECTIONS = 12;
    /// For what is written past the engine's transactions: attempts, lock rows; and for counts and pages.
    private static final int OUTSIDE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// How long it goes on serving after it said that it drains: gateways look four times a second, and a call that
    /// one of them sends in between must not meet a closed door.
    private static final Duration UNTIL_KNOWN = Duration.ofMillis(600);

    private final ServingGate gate = new ServingGate();
    private final HikariDataSource pool;
    private final HikariDataSource outside;
    private final Lease lease;
    private final EgressClient egress = new EgressClient(Resolver.SYSTEM);
    private final Engine engine;
    private final EventStream stream;
    private final NodeServer server;

    /// Starts an engine node; returns when it serves.
    static EngineRole start(NodeSettings settings) throws SQLException, StartRefusedException, InterruptedException {
        EngineRole role = new EngineRole(settings);
        Shutdown.onTerm(role::close);
        role.enter();
        LOG.info("ready: engine on port {}", role.port());
        return role;
    }

    EngineRole(NodeSettings settings) throws SQLException, StartRefusedException {
        Clock clock = Clock.systemUTC();
        NodeIdentity identity = NodeIdentity.ofThisProcess(settings.node(), NodeRole.ENGINE, settings.advertise());
        String enrol = new DatabaseSessions(settings.database().dialect()).initSql(identity);
        requireSchema(settings);
        pool = ConnectionPool.open(settings.database(), settings.node(), CONNECTIONS, false, enrol);
        outside = ConnectionPool.open(settings.database(), settings.node() + "-outside", OUTSIDE, true, enrol);
        lease = DatabaseLease.of(settings.database(), identity, this::load);
        Ledger ledger = new Ledger(outside, settings.node(), lease, clock);
        EventRing events = new EventRing(settings.node(), lease, clock);
        WriterStamp stamp = new WriterStamp(settings.database().dialect(), settings.node());
        engine = new Engine(
                settings.node(), new FencedDataSource(pool, lease, lease, stamp), outside, ledger, events, egress);
        stream = new EventStream(events);
        server = NodeServer.start(
                settings.bind(), settings.port(), settings.node(), routing -> routes(routing, settings, ledger));
    }

    /// Asked with each heartbeat, so not before [#enter].
    private NodeLoad load() {
        return NodeLoad.ofThisProcess(engine.activeJobs());
    }

    private void routes(HttpRouting.Builder routing, NodeSettings settings, Ledger ledger) {
        Metrics metrics = metrics(settings);
        routing.addFilter(metrics::time);
        routing.addFilter(new ClusterOnly(settings.clusterSecret()));
        routing.addFilter(gate);
        EngineErrors.register(routing);
        Api api = new Api();
        metrics.declare(api);
        new Health("database", new DatabaseProbe(outside)::answers)
                .and("lease", lease::valid)
                .and("executor", engine::executorActive)
                .and("serving", gate::isOpen)
                .declare(api);
        new Resources(engine).declare(api);
        new NodeResource(
                        stream,
                        new ElementCounts(outside),
                        ledger,
                        new StepWrites(outside),
                        engine.definitions(),
                        engine.erasure())
                .declare(api);
        Description.declare(api, () -> OpenApi.describe(api.endpoints()));
        api.routes(routing);
    }

    private Metrics metrics(NodeSettings settings) {
        return new Metrics(settings.node(), "engine")
                .gauge("wavetank.node.epoch", "The epoch this node works under", lease::epoch)
                .gauge("wavetank.jobs.active", "Jobs that run or wait in memory", engine::activeJobs)
                .gauge("wavetank.http.inside", "Calls of the REST API being served", gate::inside)
                .gauge(
                        "wavetank.db.connections.active",
                        "Connections of the engine at work",
                        () -> pool.getHikariPoolMXBean().getActiveConnections());
    }

    /// Takes the lease, then begins to work.
    void enter() throws InterruptedException {
        lease.join(this);
        joined(lease.epoch());
        lease.serve();
    }

    int port() {
        return server.port();
    }

    @Override
    public void fenced(long staleEpoch) {
        LOG.warn("fenced: the epoch {} has passed; work is dropped until the node has joined again", staleEpoch);
        gate.shut();
        engine.abandonJobs();
    }

    @Override
    public void joined(long epoch) {
        NodeLogging.epoch(epoch);
        // Joining closed every session of the epoch before; the pools do not know it yet.
        pool.getHikariPoolMXBean().softEvictConnections();
        outside.getHikariPoolMXBean().softEvictConnections();
        engine.startExecutor();
        gate.open();
        LOG.info("joined under epoch {}", epoch);
    }

    @Override
    public void draining() {
        LOG.info("draining: jobs are given back, nothing new is taken");
        engine.stopExecutor();
    }

    /// Drains: gateways stop sending, running calls and jobs end, locks and lease are given back.
    @Override
    public void close() {
        lease.drain();
        long known = System.nanoTime() + UNTIL_KNOWN.toNanos();
        engine.stopExecutor();
        while (System.nanoTime() < known) LockSupport.parkNanos(known - System.nanoTime());
        if (!gate.awaitEmpty(PATIENCE)) LOG.warn("{} calls were cut off", gate.inside());
        gate.shut();
        stream.close();
        server.close();
        engine.close();
        egress.close();
        lease.leave(Duration.ofSeconds(3));
        outside.close();
        pool.close();
    }

    private static void requireSchema(NodeSettings settings) throws SQLException, StartRefusedException {
        try (HikariDataSource look = ConnectionPool.open(settings.database(), settings.node(), 1, true)) {
            FirstContact.await(settings.database(), look);
            requireSchema(settings, look);
        }
    }

    private static void requireSchema(NodeSettings settings, DataSource look)
            throws SQLException, StartRefusedException {
        Optional<String> version = FlowableSchema.version(look);
        if (version.isEmpty()) {
            throw new StartRefusedException("The database has no engine schema: run the role migrate once, first.");
        }
        if (!version.get().equals(FlowableSchema.expected())) {
            throw new StartRefusedException("The schema is of version " + version.get() + ", this program needs "
                    + FlowableSchema.expected() + ": run the role migrate of this program first.");
        }
        Optional<String> step = new SchemaSteps(look, settings.database().dialect()).firstMissing();
        if (step.isPresent()) {
            throw new StartRefusedException(
                    "The schema lacks the step " + step.get() + ": run the role migrate of this program first.");
        }
    }
}
