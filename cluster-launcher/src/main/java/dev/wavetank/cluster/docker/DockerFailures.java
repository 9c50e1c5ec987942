package dev.wavetank.cluster.docker;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterException.Code;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a refusal of the Docker engine means for a person.
final class DockerFailures {
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PORT = Pattern.compile("(?:127\\.0\\.0\\.1|0\\.0\\.0\\.0):(\\d+)");

    private DockerFailures() {}

    /// What is asked of the engine.
    @FunctionalInterface
    interface Request<T> {
        T send();
    }

    /// Asks the engine.
    ///
    /// @param what what failed, if it fails, as the begin of a sentence
    static <T> T ask(String what, Request<T> request) throws ClusterException {
        try {
            return request.send();
        } catch (RuntimeException e) {
            throw explain(what, e);
        }
    }

    static ClusterException explain(String what, RuntimeException e) {
        String said = message(e);
        if (said.contains("port is already allocated") || said.contains("address already in use")) {
            Matcher port = PORT.matcher(said);
            return new ClusterException(
                    Code.PORT_IN_USE,
                    what + ": port " + (port.find() ? port.group(1) : "of the node")
                            + " on 127.0.0.1 is in use. End the program that holds it, or give another basePort.",
                    e);
        }
        if (said.contains("no space left on device")) {
            return new ClusterException(
                    Code.DISK_FULL,
                    what + ": the Docker engine's disk is full. Free some space (docker system df shows what takes it)"
                            + " and try again.",
                    e);
        }
        if (said.contains("non-overlapping IPv4 address pool")) {
            return new ClusterException(
                    Code.RUNTIME_FAILED,
                    what + ": the Docker engine has no address range left for another network. Remove networks that"
                            + " nothing uses (docker network prune) and try again.",
                    e);
        }
        return new ClusterException(Code.RUNTIME_FAILED, what + ". The Docker engine says: " + said, e);
    }

    private static String message(RuntimeException e) {
        Throwable at = e;
        while (at.getCause() != null && at.getMessage() == null) at = at.getCause();
        String text = String.valueOf(at.getMessage());
        Matcher message = MESSAGE.matcher(text);
        return message.find() ? message.group(1).replace("\\\"", "\"") : text;
    }
}
