package dev.wavetank.core.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.geometry.Bounds;
import org.junit.jupiter.api.Test;

class GridLinesTest {
    @Test
    void everyTenUnitsIsALine() {
        assertThat(lines(1)).isEqualTo(11 + 6);
    }

    @Test
    void smallLinesGoWhereTheyWouldRunIntoEachOther() {
        assertThat(lines(0.5)).isEqualTo(3 + 2);
    }

    @Test
    void farOutThereIsNone() {
        assertThat(lines(0.1)).isZero();
    }

    private static int lines(double scale) {
        var surface = new CountingSurface();
        GridLines.paint(surface, new Bounds(0, 0, 100, 50), scale, Theme.LIGHT);
        return surface.calls();
    }
}
