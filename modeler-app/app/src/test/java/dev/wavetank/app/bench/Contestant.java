package dev.wavetank.app.bench;

import java.nio.file.Path;
import java.util.List;

/// One of the two modellers, running, with a drawing area of the same size in pixels.
interface Contestant extends AutoCloseable {
    ProcessTree processes();

    /// Opens a file and answers when its first picture was painted.
    void open(Path file) throws Exception;

    /// Brings about what an operation starts from.
    void prepare(Operation operation) throws Exception;

    /// Does it, and answers when all was painted.
    ///
    /// @return wall-clock milliseconds of each step, from its begin to the frame after its picture
    List<Double> run(Operation operation, int frames) throws Exception;

    @Override
    void close();
}
