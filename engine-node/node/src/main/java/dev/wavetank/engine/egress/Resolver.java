package dev.wavetank.engine.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Finds the addresses of a host.
@FunctionalInterface
public interface Resolver {
    /// The system's.
    Resolver SYSTEM = InetAddress::getAllByName;

    /// At least one.
    InetAddress[] resolve(String host) throws UnknownHostException;
}
