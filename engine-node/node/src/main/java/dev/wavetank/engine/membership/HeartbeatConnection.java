package dev.wavetank.engine.membership;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection that is kept open, and opened again after a failure.
public final class HeartbeatConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatConnection.class);

    private final ConnectionSource connections;
    private @Nullable Connection connection;

    public HeartbeatConnection(ConnectionSource connections) {
        this.connections = connections;
    }

    public Connection get() throws SQLException {
        Connection current = connection;
        if (current == null || current.isClosed()) {
            current = connections.open();
            connection = current;
        }
        return current;
    }

    @Override
    public void close() {
        Connection current = connection;
        connection = null;
        if (current != null) {
            try {
                current.close();
            } catch (SQLException alreadyBroken) {
                LOG.debug("The heartbeat's connection was broken", alreadyBroken);
            }
        }
    }
}
