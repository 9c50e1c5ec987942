package dev.wavetank.engine.flowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.db.DbSqlSession;

/// One row for each tenant that ever deployed; who holds it deploys.
final class DeployLock {
    private final DataSource outside;

    /// @param outside gives connections that commit by themselves
    DeployLock(DataSource outside) {
        this.outside = outside;
    }

    /// Makes sure that the tenant's row is there, outside of any transaction.
    void prepare(String tenant) {
        try (Connection connection = outside.getConnection()) {
            insert(connection, tenant);
        } catch (SQLException failed) {
            if (!String.valueOf(failed.getSQLState()).startsWith("23")) {
                throw new FlowableException("The deployment lock of '" + tenant + "' cannot be made", failed);
            }
        }
    }

    /// Waits until no other node deploys for this tenant; holds until the running transaction ends.
    void hold(String tenant) {
        Connection transaction = Context.getCommandContext()
                .getSession(DbSqlSession.class)
                .getSqlSession()
                .getConnection();
        try (PreparedStatement statement =
                transaction.prepareStatement("SELECT TENANT FROM WT_DEPLOY_LOCK WHERE TENANT = ? FOR UPDATE")) {
            statement.setString(1, tenant);
            statement.execute();
        } catch (SQLException failed) {
            throw new FlowableException("Another deployment for '" + tenant + "' takes too long", failed);
        }
    }

    private static void insert(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO WT_DEPLOY_LOCK (TENANT) VALUES (?)")) {
            statement.setString(1, tenant);
            statement.executeUpdate();
        }
    }
}
