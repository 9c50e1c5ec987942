package dev.wavetank.core.bench;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.sample.GeneratedDiagram;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.command.DeleteElements;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.edit.command.RenameElement;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// What opening, editing and saving cost, in CPU milliseconds of the thread that does it, on generated diagrams.
/// The first opening is also told, as that is the one a person waits for. See `bench/README.md` for how to run it.
public final class EditBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 200;

    private final PrintStream out;

    private EditBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        int[] sizes = args.length == 0 ? new int[] {1000, 5000, 20000} : numbers(args);
        new EditBench(System.out).run(sizes);
    }

    private void run(int[] sizes) throws Exception {
        row(
                "nodes",
                "MB",
                "first open",
                "open",
                "index",
                "rename",
                "move 1",
                "delete+undo",
                "move all",
                "undo",
                "save");
        for (int nodes : sizes) {
            byte[] bytes = GeneratedDiagram.of(nodes);
            long start = now();
            Diagram diagram = Diagram.read(bytes);
            double first = since(start);
            for (int i = 0; i < 5; i++) {
                diagram = Diagram.read(bytes);
            }
            start = now();
            diagram = Diagram.read(bytes);
            double open = since(start);
            start = now();
            diagram = Diagram.of(diagram.document());
            double index = since(start);
            measure(nodes, bytes.length / 1e6, first, open, index, new Editor(diagram));
        }
    }

    private void measure(int nodes, double size, double first, double open, double index, Editor editor) {
        Random random = new Random(1);
        double rename = each(() -> editor.execute(new RenameElement(any(random, nodes), "Name " + random.nextInt())));
        double move = each(() -> editor.execute(MoveElements.by(Set.of(any(random, nodes)), 7, 11)));
        double delete = each(() -> {
            editor.execute(new DeleteElements(Set.of(any(random, nodes))));
            editor.undo();
        });
        Set<ElementId> all = new LinkedHashSet<>();
        for (int i = 0; i < nodes; i++) {
            all.add(new ElementId(GeneratedDiagram.id(i)));
        }
        editor.execute(MoveElements.by(all, 10, 10));
        long start = now();
        editor.execute(MoveElements.by(all, 10, 10));
        double moveAll = since(start);
        start = now();
        editor.undo();
        double undo = since(start);
        start = now();
        int written = editor.diagram().document().bytes().length;
        double save = since(start);
        if (written == 0) {
            throw new IllegalStateException("nothing was written");
        }
        row(
                Integer.toString(nodes),
                figure(size),
                figure(first),
                figure(open),
                figure(index),
                figure(rename),
                figure(move),
                figure(delete),
                figure(moveAll),
                figure(undo),
                figure(save));
    }

    private static ElementId any(Random random, int nodes) {
        return new ElementId(GeneratedDiagram.id(random.nextInt(nodes)));
    }

    /// The mean of many, after as many to warm up.
    private static double each(Runnable edit) {
        for (int i = 0; i < ROUNDS; i++) {
            edit.run();
        }
        long start = now();
        for (int i = 0; i < ROUNDS; i++) {
            edit.run();
        }
        return since(start) / ROUNDS;
    }

    private static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static double since(long start) {
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private void row(String... cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(String.format(" %11s |", cell));
        }
        out.println(line);
    }

    private static int[] numbers(String[] args) {
        int[] numbers = new int[args.length];
        for (int i = 0; i < args.length; i++) {
            numbers[i] = Integer.parseInt(args[i]);
        }
        return numbers;
    }
}
