package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import dev.wavetank.cluster.runtime.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The engine's stream of figures of one container, a new one each second.
final class ContainerStats extends StreamCallback<Statistics> {
    private volatile Usage latest = Usage.NONE;
    private volatile boolean ended;

    static ContainerStats of(DockerClient docker, String container) {
        return docker.statsCmd(container).exec(new ContainerStats());
    }

    Usage latest() {
        return latest;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public void onNext(Statistics figures) {
        if (figures.getCpuStats() == null || figures.getCpuStats().getCpuUsage() == null) return;
        Long cpu = figures.getCpuStats().getCpuUsage().getTotalUsage();
        if (cpu == null || cpu == 0) return;
        latest = new Usage(Duration.ofNanos(cpu), resident(figures.getMemoryStats()), readAt(figures.getRead()));
    }

    private static Optional<Instant> readAt(String read) {
        try {
            return read == null ? Optional.empty() : Optional.of(Instant.parse(read));
        } catch (DateTimeParseException unknownFormat) {
            return Optional.empty();
        }
    }

    /// What the limit counts, without the file cache that the kernel would give back (as `docker stats`
    /// shows it).
    private static long resident(MemoryStatsConfig memory) {
        if (memory == null || memory.getUsage() == null) return 0;
        StatsConfig parts = memory.getStats();
        if (parts == null) return memory.getUsage();
        Long cache = parts.getTotalInactiveFile() != null ? parts.getTotalInactiveFile() : parts.getInactiveFile();
        return Math.max(0, memory.getUsage() - (cache == null ? 0 : cache));
    }

    @Override
    public void onComplete() {
        ended = true;
        super.onComplete();
    }

    @Override
    public void onError(Throwable failure) {
        ended = true;
        super.onError(failure);
    }
}
