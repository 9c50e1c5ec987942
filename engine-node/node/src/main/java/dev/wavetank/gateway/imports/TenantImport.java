package dev.wavetank.gateway.imports;

import dev.wavetank.engine.policy.TenantPolicy;
import dev.wavetank.gateway.tenant.KeyTable;
import dev.wavetank.gateway.tenant.Tenant;
import dev.wavetank.gateway.tenant.TenantTable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Writes the tenants of a file, five hundred records in a transaction.
///
/// A file that was imported before changes nothing, so one that was cut off is simply sent again. When the
/// database refuses a batch, its records are written one by one, and those at fault are named.
final class TenantImport {
    private static final int BATCH = 500;
    private static final int LONGEST = 255;

    /// What one record did; kept until its transaction is through.
    private enum Effect {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    private final TenantTable tenants;
    private final KeyTable keys;
    private final UserTables users;
    private final boolean withKeys;
    private final Outcome outcome = new Outcome();

    /// @param withKeys whether each new tenant gets a key
    TenantImport(TenantTable tenants, KeyTable keys, UserTables users, boolean withKeys) {
        this.tenants = tenants;
        this.keys = keys;
        this.users = users;
        this.withKeys = withKeys;
    }

    Outcome run(Rows file) {
        List<Row> batch = new ArrayList<>();
        boolean more = true;
        while (more) {
            try {
                Optional<Row> row = file.next();
                row.filter(this::isSound).ifPresent(batch::add);
                more = row.isPresent();
            } catch (Rows.BadRowException bad) {
                outcome.rows++;
                outcome.failed(bad.line, bad.sentence());
            } catch (IOException unreadable) {
                outcome.stopped = "The rest of the file cannot be read: " + unreadable.getMessage();
                more = false;
            }
            if (batch.size() >= BATCH || !more) {
                write(batch);
                batch.clear();
            }
        }
        return outcome;
    }

    private boolean isSound(Row row) {
        outcome.rows++;
        try {
            Tenant.check(row.tenant(), Objects.requireNonNullElse(row.name(), ""));
            for (Row.User user : row.users()) {
                check("user", user.id());
                for (String group : user.groups()) check("group", group);
                check("first name", Objects.requireNonNullElse(user.firstName(), "-"));
                check("last name", Objects.requireNonNullElse(user.lastName(), "-"));
                check("e-mail address", Objects.requireNonNullElse(user.email(), "-"));
            }
            return true;
        } catch (IllegalArgumentException wrong) {
            outcome.failed(row.line(), String.valueOf(wrong.getMessage()));
            return false;
        }
    }

    private static void check(String what, String value) {
        if (value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A " + what + " has 1 to " + LONGEST + " characters.");
        }
    }

    private void write(List<Row> batch) {
        if (batch.isEmpty()) return;
        try {
            writeTogether(batch);
        } catch (SQLException refused) {
            for (Row row : batch) {
                try {
                    writeTogether(List.of(row));
                } catch (SQLException atFault) {
                    outcome.failed(row.line(), "The database refused the record (" + atFault.getSQLState() + ").");
                }
            }
        }
    }

    private void writeTogether(List<Row> batch) throws SQLException {
        List<Outcome.Key> newKeys = new ArrayList<>();
        List<Effect> effects = tenants.inTransaction(transaction -> {
            Map<String, Tenant> known = new LinkedHashMap<>(tenants.known(
                    transaction, batch.stream().map(Row::tenant).distinct().toList()));
            List<Effect> done = new ArrayList<>();
            for (Row row : batch) done.add(write(transaction, row, known, newKeys));
            users.write(transaction, batch);
            return done;
        });
        outcome.keys.addAll(newKeys);
        outcome.users += batch.stream().mapToInt(row -> row.users().size()).sum();
        for (Effect effect : effects) {
            switch (effect) {
                case CREATED -> outcome.created++;
                case CHANGED -> outcome.changed++;
                case UNCHANGED -> outcome.unchanged++;
            }
        }
    }

    private Effect write(Connection transaction, Row row, Map<String, Tenant> known, List<Outcome.Key> newKeys)
            throws SQLException {
        Tenant before = known.get(row.tenant());
        if (before == null) {
            Tenant created = tenants.insert(
                    transaction,
                    row.tenant(),
                    Objects.requireNonNullElse(row.name(), row.tenant()),
                    Objects.requireNonNullElse(row.policy(), TenantPolicy.DEFAULT));
            known.put(created.id(), created);
            if (withKeys) {
                newKeys.add(new Outcome.Key(
                        created.id(),
                        keys.insert(transaction, created.id(), "import").key()));
            }
            return Effect.CREATED;
        }
        String name = Objects.requireNonNullElse(row.name(), before.name());
        TenantPolicy policy = Objects.requireNonNullElse(row.policy(), before.policy());
        if (name.equals(before.name()) && policy.equals(before.policy())) return Effect.UNCHANGED;
        tenants.update(transaction, row.tenant(), name, policy);
        known.put(row.tenant(), new Tenant(before.id(), name, before.state(), before.createdAt(), policy));
        return Effect.CHANGED;
    }
}
