package dev.wavetank.cluster.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The description of a cluster: what a person writes in a JSON file, every field optional.
///
/// @param name     lower-case letters, digits and hyphens; begins the cluster's id
/// @param gateways 1 to 5
/// @param engines  1 to 20
/// @param basePort the first of the ports on 127.0.0.1, the others follow; 0 lets the launcher find free ones
/// @param takeover false leaves the work of dead engines where it is: only to show what the takeover is
/// good for
/// @param tls      the gateways speak TLS, with a certificate made for this cluster that its clients trust
public record ClusterSpec(
        String name,
        int gateways,
        int engines,
        DatabaseSpec database,
        Sizes sizes,
        int basePort,
        boolean takeover,
        boolean tls) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    /// Two gateways, two engines, an H2 server.
    public static final ClusterSpec DEFAULT =
            new ClusterSpec("tank", 2, 2, DatabaseSpec.H2, Sizes.DEFAULT, 0, true, false);

    public ClusterSpec {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the cluster's name begins with a letter and has up to 31 lower-case"
                    + " letters, digits and hyphens: \"" + name + "\" does not");
        }
        range("gateways", gateways, 1, 5);
        range("engines", engines, 1, 20);
        if (basePort != 0) {
            range("basePort", basePort, 1024, 65_500);
        }
    }

    @JsonCreator
    static ClusterSpec of(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("gateways") @Nullable Integer gateways,
            @JsonProperty("engines") @Nullable Integer engines,
            @JsonProperty("database") @Nullable DatabaseSpec database,
            @JsonProperty("sizes") @Nullable Sizes sizes,
            @JsonProperty("basePort") @Nullable Integer basePort,
            @JsonProperty("takeover") @Nullable Boolean takeover,
            @JsonProperty("tls") @Nullable Boolean tls) {
        return new ClusterSpec(
                name == null ? DEFAULT.name : name,
                gateways == null ? DEFAULT.gateways : gateways,
                engines == null ? DEFAULT.engines : engines,
                database == null ? DEFAULT.database : database,
                sizes == null ? DEFAULT.sizes : sizes,
                basePort == null ? DEFAULT.basePort : basePort,
                takeover == null ? DEFAULT.takeover : takeover,
                tls == null ? DEFAULT.tls : tls);
    }

    public ClusterSpec withName(String newName) {
        return new ClusterSpec(newName, gateways, engines, database, sizes, basePort, takeover, tls);
    }

    public ClusterSpec withGateways(int count) {
        return new ClusterSpec(name, count, engines, database, sizes, basePort, takeover, tls);
    }

    public ClusterSpec withEngines(int count) {
        return new ClusterSpec(name, gateways, count, database, sizes, basePort, takeover, tls);
    }

    public ClusterSpec withDatabase(DatabaseSpec other) {
        return new ClusterSpec(name, gateways, engines, other, sizes, basePort, takeover, tls);
    }

    public ClusterSpec withTakeover(boolean on) {
        return new ClusterSpec(name, gateways, engines, database, sizes, basePort, on, tls);
    }

    public ClusterSpec withTls(boolean on) {
        return new ClusterSpec(name, gateways, engines, database, sizes, basePort, takeover, on);
    }

    private static void range(String what, int value, int from, int to) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(what + " is from " + from + " to " + to + ", not " + value);
        }
    }
}
