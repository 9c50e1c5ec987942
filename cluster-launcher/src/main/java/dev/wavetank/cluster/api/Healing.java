package dev.wavetank.cluster.api;

/// The way back from a [Fault].
public interface Healing {
    Fault fault();

    /// What healing will do, for a button: for example "Start engine-1 again".
    String action();

    /// Takes the fault back and waits until the nodes are ready again. Healing twice does no harm.
    ///
    /// @throws ClusterException if a node does not come back; the sentence holds its last log lines
    void heal() throws ClusterException;

    boolean healed();
}
