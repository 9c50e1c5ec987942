package dev.wavetank.gateway.failover;

import dev.wavetank.engine.database.Dialect;

class FaultMatrixOnH2Test extends FaultMatrix {
    FaultMatrixOnH2Test() {
        super(Dialect.H2);
    }
}
