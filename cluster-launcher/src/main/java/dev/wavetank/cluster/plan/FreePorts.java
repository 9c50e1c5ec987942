package dev.wavetank.cluster.plan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Asks this machine whether a port can be had, by having it for a moment.
public final class FreePorts {
    private FreePorts() {}

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
