package dev.wavetank.gateway.tenant;

import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.route.EngineClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes tenants with all they have: running instances, history, deployments, ledger, keys.
///
/// First the tenant's keys are refused; then engines remove what is theirs, a little at a time; the tenant's own
/// row goes last. So a removal that is cut off, by a killed engine or gateway, is gone on with by the gateway that
/// leads.
public final class TenantRemoval implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TenantRemoval.class);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration SETTLED = Duration.ofMillis(300);
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(100);
    private static final Duration STEP = Duration.ofSeconds(30);

    private final Tables tables;
    private final TenantTable tenants;
    private final TenantDirectory directory;
    private final EngineClient client;
    private final Supplier<List<NodeStatus>> engines;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// @param engines those that take calls
    public TenantRemoval(
            DataSource database,
            TenantTable tenants,
            TenantDirectory directory,
            EngineClient client,
            Supplier<List<NodeStatus>> engines) {
        this.tables = new Tables(database);
        this.tenants = tenants;
        this.directory = directory;
        this.client = client;
        this.engines = engines;
    }

    /// Goes on with removals that were begun, while this gateway leads.
    public void start(BooleanSupplier leads) {
        Thread.ofVirtual().name("tenant-removal").start(() -> {
            try {
                while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (leads.getAsBoolean()) goOn();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        closing.countDown();
    }

    /// @param terminate whether running instances may be ended
    /// @return whether all is gone; if not, it goes on in the background
    /// @throws ProblemException 409 if instances run and may not be ended, 404 without the tenant
    boolean remove(String id, boolean terminate) throws InterruptedException {
        Tenant tenant = tenants.require(id);
        if (tenant.state() != Tenant.State.DELETING) {
            long running = running(id);
            if (running > 0 && !terminate) {
                throw ProblemException.conflict("The tenant '" + id + "' has " + running
                        + " running instances: let them end, or delete it with ?instances=terminate to end them.");
            }
            tenants.setState(id, Tenant.State.DELETING);
        }
        long until = System.nanoTime() + AT_ONCE.toNanos();
        boolean gone = false;
        while (!gone && closing.getCount() > 0 && System.nanoTime() < until) {
            gone = step(id);
        }
        return gone;
    }

    private void goOn() throws InterruptedException {
        try {
            List<String> begun = tables.query(connection -> Jdbc.list(
                    connection, "select ID from WT_TENANT where STATE = 'DELETING'", row -> row.getString(1)));
            for (String id : begun) {
                while (!step(id) && !closing.await(BETWEEN_STEPS.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.debug("The tenant {} is being deleted", id);
                }
            }
        } catch (ProblemException later) {
            LOG.warn("The deletion of tenants waits: {}", later.detail());
        }
    }

    /// Lets an engine remove a little, or removes the rest if engines have nothing left of the tenant.
    ///
    /// @return whether nothing is left
    /// @throws ProblemException 503 if no engine can
    private boolean step(String id) throws InterruptedException {
        if (!hasAnything(id)) {
            // A step whose instance was ended under it may still write to the ledger that it was tried.
            if (closing.await(SETTLED.toMillis(), TimeUnit.MILLISECONDS)) return false;
            return finish(id);
        }
        for (NodeStatus engine : engines.get()) {
            try {
                EngineClient.Told answer = client.ask(
                        engine,
                        client.request(engine, "/tenant", id).method("DELETE").within(STEP));
                if (answer.status() == 204) return false;
                LOG.warn("{} could not remove anything of {}: {}", engine.id(), id, answer.status());
            } catch (IOException lost) {
                LOG.warn("{} could not remove anything of {}: {}", engine.id(), id, lost.toString());
            }
        }
        throw ProblemException.unavailable(
                "no-engine", "The tenant's keys are refused; what it has is removed as soon as an engine is back.");
    }

    private boolean finish(String id) {
        tables.transaction(transaction -> {
            for (String table : List.of("WT_LEDGER", "WT_IDEMPOTENCY", "WT_DEPLOY_LOCK", "WT_USER", "WT_GROUP")) {
                Jdbc.update(transaction, "delete from " + table + " where TENANT = ?", id);
            }
            Jdbc.update(transaction, "delete from WT_SHARED_DEFINITION where TENANT_ID = ?", id);
            return Jdbc.update(transaction, "delete from WT_TENANT where ID = ? and STATE = 'DELETING'", id);
        });
        directory.changed(id);
        LOG.info("The tenant {} is gone", id);
        return true;
    }

    private long running(String id) {
        return count("select count(*) from ACT_RU_EXECUTION where TENANT_ID_ = ? and PARENT_ID_ is null", id);
    }

    private boolean hasAnything(String id) {
        return running(id) > 0
                || count("select count(*) from ACT_HI_TASKINST where TENANT_ID_ = ?", id) > 0
                || count("select count(*) from ACT_HI_PROCINST where TENANT_ID_ = ?", id) > 0
                || count("select count(*) from ACT_RE_DEPLOYMENT where TENANT_ID_ = ?", id) > 0;
    }

    private long count(String sql, String id) {
        return tables.query(connection -> Jdbc.first(connection, sql, row -> row.getLong(1), id))
                .orElse(0L);
    }
}
