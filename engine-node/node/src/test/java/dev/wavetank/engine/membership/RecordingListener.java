package dev.wavetank.engine.membership;

import dev.wavetank.engine.fencing.FencingListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what a lease tells its node.
class RecordingListener implements FencingListener {
    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void fenced(long staleEpoch) {
        heard.add("fenced " + staleEpoch);
    }

    @Override
    public void joined(long epoch) {
        heard.add("joined " + epoch);
    }

    @Override
    public void draining() {
        heard.add("draining");
    }
}
