package dev.wavetank.engine.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// How far away an address is, by the registries of special addresses (RFC 6890 and its updates, RFC 4291).
enum Reach {
    /// Of the internet.
    OUTSIDE,
    /// This machine, this organisation's network, the cluster's own: reached only by who is allowed that very address.
    INSIDE,
    /// Nobody's business: link-local, where clouds keep their machines' credentials, other such services, groups,
    /// and ranges that only wrap another address.
    NEVER;

    /// A range of addresses: the first `bits` of them are as in `prefix`.
    private record Range(byte[] prefix, int bits, Reach reach) {
        static Range of(String hex, int bits, Reach reach) {
            return new Range(HexFormat.of().parseHex(hex), bits, reach);
        }

        boolean has(byte[] address) {
            if (address.length != prefix.length) return false;
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, prefix, 0, whole)) return false;
            int mask = 0xFF00 >> (bits % 8) & 0xFF;
            return mask == 0 || (address[whole] & mask) == (prefix[whole] & mask);
        }
    }

    /// The first that fits counts.
    private static final List<Range> SPECIAL = List.of(
            Range.of("00000000", 8, NEVER),
            Range.of("0a000000", 8, INSIDE),
            Range.of("646464c8", 32, NEVER), // 100.100.100.200, a cloud's metadata
            Range.of("64400000", 10, INSIDE), // 100.64/10, carrier's
            Range.of("7f000000", 8, INSIDE),
            Range.of("a83f8110", 32, NEVER), // 168.63.129.16, a cloud's host
            Range.of("a9fe0000", 16, NEVER), // 169.254/16, link-local and metadata
            Range.of("ac100000", 12, INSIDE),
            Range.of("c0000000", 24, NEVER), // 192.0.0/24, protocol assignments
            Range.of("c0000200", 24, NEVER), // 192.0.2/24, documentation
            Range.of("c0586300", 24, NEVER), // 192.88.99/24, 6to4 relays
            Range.of("c0a80000", 16, INSIDE),
            Range.of("c6120000", 15, NEVER), // 198.18/15, benchmarks
            Range.of("c6336400", 24, NEVER), // 198.51.100/24, documentation
            Range.of("cb007100", 24, NEVER), // 203.0.113/24, documentation
            Range.of("e0000000", 3, NEVER), // groups, reserved, broadcast
            Range.of("00000000000000000000000000000001", 128, INSIDE),
            Range.of("00000000000000000000000000000000", 8, NEVER), // unspecified, and IPv4 in several wrappings
            Range.of("01000000000000000000000000000000", 8, NEVER),
            Range.of("20010000000000000000000000000000", 23, NEVER), // Teredo and other protocols
            Range.of("20010db8000000000000000000000000", 32, NEVER), // documentation
            Range.of("20020000000000000000000000000000", 16, NEVER), // 6to4
            Range.of("fd000ec2000000000000000000000254", 128, NEVER), // a cloud's metadata
            Range.of("fc000000000000000000000000000000", 7, INSIDE),
            Range.of("fe800000000000000000000000000000", 10, NEVER),
            Range.of("fec00000000000000000000000000000", 10, INSIDE),
            Range.of("ff000000000000000000000000000000", 8, NEVER));

    static Reach of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return SPECIAL.stream()
                .filter(range -> range.has(bytes))
                .map(Range::reach)
                .findFirst()
                .orElse(OUTSIDE);
    }
}
