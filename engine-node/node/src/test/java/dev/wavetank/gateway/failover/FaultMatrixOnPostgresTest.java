package dev.wavetank.gateway.failover;

import dev.wavetank.engine.database.Dialect;

class FaultMatrixOnPostgresTest extends FaultMatrix {
    FaultMatrixOnPostgresTest() {
        super(Dialect.POSTGRESQL);
    }
}
