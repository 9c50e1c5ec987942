package dev.wavetank.core.paint;

import dev.wavetank.core.geometry.Bounds;

/// The geometry of something painted: closed for boxes and ovals, open or closed for paths. Boxes and ovals
/// stay recognisable because every surface has a fast way to paint them and SVG has elements for them.
public sealed interface Outline permits Outline.Box, Outline.Oval, Path {
    /// The smallest bounds around it, without the width of any pen.
    Bounds bounds();

    Outline translate(double dx, double dy);

    static Box box(Bounds bounds, double radius) {
        return new Box(bounds, Math.min(radius, Math.min(bounds.width(), bounds.height()) / 2));
    }

    static Box box(Bounds bounds) {
        return new Box(bounds, 0);
    }

    static Oval oval(Bounds bounds) {
        return new Oval(bounds);
    }

    /// A rectangle with corners rounded by `radius`.
    record Box(Bounds bounds, double radius) implements Outline {
        @Override
        public Box translate(double dx, double dy) {
            return new Box(bounds.translate(dx, dy), radius);
        }
    }

    /// The ellipse that fills its bounds.
    record Oval(Bounds bounds) implements Outline {
        @Override
        public Oval translate(double dx, double dy) {
            return new Oval(bounds.translate(dx, dy));
        }
    }
}
