package dev.wavetank.cluster.process;

import dev.wavetank.cluster.plan.Observed;
import dev.wavetank.cluster.plan.Observed.Presence;
import dev.wavetank.cluster.runtime.ProcessIdentity;
import dev.wavetank.cluster.runtime.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One node's process, started by this program or found by its pid file.
///
/// @param child the process itself where this program started it: only a parent learns the exit code
record NodeProcess(ProcessIdentity identity, Optional<Process> child) {
    /// The exit code of a process that runs, or that somebody else started.
    private static final int UNKNOWN = -1;

    /// Notes the process in a file, so that another program finds it.
    static NodeProcess started(Process process, Path pidFile) throws IOException {
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        Files.writeString(pidFile, identity.pid() + " " + identity.start() + "\n");
        return new NodeProcess(identity, Optional.of(process));
    }

    /// The process that a pid file names, whether it still runs or not.
    static Optional<NodeProcess> read(Path pidFile) {
        try {
            String[] parts = Files.readString(pidFile).strip().split(" ");
            return Optional.of(new NodeProcess(
                    new ProcessIdentity(Long.parseLong(parts[0]), Instant.parse(parts[1])), Optional.empty()));
        } catch (IOException | RuntimeException missingOrHalfWritten) {
            return Optional.empty();
        }
    }

    /// The living process. One that has ended and only waits to be collected by its parent does not live.
    Optional<ProcessHandle> living() {
        return identity.find()
                .filter(process -> ProcFs.state(process.pid())
                        .map(state -> state != 'Z' && state != 'X')
                        .orElse(true));
    }

    Observed observe() {
        Optional<ProcessHandle> process = living();
        if (process.isEmpty()) {
            int exitCode = child.map(NodeProcess::exitCode).orElse(UNKNOWN);
            return new Observed(Presence.EXITED, true, exitCode, false, identity.start());
        }
        boolean frozen =
                ProcFs.state(process.get().pid()).map(state -> state == 'T').orElse(false);
        return new Observed(frozen ? Presence.PAUSED : Presence.RUNNING, true, UNKNOWN, false, identity.start());
    }

    /// Java collects it a moment after it has ended.
    private static int exitCode(Process ended) {
        try {
            return ended.waitFor(1, TimeUnit.SECONDS) ? ended.exitValue() : UNKNOWN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    Usage usage() {
        return living().map(process -> ProcFs.usage(process.pid())
                        .orElseGet(() ->
                                new Usage(process.info().totalCpuDuration().orElse(Duration.ZERO), 0)))
                .orElse(Usage.NONE);
    }

    /// Ends the process at once and waits until it is gone.
    ///
    /// @return whether it is gone
    boolean kill() {
        Optional<ProcessHandle> process = living();
        process.ifPresent(ProcessHandle::destroyForcibly);
        return process.isEmpty() || awaitEnd(Duration.ofSeconds(10));
    }

    /// Waits for the end of the process.
    ///
    /// @return whether it has ended
    boolean awaitEnd(Duration patience) {
        Optional<ProcessHandle> process = living();
        if (process.isEmpty()) return true;
        CompletableFuture<?> end = child.<CompletableFuture<?>>map(Process::onExit)
                .orElseGet(() -> process.get().onExit());
        try {
            end.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return living().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return living().isEmpty();
        }
    }
}
