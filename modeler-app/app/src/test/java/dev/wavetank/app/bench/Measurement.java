package dev.wavetank.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What one side took, over all rounds: CPU milliseconds of all its processes for each operation (of continuous ones
/// for each frame), wall-clock milliseconds of each frame, and memory at the end.
final class Measurement {
    final List<Double> open = new ArrayList<>();
    final Map<Operation, List<Double>> cpu = new EnumMap<>(Operation.class);
    final Map<Operation, List<Double>> wall = new EnumMap<>(Operation.class);
    final List<Double> opened = new ArrayList<>();
    final List<Double> pss = new ArrayList<>();
    final List<Double> rss = new ArrayList<>();

    /// Measures one fresh process.
    ///
    /// @param framesOnly leaves out what happens at once
    void add(Contestant side, Path small, Path file, boolean framesOnly) throws Exception {
        ProcessTree processes = side.processes();
        side.open(small);
        processes.settle();
        double before = processes.cpuMillis();
        side.open(file);
        open.add(processes.cpuMillis() - before);
        processes.settle();
        opened.add(processes.pssMegabytes());
        for (Operation operation : Operation.values()) {
            if (operation.isContinuous()) {
                frames(side, operation);
            }
        }
        if (!framesOnly) {
            once(side, List.of(Operation.SELECT_ALL));
            once(side, List.of(Operation.MOVE_ALL, Operation.UNDO_ALL));
            once(side, List.of(Operation.COPY));
            one(side, Operation.PASTE);
        }
        processes.settle();
        pss.add(processes.pssMegabytes());
        rss.add(processes.rssMegabytes());
    }

    /// A few frames that are not measured come first.
    private void frames(Contestant side, Operation operation) throws Exception {
        side.prepare(operation);
        side.run(operation, 20);
        side.processes().settle();
        side.prepare(operation);
        double before = side.processes().cpuMillis();
        List<Double> walls = side.run(operation, operation.frames);
        note(operation, (side.processes().cpuMillis() - before) / operation.frames, walls.stream());
    }

    private void once(Contestant side, List<Operation> operations) throws Exception {
        for (int i = 0; i < Operation.REPEATS; i++) {
            for (Operation operation : operations) {
                one(side, operation);
            }
        }
    }

    private void one(Contestant side, Operation operation) throws Exception {
        side.prepare(operation);
        side.processes().settle();
        double before = side.processes().cpuMillis();
        List<Double> walls = side.run(operation, 0);
        note(operation, side.processes().cpuMillis() - before, walls.stream());
    }

    private void note(Operation operation, double millis, Stream<Double> walls) {
        cpu.computeIfAbsent(operation, _ -> new ArrayList<>()).add(millis);
        System.err.printf("  %s %.1f%n", operation, millis);
        walls.forEach(wall.computeIfAbsent(operation, _ -> new ArrayList<>())::add);
    }
}
