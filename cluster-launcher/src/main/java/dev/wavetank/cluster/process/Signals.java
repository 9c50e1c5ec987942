package dev.wavetank.cluster.process;

import dev.wavetank.cluster.api.ClusterException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// Sends the signals that Java has no method for.
final class Signals {
    private Signals() {}

    static boolean available() {
        return !System.getProperty("os.name").startsWith("Windows");
    }

    static void stop(long pid) throws ClusterException {
        send("STOP", pid);
    }

    static void resume(long pid) throws ClusterException {
        send("CONT", pid);
    }

    /// `kill` is built into every shell, while its program is missing on small systems.
    private static void send(String signal, long pid) throws ClusterException {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS)) kill.destroyForcibly();
            else if (kill.exitValue() == 0) return;
        } catch (IOException e) {
            throw failed(signal, pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(signal, pid, e);
        }
        throw failed(signal, pid, null);
    }

    private static ClusterException failed(
            String signal, long pid, @org.jspecify.annotations.Nullable Exception cause) {
        return new ClusterException(
                ClusterException.Code.RUNTIME_FAILED,
                "Process " + pid + " could not be sent SIG" + signal + ". Does it still run?",
                cause);
    }
}
