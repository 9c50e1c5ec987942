package dev.wavetank.engine.egress;

import java.net.InetAddress;
import java.util.List;

/// The hosts that one tenant's tasks may call: `api.example.com`, `*.example.com`, `10.1.2.3:8080`. One without a
/// port means the usual one of the call's scheme.
///
/// @param entries of the tenant's policy, in lower case
public record Destinations(List<String> entries) {
    public Destinations {
        entries = List.copyOf(entries);
    }

    /// Whether a host may be called by its name, wherever the name leads.
    ///
    /// @param usual the port that the scheme means when it names none
    boolean name(String host, int port, int usual) {
        return entries.stream().anyMatch(entry -> {
            int colon = entry.lastIndexOf(':');
            String name = colon < 0 ? entry : entry.substring(0, colon);
            int named = colon < 0 ? usual : Integer.parseInt(entry.substring(colon + 1));
            boolean matches = name.startsWith("*.")
                    ? host.endsWith(name.substring(1)) && host.length() > name.length() - 1
                    : host.equals(name);
            return matches && named == port;
        });
    }

    /// Whether this very address is allowed: a name is not enough to lead inside.
    boolean name(InetAddress address, int port, int usual) {
        return name(address.getHostAddress(), port, usual);
    }
}
