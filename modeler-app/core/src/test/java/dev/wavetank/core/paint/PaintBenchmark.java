package dev.wavetank.core.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.command.MoveElements;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.layout.AutoLayout;
import dev.wavetank.core.paint.export.ImageSurface;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What drawing costs, in CPU milliseconds of this thread, for 5,000 generated nodes on an image of 1400 x 900.
///
/// Not part of the build. Run it with `mvn -pl modeler-app/core -am package -Dtest=PaintBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false` and read
/// `modeler-app/core/target/surefire-reports/*PaintBenchmark-output.txt`.
class PaintBenchmark {
    private static final int ROUNDS = 15;

    @Test
    void fiveThousandNodes() throws Exception {
        String xml = LargeModel.xml(5000);
        byte[] bytes = xml.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        report("read the file", () -> Diagram.read(bytes));
        Diagram diagram = Diagram.read(bytes);
        Plane plane = diagram.planes().getFirst();
        report("make the scene from nothing", () -> new SceneBuilder(Theme.LIGHT).build(plane, diagram::element));
        var builder = new SceneBuilder(Theme.LIGHT);
        Scene scene = builder.build(plane, diagram::element);
        report("make the scene again, nothing changed", () -> builder.build(plane, diagram::element));
        var one = java.util.Set.of(plane.shapes().get(2500).element());
        var editor = new Editor(diagram);
        report("move one task in the editor", () -> editor.execute(MoveElements.by(one, 10, 0)));
        report("make the scene again, one element touched", () -> builder.build(plane, diagram::element, one));
        report("edit, list the planes, make the scene again", () -> {
            ChangeSet edit = editor.execute(MoveElements.by(one, 10, 0));
            return builder.build(edit.after().planes().getFirst(), edit.after()::element, edit.touched());
        });
        var everything = plane.shapes().stream().map(Shape::element).collect(Collectors.toSet());
        report("the same for moving everything", () -> {
            ChangeSet edit = editor.execute(MoveElements.by(everything, 10, 0));
            return builder.build(edit.after().planes().getFirst(), edit.after()::element, edit.touched());
        });
        Bounds all = scene.bounds().orElseThrow();
        double fit = Math.min(1400 / all.width(), 900 / all.height());
        report("paint all of it, fitted (%.0f %%)".formatted(fit * 100), () -> paint(scene, all, fit));
        report("paint a view at 100 %", () -> paint(scene, new Bounds(4000, 2000, 1400, 900), 1));
        report("paint a view at 30 %", () -> paint(scene, new Bounds(4000, 2000, 1400 / 0.3, 900 / 0.3), 0.3));
        report("replay all glyphs onto nothing", () -> replay(scene, all));
        report("automatic layout of 1,000 nodes", () -> new AutoLayout().layout(LargeModel.of(1000)));
        assertThat(scene.glyphs()).hasSizeGreaterThan(10_000);
    }

    private static Object paint(Scene scene, Bounds view, double scale) {
        try (var surface = new ImageSurface(view, scale, Theme.LIGHT.canvas())) {
            DiagramPainter.paint(surface, scene, new Viewport(view, scale));
            return surface.image();
        }
    }

    private static Object replay(Scene scene, Bounds view) {
        var counter = new CountingSurface();
        DiagramPainter.paint(counter, scene, new Viewport(view, 1));
        return counter.calls();
    }

    private interface Work {
        Object run() throws Exception;
    }

    private static void report(String what, Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new double[ROUNDS];
        int kept = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            kept += work.run().hashCode() & 1;
            times[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf("%-45s first %8.1f ms   median %8.1f ms   (%d)%n", what, first, times[ROUNDS / 2], kept & 1);
    }
}
