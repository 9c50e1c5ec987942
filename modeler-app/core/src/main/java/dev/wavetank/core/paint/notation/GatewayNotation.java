package dev.wavetank.core.paint.notation;

import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Path;
import dev.wavetank.core.paint.Pen;
import java.util.Optional;

/// Gateways: a diamond around the icon of the kind; an exclusive gateway may go without.
final class GatewayNotation {
    private GatewayNotation() {}

    static void draw(Sketch sketch, Bounds bounds, Optional<String> icon, Look look) {
        Path diamond = diamond(bounds);
        sketch.fill(diamond, look.fill());
        sketch.stroke(diamond, Pen.solid(2), look.stroke());
        icon.ifPresent(name -> {
            Bounds square = EventNotation.square(bounds);
            sketch.icon(Icon.named(name), square, Pen.solid(1.2), false, look.label(), look.fill());
        });
    }

    static Path diamond(Bounds bounds) {
        return Path.builder()
                .move(bounds.center().x(), bounds.y())
                .line(bounds.right(), bounds.center().y())
                .line(bounds.center().x(), bounds.bottom())
                .line(bounds.x(), bounds.center().y())
                .close()
                .build();
    }
}
