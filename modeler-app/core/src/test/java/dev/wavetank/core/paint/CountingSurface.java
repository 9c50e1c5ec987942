package dev.wavetank.core.paint;

/// A surface that only counts what it is asked to do, and checks that brackets balance.
final class CountingSurface implements Surface {
    private int calls;
    private int depth;
    private int elements;

    int calls() {
        if (depth != 0 || elements != 0) {
            throw new AssertionError("brackets do not balance");
        }
        return calls;
    }

    @Override
    public void save() {
        depth++;
    }

    @Override
    public void restore() {
        depth--;
    }

    @Override
    public void translate(double dx, double dy) {}

    @Override
    public void scale(double factor) {}

    @Override
    public void rotate(double degrees) {}

    @Override
    public void opacity(double factor) {}

    @Override
    public void clip(Outline outline) {}

    @Override
    public void fill(Outline outline, int argb) {
        calls++;
    }

    @Override
    public void stroke(Outline outline, Pen pen, int argb) {
        calls++;
    }

    @Override
    public void text(String line, double x, double baseline, Font font, Align align, int argb) {
        calls++;
    }

    @Override
    public void beginElement(String elementId) {
        elements++;
    }

    @Override
    public void endElement() {
        elements--;
    }
}
