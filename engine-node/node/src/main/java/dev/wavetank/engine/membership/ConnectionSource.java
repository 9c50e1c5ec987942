package dev.wavetank.engine.membership;

import java.sql.Connection;
import java.sql.SQLException;

/// Opens a connection of its own, outside every pool, so that a busy pool cannot starve a heartbeat.
@FunctionalInterface
public interface ConnectionSource {
    Connection open() throws SQLException;
}
