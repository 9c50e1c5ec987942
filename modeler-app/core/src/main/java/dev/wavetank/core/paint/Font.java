package dev.wavetank.core.paint;

/// A typeface at a size in DI units. The family is always the plain sans-serif ({@link #FAMILY}); files do not
/// carry another.
public record Font(double size, boolean bold, boolean italic) {
    /// Arial, or what has its widths; then what has the characters that Arial lacks.
    public static final String FAMILY = "Arial, Helvetica, 'Liberation Sans', 'Noto Sans CJK SC', sans-serif";

    public static final Font LABEL = new Font(12, false, false);
    /// Names beside events, gateways, data and flows.
    public static final Font EXTERNAL = new Font(11, false, false);

    public Font withSize(double newSize) {
        return new Font(newSize, bold, italic);
    }
}
