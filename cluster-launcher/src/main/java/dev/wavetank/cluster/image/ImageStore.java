package dev.wavetank.cluster.image;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.ClusterException;
import java.io.InputStream;

/// Where images are kept: a Docker engine.
public interface ImageStore {
    boolean has(String tag) throws ClusterException;

    /// Takes in an archive in the form of `docker save`.
    void load(InputStream archive, CancelToken cancel) throws ClusterException;

    /// Removes older images of ours that no container uses.
    void prune(String keep);
}
