package dev.wavetank.gateway.tenant;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.DatabaseClock;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.policy.PolicyColumns;
import dev.wavetank.engine.policy.TenantPolicy;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.security.ApiKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Who a key or a token's tenant is, and what the tenant may do: looked up at each call, so remembered for two
/// seconds. A suspension takes hold everywhere within that time and a busy tenant costs no query for each call.
///
/// Keys that nobody has are remembered apart, so that a flood of them neither drives the known ones out nor
/// reaches the database twice. Lookups have connections of their own and wait in a short queue, so that no flood
/// holds up the takeover; and one of them is kept for who was known before.
public final class TenantDirectory {
    /// A tenant at the door.
    public record Access(String tenant, boolean suspended, TenantPolicy policy) {}

    /// Lookups at a time, each with a connection.
    public static final int LOOKUPS = 3;

    private static final int OF_STRANGERS = LOOKUPS - 1;

    private static final Duration REMEMBER = Duration.ofSeconds(2);
    private static final int REMEMBER_AT_MOST = 4_096;
    private static final Duration QUEUE = Duration.ofMillis(500);
    private static final String ACCESS = "select t.ID, t.STATE, " + PolicyColumns.selected() + " from WT_TENANT t ";

    private final DataSource database;
    private final String byKey;
    private final Memory<Access> keys = new Memory<>(REMEMBER, REMEMBER_AT_MOST);
    private final Memory<Boolean> unknownKeys = new Memory<>(REMEMBER, REMEMBER_AT_MOST);
    private final Memory<Optional<Access>> tenants = new Memory<>(REMEMBER, REMEMBER_AT_MOST);
    private final AtomicLong changes = new AtomicLong();
    private final Semaphore lookups = new Semaphore(LOOKUPS);
    private final Semaphore strangers = new Semaphore(OF_STRANGERS);
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /// @param database with [#LOOKUPS] connections that nobody else uses
    public TenantDirectory(DataSource database, Dialect dialect) {
        this.database = database;
        this.byKey = ACCESS + "join WT_API_KEY k on k.TENANT_ID = t.ID where k.HASH = ?"
                + " and (k.EXPIRES_AT is null or k.EXPIRES_AT > " + DatabaseClock.now(dialect) + ")";
    }

    /// @throws ProblemException 503 when too many keys are being looked up
    public Optional<Access> byKey(String key) {
        String hash = ApiKey.hash(key);
        Optional<Access> known = keys.get(hash);
        if (known.isPresent() || unknownKeys.get(hash).isPresent()) return known;
        long before = changes.get();
        Optional<Access> found = keys.knew(hash) ? look(byKey, hash) : lookAsStranger(byKey, hash);
        if (changes.get() == before) {
            found.ifPresentOrElse(access -> keys.put(hash, access), () -> unknownKeys.put(hash, true));
        }
        return found;
    }

    /// @throws ProblemException 503 when too many tenants are being looked up
    public Optional<Access> byId(String tenant) {
        Optional<Optional<Access>> known = tenants.get(tenant);
        if (known.isPresent()) return known.get();
        long before = changes.get();
        Optional<Access> found = look(ACCESS + "where t.ID = ?", tenant);
        if (changes.get() == before) tenants.put(tenant, found);
        return found;
    }

    /// What was decided of a tenant; nothing is decided of one that is not here.
    public TenantPolicy policy(String tenant) {
        return byId(tenant).map(Access::policy).orElse(TenantPolicy.DEFAULT);
    }

    /// The listener hears which tenant was changed at this gateway: its keys, its state or its policy.
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /// Forgets what is remembered of a tenant, since it was changed; what is being looked up at this moment is not
    /// remembered either.
    void changed(String tenant) {
        changes.incrementAndGet();
        keys.removeIf(access -> access.tenant().equals(tenant));
        unknownKeys.clear();
        tenants.remove(tenant);
        listeners.forEach(listener -> listener.accept(tenant));
    }

    private Optional<Access> lookAsStranger(String sql, String argument) {
        enter(strangers);
        try {
            return look(sql, argument);
        } finally {
            strangers.release();
        }
    }

    private Optional<Access> look(String sql, String argument) {
        enter(lookups);
        try (Connection connection = database.getConnection()) {
            return Jdbc.first(connection, sql, TenantDirectory::read, argument);
        } catch (SQLException away) {
            throw Tables.away();
        } finally {
            lookups.release();
        }
    }

    private static void enter(Semaphore places) {
        boolean entered = false;
        try {
            entered = places.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw ProblemException.unavailable(
                    "overloaded", "Too many callers are being identified; try again in a moment.");
        }
    }

    private static Access read(ResultSet row) throws SQLException {
        boolean suspended = Tenant.State.valueOf(row.getString(2)) != Tenant.State.ACTIVE;
        return new Access(row.getString(1), suspended, PolicyColumns.read(row));
    }
}
