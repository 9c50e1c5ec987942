package dev.wavetank.cluster.runtime;

import dev.wavetank.cluster.api.NodeSize;
import dev.wavetank.cluster.api.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The Java command line of a node, the same in a container and as a local process.
///
/// Serial collector and first-tier compiler only: nodes of a local cluster are small and short-lived, and their
/// start is what a failover waits for. An ahead-of-time cache only fits the flags and the class path that it
/// was made with, so it is made with this command line too.
public final class NodeCommand {
    private static final int YOUNG_OF_GATEWAY = 8;

    private NodeCommand() {}

    /// @param java      the `java` program
    /// @param marker    a `-D` option that tells this program's processes from others; first, so that it is
    /// never cut off
    /// @param classPath jars in order, joined as the node's system does
    public static List<String> of(
            String java,
            Optional<String> marker,
            NodeSize size,
            Optional<String> aotCache,
            String classPath,
            String role) {
        List<String> command = new ArrayList<>();
        command.add(java);
        marker.ifPresent(command::add);
        command.addAll(flags());
        command.add("-Xmx" + size.heap() + "m");
        // A gateway keeps little: a small young generation is swept in place instead of growing.
        // And no ahead-of-time cache: it holds the engine too, and 40 MB of it would count as the gateway's.
        boolean gateway = role.equals(Role.GATEWAY.word());
        if (gateway) command.add("-Xmn" + YOUNG_OF_GATEWAY + "m");
        else aotCache.ifPresent(file -> command.add("-XX:AOTCache=" + file));
        command.add("-cp");
        command.add(classPath);
        command.add(NodeProgram.MAIN_CLASS);
        command.add(role);
        return List.copyOf(command);
    }

    /// What the cache's making and its use must share.
    public static List<String> flags() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=48m",
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xlog:aot*=error",
                "-Dfile.encoding=UTF-8");
    }
}
