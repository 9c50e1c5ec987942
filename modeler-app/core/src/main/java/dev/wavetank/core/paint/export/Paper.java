package dev.wavetank.core.paint.export;

/// A sheet of paper, upright, in points of 1/72 inch.
public enum Paper {
    A5(420, 595),
    A4(595, 842),
    A3(842, 1191),
    A2(1191, 1684),
    A1(1684, 2384),
    A0(2384, 3370),
    LETTER(612, 792),
    LEGAL(612, 1008),
    TABLOID(792, 1224);

    private final double width;
    private final double height;

    Paper(double width, double height) {
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }
}
