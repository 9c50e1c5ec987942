package dev.wavetank.engine.identity;

import java.sql.SQLException;

/// The database refused a statement, or is away: the cause says which.
public final class FailedStatementException extends RuntimeException {
    FailedStatementException(SQLException cause) {
        super(cause);
    }
}
