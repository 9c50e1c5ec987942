package dev.wavetank.core.xml;

/// Numbers as attributes have them.
public final class Numbers {
    /// As many digits fit into an `int`, whatever they are.
    private static final int SHORT = 9;

    private Numbers() {}

    /// Like [Double#parseDouble], but not a number (`NaN`) for what is none. Most coordinates are short whole numbers,
    /// and are read without it.
    public static double parse(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - first;
        if (digits < 1 || digits > SHORT) {
            return parseAny(text);
        }
        int value = 0;
        for (int i = first; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return parseAny(text);
            }
            value = 10 * value + digit;
        }
        return first == 0 ? value : -(double) value;
    }

    private static double parseAny(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
