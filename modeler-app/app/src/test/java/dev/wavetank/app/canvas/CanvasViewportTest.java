package dev.wavetank.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanvasViewportTest {
    private final CanvasViewport viewport = new CanvasViewport();

    @BeforeEach
    void size() {
        viewport.resize(800, 600);
    }

    @Test
    void screenAndPlaneAreInverse() {
        viewport.fit(new Bounds(-300, 40, 2500, 900));

        Point there = viewport.toPlane(123, 456);
        Point back = viewport.toScreen(there);

        assertThat(back.x()).isCloseTo(123, within(1e-9));
        assertThat(back.y()).isCloseTo(456, within(1e-9));
    }

    @Test
    void zoomKeepsThePointUnderTheMouse() {
        Point under = viewport.toPlane(200, 100);

        viewport.zoomTo(2.5, 200, 100);

        assertThat(viewport.toPlane(200, 100)).isEqualTo(under);
    }

    @Test
    void fitShowsEverythingAndNeverMagnifies() {
        var large = new Bounds(0, 0, 5000, 3000);
        viewport.fit(large);
        assertThat(viewport.visible().contains(large)).isTrue();

        viewport.fit(new Bounds(0, 0, 20, 20));
        assertThat(viewport.scale()).isEqualTo(1);
    }

    @Test
    void scaleStaysWithinItsBounds() {
        viewport.zoomTo(1000);
        assertThat(viewport.scale()).isEqualTo(CanvasViewport.MAX_SCALE);

        viewport.zoomTo(0);
        assertThat(viewport.scale()).isEqualTo(CanvasViewport.MIN_SCALE);
    }

    @Test
    void revealLeavesWhatIsVisibleAlone() {
        viewport.centre(new Point(0, 0));
        Bounds before = viewport.visible();

        viewport.reveal(new Bounds(-50, -50, 100, 100));
        assertThat(viewport.visible()).isEqualTo(before);

        viewport.reveal(new Bounds(4000, 0, 100, 80));
        assertThat(viewport.visible().contains(new Bounds(4000, 0, 100, 80))).isTrue();
    }
}
