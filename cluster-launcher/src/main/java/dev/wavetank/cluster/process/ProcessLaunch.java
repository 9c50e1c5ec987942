package dev.wavetank.cluster.process;

import dev.wavetank.cluster.api.NodeSize;
import dev.wavetank.cluster.runtime.NodeCommand;
import dev.wavetank.cluster.runtime.NodeProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Starts the node program as a process of its own session, so that Ctrl+C in the terminal reaches the launcher
/// alone, which then ends the nodes in order.
///
/// @param aotCache the ahead-of-time cache, if there is one for this very program
record ProcessLaunch(Path javaHome, NodeProgram program, Optional<Path> aotCache) {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    Process start(Path clusterFolder, String role, NodeSize size, Map<String, String> environment, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) command.add(SETSID.toString());
        command.addAll(NodeCommand.of(
                javaHome.resolve("bin").resolve("java").toString(),
                Optional.of(MarkedProcesses.marker(clusterFolder)),
                size,
                aotCache.map(Path::toString),
                program.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                role));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(clusterFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
        keepOnlyTheBasics(builder.environment());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// A node must not see the launcher's environment: it may hold keys, and a node's settings are to be seen
    /// in one place.
    private static void keepOnlyTheBasics(Map<String, String> environment) {
        environment.keySet().retainAll(List.of("PATH", "HOME", "LANG", "TMPDIR", "SystemRoot", "TEMP", "TMP"));
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}
