package dev.wavetank.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelLinkTest {
    private static final Bounds EVENT = new Bounds(100, 100, 36, 36);

    @Test
    void aLabelFarFromItsShapeIsLinkedToIt() {
        assertThat(LabelLink.of(new Bounds(90, 160, 60, 14), Optional.of(EVENT), List.of()))
                .contains(List.of(new Point(120, 160), new Point(120, 136)));
    }

    @Test
    void aLabelNearItsShapeIsNot() {
        assertThat(LabelLink.of(new Bounds(90, 150, 60, 14), Optional.of(EVENT), List.of()))
                .isEmpty();
    }

    @Test
    void aLabelFarFromItsLineIsLinkedToTheNearestPlaceOnIt() {
        List<Point> line = List.of(new Point(0, 0), new Point(200, 0));

        assertThat(LabelLink.of(new Bounds(40, 30, 20, 14), Optional.empty(), line))
                .contains(List.of(new Point(50, 30), new Point(50, 0)));
    }
}
