package dev.wavetank.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
    private static final Bounds BOX = new Bounds(0, 0, 100, 80);

    /// From the middle towards a point outside.
    @ParameterizedTest
    @CsvSource({
        "RECTANGLE, 200,  40, 100,   40",
        "RECTANGLE, 250, 200, 100,   80",
        "ROUNDED,   200,  40, 100,   40",
        "ROUNDED,   250, 200,  96.74, 77.39",
        "DIAMOND,   200,  40, 100,   40",
        "DIAMOND,   250, 200,  75,   60",
        "ELLIPSE,    50, 200,  50,   80",
        "ELLIPSE,   250, 200,  85.36, 68.28"
    })
    void aLineEndsAtTheTrueOutline(Outline outline, double toX, double toY, double x, double y) {
        Point end = outline.crop(BOX, BOX.center(), new Point(toX, toY));

        assertThat(end.distanceTo(new Point(x, y))).as(end.toString()).isLessThan(0.05);
    }
}
