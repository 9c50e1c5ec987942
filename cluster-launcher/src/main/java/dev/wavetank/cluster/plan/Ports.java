package dev.wavetank.cluster.plan;

import dev.wavetank.cluster.api.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/// Chooses the ports of a cluster, once for its life: a port that changed on restart would break every client.
///
/// Automatic ports lie below the range from which systems take the ports of outgoing connections (Linux from
/// 32768): otherwise a killed node's port could be taken by any connection before the node is back.
public final class Ports {
    static final int FIRST = 20_000;
    static final int LAST = 32_000;

    private final IntPredicate free;
    private final RandomGenerator random;

    /// @param free whether a port on 127.0.0.1 can be had now
    public Ports(IntPredicate free, RandomGenerator random) {
        this.free = free;
        this.random = random;
    }

    /// @param basePort the first port, or 0 for free ones anywhere
    /// @throws ClusterException with code `PORT_IN_USE`
    public List<Integer> choose(int basePort, int count) throws ClusterException {
        return basePort == 0 ? automatic(count) : fixed(basePort, count);
    }

    private List<Integer> fixed(int basePort, int count) throws ClusterException {
        List<Integer> ports = new ArrayList<>();
        for (int port = basePort; port < basePort + count; port++) {
            if (!free.test(port)) {
                throw new ClusterException(
                        ClusterException.Code.PORT_IN_USE,
                        "Port " + port + " on 127.0.0.1 is in use. The cluster needs ports " + basePort + " to "
                                + (basePort + count - 1)
                                + ": end the program that holds it, give another basePort, or leave basePort out"
                                + " to use free ports.");
            }
            ports.add(port);
        }
        return List.copyOf(ports);
    }

    private List<Integer> automatic(int count) throws ClusterException {
        List<Integer> ports = new ArrayList<>();
        int start = random.nextInt(FIRST, LAST);
        for (int i = 0; i < LAST - FIRST && ports.size() < count; i++) {
            int port = FIRST + (start - FIRST + i) % (LAST - FIRST);
            if (free.test(port)) ports.add(port);
        }
        if (ports.size() < count) {
            throw new ClusterException(
                    ClusterException.Code.PORT_IN_USE,
                    "No " + count + " free ports were found between " + FIRST + " and " + LAST
                            + " on 127.0.0.1. End programs that hold them, or give a basePort.");
        }
        return List.copyOf(ports);
    }
}
