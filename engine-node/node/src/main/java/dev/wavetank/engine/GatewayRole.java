package dev.wavetank.engine;

import dev.wavetank.gateway.Gateway;
import java.sql.SQLException;

/// Starts a gateway and lets it leave in good order.
final class GatewayRole {
    private GatewayRole() {}

    static void start(NodeSettings settings) throws SQLException, StartRefusedException, InterruptedException {
        Gateway gateway = Gateway.start(settings);
        Shutdown.onTerm(gateway::close);
    }
}
