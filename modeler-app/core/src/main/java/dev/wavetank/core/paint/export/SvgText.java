package dev.wavetank.core.paint.export;

import dev.wavetank.core.paint.Path;

/// The small grammar of SVG: numbers with at most two decimals, path data, escaped text.
final class SvgText {
    private SvgText() {}

    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        String sign = hundredths < 0 ? "-" : "";
        long size = Math.abs(hundredths);
        long fraction = size % 100;
        String decimals = fraction % 10 == 0 ? Long.toString(fraction / 10) : (fraction < 10 ? "0" : "") + fraction;
        return sign + size / 100 + "." + decimals;
    }

    static String numbers(double... values) {
        var text = new StringBuilder();
        for (double value : values) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(number(value));
        }
        return text.toString();
    }

    static String pathData(Path path) {
        var data = new StringBuilder();
        path.trace(new Path.Tracer() {
            @Override
            public void move(double x, double y) {
                data.append('M').append(numbers(x, y));
            }

            @Override
            public void line(double x, double y) {
                data.append('L').append(numbers(x, y));
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                data.append('C').append(numbers(x1, y1, x2, y2, x, y));
            }

            @Override
            public void close() {
                data.append('Z');
            }
        });
        return data.toString();
    }

    /// Escapes markup and drops what XML 1.0 cannot hold.
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean allowed = c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF || c == '\t';
                    if (allowed) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
