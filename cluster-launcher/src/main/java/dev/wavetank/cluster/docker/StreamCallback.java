package dev.wavetank.cluster.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears a stream of the engine. That a stream breaks is its usual end here (the container died, the cluster is
/// being removed), so unlike docker-java's own callback this one does not log it as an error.
class StreamCallback<T> extends ResultCallback.Adapter<T> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamCallback.class);

    @Override
    public void onError(Throwable failure) {
        LOG.debug("A stream of the Docker engine ended", failure);
        end();
    }

    /// Closes the stream; whoever waits for its completion goes on.
    final void end() {
        try {
            close();
        } catch (IOException e) {
            LOG.debug("A stream of the Docker engine did not close well", e);
        }
    }
}
