package dev.wavetank.core.paint.notation;

import dev.wavetank.core.paint.Path;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A small drawing in a square of `size` units, from `icons.txt`.
public record Icon(String name, double size, List<Part> parts) {
    private static final Map<String, Icon> ALL = load();

    public Icon {
        parts = List.copyOf(parts);
    }

    /// How a part takes ink and paper; the icon file explains each.
    public enum Role {
        AREA,
        LINE,
        PAPER,
        INK,
        PEN
    }

    public record Part(Role role, Path path) {}

    public static Icon named(String name) {
        Icon icon = ALL.get(name);
        if (icon == null) {
            throw new IllegalArgumentException("no icon " + name);
        }
        return icon;
    }

    public static boolean exists(String name) {
        return ALL.containsKey(name);
    }

    private static Map<String, Icon> load() {
        try (InputStream in = Icon.class.getResourceAsStream("icons.txt")) {
            if (in == null) {
                throw new IllegalStateException("icons.txt is missing from the jar");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Icon> read(List<String> lines) {
        var icons = new HashMap<String, Icon>();
        String name = "";
        double size = 0;
        var parts = new ArrayList<Part>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(" ", 3);
            if (words[0].equals("icon")) {
                if (!parts.isEmpty()) {
                    icons.put(name, new Icon(name, size, parts));
                }
                name = words[1];
                size = Double.parseDouble(words[2]);
                parts = new ArrayList<>();
            } else {
                String data = line.substring(words[0].length()).strip();
                parts.add(new Part(Role.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)), PathData.parse(data)));
            }
        }
        icons.put(name, new Icon(name, size, parts));
        return Map.copyOf(icons);
    }
}
