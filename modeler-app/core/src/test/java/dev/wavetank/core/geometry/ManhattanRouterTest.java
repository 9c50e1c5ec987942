package dev.wavetank.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.geometry.ManhattanRouter.Axis;
import dev.wavetank.core.geometry.ManhattanRouter.End;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManhattanRouterTest {
    private static final End TASK = task(100, 100);

    /// A task at 100, 100 to one elsewhere; `out` and `in` are how the line wishes to leave and enter.
    @ParameterizedTest(name = "{0}:{1} to {2}, {3}")
    @CsvSource({
        // straight is preferred whatever is wished
        "HORIZONTAL, HORIZONTAL, 300, 100, 200 140 > 300 140",
        "VERTICAL,   VERTICAL,   300, 100, 200 140 > 300 140",
        "VERTICAL,   VERTICAL,   100, 300, 150 180 > 150 300",
        "HORIZONTAL, HORIZONTAL, 100, 300, 150 180 > 150 300",
        // h:h with the middle part half way
        "HORIZONTAL, HORIZONTAL, 300, 300, 200 140 > 250 140 > 250 340 > 300 340",
        "HORIZONTAL, HORIZONTAL, -200, 300, 100 140 > 0 140 > 0 340 > -100 340",
        // v:v
        "VERTICAL,   VERTICAL,   300, 300, 150 180 > 150 240 > 350 240 > 350 300",
        "VERTICAL,   VERTICAL,   300, -100, 150 100 > 150 40 > 350 40 > 350 -20",
        // one corner
        "HORIZONTAL, VERTICAL,   300, 300, 200 140 > 350 140 > 350 300",
        "VERTICAL,   HORIZONTAL, 300, 300, 150 180 > 150 340 > 300 340",
        "VERTICAL,   HORIZONTAL, 300, -100, 150 100 > 150 -60 > 300 -60",
        // no room for the one wished for
        "VERTICAL,   VERTICAL,   300, 130, 200 140 > 250 140 > 250 170 > 300 170",
        "HORIZONTAL, HORIZONTAL, 130, 300, 150 180 > 150 240 > 180 240 > 180 300"
    })
    void aNewLine(Axis out, Axis in, double x, double y, String line) {
        assertThat(text(ManhattanRouter.route(TASK, task(x, y), out, in))).isEqualTo(line);
    }

    @Test
    void aSelfLoopRunsClockwiseFromTheRightToTheBottom() {
        assertThat(text(ManhattanRouter.route(TASK, TASK, Axis.HORIZONTAL, Axis.HORIZONTAL)))
                .isEqualTo("200 140 > 220 140 > 220 200 > 150 200 > 150 180");
    }

    @Test
    void aLineOutOfAGatewayBeginsAtItsCorner() {
        End gateway = new End(new Bounds(100, 100, 50, 50), Outline.DIAMOND);

        assertThat(text(ManhattanRouter.route(gateway, task(300, 300), Axis.VERTICAL, Axis.HORIZONTAL)))
                .isEqualTo("125 150 > 125 340 > 300 340");
    }

    /// An event at the bottom (or top) of a task at 100, 100.
    @ParameterizedTest(name = "down {0} to {1}, {2}")
    @CsvSource({
        "true,  300, 250, 150 198 > 150 290 > 300 290",
        "true,  100, 300, 150 198 > 150 300",
        "true,  300, 100, 150 198 > 150 218 > 350 218 > 350 180",
        "false, 300, -100, 150 82 > 150 -60 > 300 -60",
        "false, 300, 100, 150 82 > 150 62 > 350 62 > 350 100"
    })
    void aLineLeavesAnAttachedEventAwayFromItsHost(boolean down, double x, double y, String line) {
        Bounds place = down ? new Bounds(132, 162, 36, 36) : new Bounds(132, 82, 36, 36);
        End event = new End(place, Outline.ELLIPSE);

        assertThat(text(ManhattanRouter.routeFromBorder(event, task(x, y), TASK.bounds(), down)))
                .isEqualTo(line);
    }

    /// A line whose target goes to another place.
    @ParameterizedTest(name = "{0} to {1}, {2}")
    @CsvSource({
        // a docking off the middle is kept while the line can stay straight
        "200 160 > 300 160, 320, 100, 200 160 > 320 160",
        // only the last segment follows
        "200 140 > 220 140 > 220 240 > 280 240 > 280 140 > 300 140, 300, 130,"
                + " 200 140 > 220 140 > 220 240 > 280 240 > 280 170 > 300 170",
        "200 140 > 250 140 > 250 40 > 350 40 > 350 100, 340, 100," + " 200 140 > 250 140 > 250 40 > 390 40 > 390 100",
        // a straight line that cannot stay so is laid out anew
        "200 140 > 300 140, 300, 300, 200 140 > 250 140 > 250 340 > 300 340",
        // so is one with a corner that the shape now covers
        "200 140 > 350 140 > 350 100, 320, 120, 200 140 > 260 140 > 260 160 > 320 160"
    })
    void aRepairChangesAsLittleAsItCan(String before, double x, double y, String line) {
        Bounds target = new Bounds(300, 100, 100, 80);

        List<Point> repaired = ManhattanRouter.repair(
                points(before), TASK.bounds(), target, TASK, task(x, y), Axis.HORIZONTAL, Axis.HORIZONTAL);

        assertThat(text(repaired)).isEqualTo(line);
    }

    private static End task(double x, double y) {
        return new End(new Bounds(x, y, 100, 80), Outline.ROUNDED);
    }

    private static List<Point> points(String text) {
        return Arrays.stream(text.split(" > "))
                .map(point -> point.split(" "))
                .map(point -> new Point(Double.parseDouble(point[0]), Double.parseDouble(point[1])))
                .toList();
    }

    private static String text(List<Point> line) {
        return line.stream()
                .map(point -> Math.round(point.x()) + " " + Math.round(point.y()))
                .collect(Collectors.joining(" > "));
    }
}
