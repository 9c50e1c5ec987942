package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.db.DbSqlSession;
import org.flowable.engine.ManagementService;
import org.jspecify.annotations.Nullable;

/// The rows of `WT_IDEMPOTENCY`: which call with which key started which instance, or was carried out at all.
final class IdempotencyKeys {
    private static final int LONGEST = 200;

    private final DataSource outside;

    /// @param outside gives connections that commit by themselves
    IdempotencyKeys(DataSource outside) {
        this.outside = outside;
    }

    /// @param hash of the request, so that a key used for another request is noticed
    record Key(String tenant, String key, String hash) {}

    static Key key(String tenant, String key, byte[] request) {
        if (key.length() > LONGEST || key.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw ProblemException.badRequest("An Idempotency-Key has 1 to " + LONGEST + " visible ASCII characters.");
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(request);
            return new Key(tenant, key, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    /// What was done under the key.
    ///
    /// @param instance that was started; empty for a call that started none
    record Done(String instance) {}

    /// What was done under the key, if anything was.
    ///
    /// @throws ProblemException 422 when the key was used for a different request
    Optional<Done> find(Key key) {
        try (Connection connection = outside.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT PROC_INST_ID, REQUEST_HASH FROM WT_IDEMPOTENCY WHERE TENANT = ? AND IDEM_KEY = ?")) {
            statement.setString(1, key.tenant());
            statement.setString(2, key.key());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) return Optional.empty();
                if (!row.getString(2).equals(key.hash())) {
                    throw ProblemException.refused(
                            "idempotency-key-reused",
                            "This Idempotency-Key was used for a different request: take a new one.",
                            null);
                }
                return Optional.of(new Done(Objects.requireNonNullElse(row.getString(1), "")));
            }
        } catch (SQLException failed) {
            throw new FlowableException("The idempotency keys cannot be read", failed);
        }
    }

    /// Does the work in one transaction with the key, unless it was done under it: of two equal calls at once one
    /// waits for the other at the unique key, fails, and counts as done.
    void once(ManagementService management, Key key, Runnable work) {
        if (find(key).isPresent()) return;
        try {
            management.executeCommand(context -> {
                claim(key, null);
                work.run();
                return null;
            });
        } catch (FlowableException | PersistenceException failed) {
            if (find(key).isEmpty()) throw failed;
        }
    }

    /// Takes the key for an instance, if it starts one, in the running transaction; waits while another transaction is
    /// about to take
    /// it.
    void claim(Key key, @Nullable String instance) {
        Connection transaction = Context.getCommandContext()
                .getSession(DbSqlSession.class)
                .getSqlSession()
                .getConnection();
        try (PreparedStatement statement = transaction.prepareStatement(
                "INSERT INTO WT_IDEMPOTENCY (TENANT, IDEM_KEY, REQUEST_HASH, PROC_INST_ID, CREATED_AT)"
                        + " VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)")) {
            statement.setString(1, key.tenant());
            statement.setString(2, key.key());
            statement.setString(3, key.hash());
            statement.setString(4, instance);
            statement.executeUpdate();
        } catch (SQLException taken) {
            throw new FlowableException("The idempotency key was taken at the same moment", taken);
        }
    }
}
