package dev.wavetank.cluster.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test after which something of ours is left: a node's process, a cluster's folder, and what
/// `More` finds.
///
/// Looks at the test's own state folder only, so tests of other checkouts may run on the same machine.
public final class NothingLeft implements AfterEachCallback {
    /// Finds what a runtime of its own kind leaves; one sentence each.
    @FunctionalInterface
    public interface More {
        List<String> find();
    }

    private final Path state;
    private final More more;

    public NothingLeft(Path state, More more) {
        this.state = state;
        this.more = more;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        List<String> left = new ArrayList<>(more.find());
        ProcessHandle.allProcesses()
                .filter(process -> Arrays.stream(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.startsWith("-Dwavetank.cluster.folder=" + state)))
                .filter(ProcessHandle::isAlive)
                .forEach(process -> left.add(
                        "process " + process.pid() + " " + process.info().commandLine()));
        Path clusters = state.resolve("clusters");
        if (Files.exists(clusters)) {
            try (Stream<Path> folders = Files.list(clusters)) {
                folders.forEach(folder -> left.add("folder " + folder));
            }
        }
        if (!left.isEmpty()) throw new AssertionError("The test left behind: " + String.join("; ", left));
    }
}
