package dev.wavetank.cluster.api;

/// Something that is heard until closed. Closing twice does no harm.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
