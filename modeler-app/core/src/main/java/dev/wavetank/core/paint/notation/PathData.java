package dev.wavetank.core.paint.notation;

import dev.wavetank.core.paint.Path;
import java.util.Scanner;

/// Reads the path data of the icon file: absolute M L H V C Q Z of SVG, and O for a whole ellipse. Repeated
/// coordinates need a repeated letter.
final class PathData {
    private final Scanner words;
    private final Path.Builder path = Path.builder();
    private double x;
    private double y;

    private PathData(String data) {
        words = new Scanner(data.replaceAll("([A-Z])", " $1 "));
    }

    static Path parse(String data) {
        return new PathData(data).read();
    }

    private Path read() {
        while (words.hasNext()) {
            String letter = words.next();
            switch (letter) {
                case "M" -> path.move(x = number(), y = number());
                case "L" -> path.line(x = number(), y = number());
                case "H" -> path.line(x = number(), y);
                case "V" -> path.line(x, y = number());
                case "C" -> path.curve(number(), number(), number(), number(), x = number(), y = number());
                case "Q" -> path.bend(number(), number(), x = number(), y = number());
                case "O" -> path.oval(number(), number(), number(), number());
                case "Z" -> path.close();
                default -> throw new IllegalArgumentException("no path letter: " + letter);
            }
        }
        return path.build();
    }

    private double number() {
        return Double.parseDouble(words.next());
    }
}
