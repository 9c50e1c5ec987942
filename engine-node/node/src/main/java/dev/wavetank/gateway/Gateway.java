package dev.wavetank.gateway;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetank.engine.FirstContact;
import dev.wavetank.engine.NodeSettings;
import dev.wavetank.engine.StartRefusedException;
import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.database.ConnectionPool;
import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.fencing.FencingListener;
import dev.wavetank.engine.fencing.Lease;
import dev.wavetank.engine.membership.ClusterEvents;
import dev.wavetank.engine.membership.DatabaseLease;
import dev.wavetank.engine.membership.DatabaseSessions;
import dev.wavetank.engine.membership.DirectConnections;
import dev.wavetank.engine.membership.LeaseTerms;
import dev.wavetank.engine.membership.NodeIdentity;
import dev.wavetank.engine.membership.NodeLoad;
import dev.wavetank.engine.membership.NodeTable;
import dev.wavetank.engine.ops.DatabaseProbe;
import dev.wavetank.engine.ops.Health;
import dev.wavetank.engine.policy.Allowance;
import dev.wavetank.engine.schema.SchemaSteps;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Description;
import dev.wavetank.engine.web.NodeServer;
import dev.wavetank.gateway.config.ConfigResource;
import dev.wavetank.gateway.config.LiveConfig;
import dev.wavetank.gateway.events.EventHub;
import dev.wavetank.gateway.events.EventResource;
import dev.wavetank.gateway.imports.ImportResource;
import dev.wavetank.gateway.limits.Admission;
import dev.wavetank.gateway.limits.Turns;
import dev.wavetank.gateway.ops.ClusterResource;
import dev.wavetank.gateway.ops.GatewayMetrics;
import dev.wavetank.gateway.registry.Registry;
import dev.wavetank.gateway.route.ClusterDescription;
import dev.wavetank.gateway.route.EngineClient;
import dev.wavetank.gateway.route.Forwarder;
import dev.wavetank.gateway.route.InFlight;
import dev.wavetank.gateway.security.Authenticator;
import dev.wavetank.gateway.security.JwtSettings;
import dev.wavetank.gateway.security.ListenerSettings;
import dev.wavetank.gateway.security.Tokens;
import dev.wavetank.gateway.takeover.Housekeeping;
import dev.wavetank.gateway.takeover.LeaderLease;
import dev.wavetank.gateway.takeover.Leadership;
import dev.wavetank.gateway.takeover.Takeover;
import dev.wavetank.gateway.tenant.KeyResource;
import dev.wavetank.gateway.tenant.KeyTable;
import dev.wavetank.gateway.tenant.SharedDefinitions;
import dev.wavetank.gateway.tenant.TenantDirectory;
import dev.wavetank.gateway.tenant.TenantRemoval;
import dev.wavetank.gateway.tenant.TenantResource;
import dev.wavetank.gateway.tenant.TenantTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wires a gateway. It loads nothing of the engine, so it stays small.
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    /// Half of a call is waiting for the database, whose writes serve all that wait; more only share the engine's time.
    private static final int CALLS_AT_AN_ENGINE =
            Math.max(6, 3 * Runtime.getRuntime().availableProcessors());

    private static final int CONNECTIONS = 5;
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    /// For the calls at work when it leaves.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// How long it refuses calls before it closes its door.
    private static final Duration UNTIL_KNOWN = Duration.ofMillis(500);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final List<AutoCloseable> parts;
    private final NodeServer server;
    private final Lease lease;
    private final Admission admission;
    private final Leaving leaving;
    private final List<AutoCloseable> last;

    /// @param parts closed first, before the calls at work are finished
    /// @param last  closed when nothing is at work any more
    private Gateway(
            List<AutoCloseable> parts,
            NodeServer server,
            Lease lease,
            Admission admission,
            Leaving leaving,
            List<AutoCloseable> last) {
        this.parts = parts;
        this.server = server;
        this.lease = lease;
        this.admission = admission;
        this.leaving = leaving;
        this.last = last;
    }

    /// Starts a gateway whose door and whose tokens are as the environment says; returns when it serves.
    public static Gateway start(NodeSettings settings)
            throws SQLException, StartRefusedException, InterruptedException {
        return start(settings, JwtSettings.read(System.getenv()), ListenerSettings.read(System.getenv()));
    }

    /// Starts a gateway; returns when it serves.
    public static Gateway start(NodeSettings settings, JwtSettings tokens, ListenerSettings listener)
            throws SQLException, StartRefusedException, InterruptedException {
        listener.requireSafe(settings.bind());
        DatabaseSettings database = settings.database();
        Dialect dialect = database.dialect();
        requireSchema(database);
        NodeIdentity node = NodeIdentity.ofThisProcess(settings.node(), NodeRole.GATEWAY, settings.advertise());
        String enrol = new DatabaseSessions(dialect).initSql(node);
        HikariDataSource pool = ConnectionPool.open(database, settings.node(), CONNECTIONS, true, enrol);
        HikariDataSource doors =
                ConnectionPool.open(database, settings.node() + "-door", TenantDirectory.LOOKUPS, true, enrol);

        NodeTable nodes = new NodeTable(dialect);
        Registry registry = new Registry();
        EngineClient client = new EngineClient(settings.clusterSecret(), new InFlight());
        registry.listen(client::accept);
        LiveConfig config = new LiveConfig(pool, dialect);
        config.start();
        TenantDirectory directory = new TenantDirectory(doors, dialect);
        Function<String, Allowance> allowances = tenant -> config.now().allowance(directory.policy(tenant));
        Authenticator authenticator =
                new Authenticator(settings.adminKey(), directory, new Tokens(tokens, InstantSource.system()));
        Admission admission =
                new Admission(allowances, () -> config.now().callsInAll(), registry::gateways, System::nanoTime);
        Turns turns = new Turns(
                () -> CALLS_AT_AN_ENGINE * Math.max(1, registry.routable().size()), System::nanoTime);
        KeyTable keys = new KeyTable(pool, dialect, directory);
        TenantTable tenants = new TenantTable(pool, dialect, directory, keys);
        TenantRemoval removal = new TenantRemoval(pool, tenants, directory, client, registry::routable);
        GatewayMetrics metrics = new GatewayMetrics(admission);
        EventHub hub = new EventHub(pool, new ClusterEvents(dialect), client, registry::nodes);
        directory.listen(hub::doubt);
        EventResource events = new EventResource(authenticator, hub, allowances);
        Leaving leaving = new Leaving();
        Health health = new Health("database", new DatabaseProbe(pool)::answers)
                .and("registry", registry::seen)
                .and("serving", () -> !leaving.hasBegun());

        NodeServer server =
                NodeServer.start(settings.bind(), settings.port(), listener.tls(), settings.node(), routing -> {
                    routing.addFilter(leaving);
                    Api api = new Api();
                    health.declare(api);
                    new ClusterResource(authenticator, registry, nodes, pool, metrics).declare(api);
                    new ConfigResource(authenticator, config).declare(api);
                    new TenantResource(authenticator, tenants, removal).declare(api);
                    new KeyResource(authenticator, keys).declare(api);
                    new ImportResource(authenticator, admission, tenants, keys, dialect).declare(api);
                    new SharedDefinitions(authenticator, pool).declare(api);
                    events.declare(api);
                    Forwarder forwarder = new Forwarder(authenticator, admission, turns, registry, client, metrics);
                    forwarder.declare(api);
                    Description.declare(api, new ClusterDescription(api, registry, client)::document);
                    api.routes(routing);
                    forwarder.routes(routing);
                });

        NodeIdentity bound = new NodeIdentity(
                node.id(), node.role(), settings.boundTo(server.port()).advertise(), node.incarnation());
        Lease lease = DatabaseLease.of(database, bound, () -> NodeLoad.ofThisProcess(-1));
        LeaderLease leader = new LeaderLease(node.id(), dialect, LeaseTerms.DEFAULT);
        Leadership leadership = new Leadership(
                node.id(),
                LeaseTerms.DEFAULT,
                pool,
                new DirectConnections(database, bound),
                nodes,
                leader,
                new Takeover(pool, dialect, leader, node.id(), settings.takeover()),
                new Housekeeping(pool, dialect, config::now),
                registry);
        metrics.leads(leadership::leads);
        lease.join(new Watchful());
        leadership.start();
        hub.start();
        removal.start(leadership::leads);
        lease.serve();
        LOG.info("ready: gateway on port {}", server.port());
        return new Gateway(
                List.of(leadership, removal, events, hub),
                server,
                lease,
                admission,
                leaving,
                List.of(config, client, doors, pool));
    }

    public int port() {
        return server.port();
    }

    /// Leaves in good order: another gateway leads at once, calls at work are finished.
    @Override
    public void close() {
        leaving.begin();
        long known = System.nanoTime() + UNTIL_KNOWN.toNanos();
        lease.drain();
        parts.forEach(Gateway::close);
        awaitCalls(known);
        server.close();
        lease.leave(FAREWELL);
        last.forEach(Gateway::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            LOG.warn("A part of the gateway did not close", failed);
        }
    }

    private void awaitCalls(long known) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < known || (admission.running() > 0 && System.nanoTime() < until)) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        if (admission.running() > 0) {
            LOG.warn("{} calls were cut off", admission.running());
        }
    }

    private static void requireSchema(DatabaseSettings database) throws SQLException, StartRefusedException {
        try (HikariDataSource pool = ConnectionPool.open(database, "schema", 1, true)) {
            FirstContact.await(database, pool);
            Optional<String> missing = new SchemaSteps(pool, database.dialect()).firstMissing();
            if (missing.isPresent()) {
                throw new StartRefusedException(
                        "The schema lacks the step " + missing.get() + ": run the role migrate of this program first.");
            }
        }
    }

    /// A gateway's routes do not depend on its own lease, and what its leader does is guarded by the leader's:
    /// all there is to do is to say so.
    private static final class Watchful implements FencingListener {
        @Override
        public void fenced(long staleEpoch) {
            LOG.warn("The gateway's epoch {} has passed", staleEpoch);
        }

        @Override
        public void joined(long epoch) {
            LOG.info("The gateway joined anew under epoch {}", epoch);
        }
    }
}
