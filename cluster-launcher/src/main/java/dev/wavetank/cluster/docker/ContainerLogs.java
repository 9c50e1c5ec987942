package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Subscription;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the log of one container. A followed log goes on when the container is started again, which the
/// engine's own stream does not: it is asked again from the last line's time on.
final class ContainerLogs {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerLogs.class);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration READING = Duration.ofSeconds(20);

    private final DockerClient docker;
    private final String container;
    private final Consumer<String> line;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable Closeable> open = new AtomicReference<>();
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private Instant last = Instant.EPOCH;

    private ContainerLogs(DockerClient docker, String container, Consumer<String> line) {
        this.docker = docker;
        this.container = container;
        this.line = line;
    }

    static Subscription read(DockerClient docker, String container, boolean follow, Consumer<String> line)
            throws ClusterException {
        ContainerLogs logs = new ContainerLogs(docker, container, line);
        if (!follow) {
            DockerFailures.ask("The log of " + container + " could not be read", () -> logs.readOnce(false));
            return () -> {};
        }
        Thread.ofVirtual().name("log-" + container).start(logs::follow);
        return logs::close;
    }

    private void follow() {
        try {
            do {
                try {
                    if (!readOnce(true)) return;
                } catch (NotFoundException removed) {
                    return;
                } catch (RuntimeException broken) {
                    LOG.debug("The log stream of {} broke", container, broken);
                }
            } while (!closed.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false if this was interrupted
    private boolean readOnce(boolean follow) {
        LogContainerCmd command = docker.logContainerCmd(container)
                .withStdOut(true)
                .withStdErr(true)
                .withTimestamps(true)
                .withFollowStream(follow);
        if (!last.equals(Instant.EPOCH)) command.withSince((int) last.getEpochSecond());
        try (StreamCallback<Frame> reading = new StreamCallback<>() {
            @Override
            public void onNext(Frame frame) {
                heard(frame.getPayload());
            }
        }) {
            open.set(reading);
            if (closed.getCount() == 0) return true;
            command.exec(reading);
            if (follow) {
                reading.awaitCompletion();
                return true;
            }
            boolean whole = reading.awaitCompletion(READING.toMillis(), TimeUnit.MILLISECONDS);
            if (!whole) LOG.debug("The log of {} took too long to read", container);
            finish();
            return true;
        } catch (IOException e) {
            LOG.debug("The log stream of {} did not close well", container, e);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            open.set(null);
        }
    }

    private synchronized void heard(byte[] payload) {
        for (byte b : payload) {
            if (b == '\n') finish();
            else begun.write(b);
        }
    }

    /// Lines begin with their time; those up to the last one heard come twice after a reconnect.
    private synchronized void finish() {
        if (begun.size() == 0) return;
        String text = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        int blank = text.indexOf(' ');
        try {
            Instant at = Instant.parse(blank < 0 ? text : text.substring(0, blank));
            if (!at.isAfter(last)) return;
            last = at;
            line.accept(blank < 0 ? "" : text.substring(blank + 1).stripTrailing());
        } catch (DateTimeParseException noTime) {
            line.accept(text);
        }
    }

    private void close() {
        closed.countDown();
        Closeable stream = open.getAndSet(null);
        if (stream == null) return;
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("The log stream of {} did not close well", container, e);
        }
    }
}
