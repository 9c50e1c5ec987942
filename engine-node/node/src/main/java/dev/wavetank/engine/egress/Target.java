package dev.wavetank.engine.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/// Where a call goes: an address that was looked at, and that is connected to without asking for it again. A name
/// that leads elsewhere a moment later (DNS rebinding) leads nowhere.
///
/// @param uri     as the task says it, without its fragment
/// @param address of the host
record Target(URI uri, InetAddress address) {
    /// @throws EgressRefusedException if the tenant may not call it
    /// @throws UnknownHostException   if there is no such host
    static Target of(String url, Destinations allowed, Resolver resolver)
            throws EgressRefusedException, UnknownHostException {
        URI uri = plain(url);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        if (!allowed.name(host, port, usual)) {
            throw new EgressRefusedException(
                    "The tenant's tasks may not call " + host + ":" + port + ": its policy's egress does not name it.");
        }
        InetAddress[] addresses = resolver.resolve(host);
        return Arrays.stream(addresses)
                .filter(address -> switch (Reach.of(address)) {
                    case OUTSIDE -> true;
                    case INSIDE -> allowed.name(address, port, usual);
                    case NEVER -> false;
                })
                .findFirst()
                .map(address -> new Target(uri, address))
                .orElseThrow(() -> new EgressRefusedException(
                        "The tenant's tasks may not call " + host + ":" + port + ": it leads to "
                                + addresses[0].getHostAddress() + ", an address of this machine or an inner network."
                                + " Such an address must be named itself in the policy's egress."));
    }

    private static URI plain(String url) throws EgressRefusedException {
        try {
            URI uri = URI.create(url.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new EgressRefusedException("An HTTP task calls http:// or https:// addresses only.");
            }
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw new EgressRefusedException(
                        "The address of an HTTP task names a host, and no user: a key belongs" + " into a header.");
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return URI.create(scheme + "://" + uri.getHost() + port + path + query);
        } catch (IllegalArgumentException malformed) {
            throw new EgressRefusedException("The address of an HTTP task is malformed.");
        }
    }
}
