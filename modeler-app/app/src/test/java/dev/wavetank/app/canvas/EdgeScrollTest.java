package dev.wavetank.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class EdgeScrollTest {
    @Test
    void nearTheBorderTheSheetComesInByTenPixels() {
        assertThat(EdgeScroll.step(19, 300, 800, 600)).isEqualTo(new Point2D(10, 0));
        assertThat(EdgeScroll.step(790, 595, 800, 600)).isEqualTo(new Point2D(-10, -10));
    }

    @Test
    void elsewhereItRests() {
        assertThat(EdgeScroll.step(20, 300, 800, 600)).isEqualTo(Point2D.ZERO);
    }
}
