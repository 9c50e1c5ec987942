package dev.wavetank.core.paint.export;

import dev.wavetank.core.paint.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The font files of this machine that a document can carry with it, found by their names in the places where the
/// platforms keep fonts.
final class FontFiles {
    private static final int DEEPEST = 6;
    /// The plain face of each family that has Arial's widths; `%s` is what its bold and slanted faces add.
    private static final List<List<String>> SANS = List.of(
            List.of("arial.ttf", "arialbd.ttf", "ariali.ttf", "arialbi.ttf"),
            List.of("arial.ttf", "arial bold.ttf", "arial italic.ttf", "arial bold italic.ttf"),
            List.of(
                    "liberationsans-regular.ttf",
                    "liberationsans-bold.ttf",
                    "liberationsans-italic.ttf",
                    "liberationsans-bolditalic.ttf"),
            List.of("arimo-regular.ttf", "arimo-bold.ttf", "arimo-italic.ttf", "arimo-bolditalic.ttf"),
            List.of("dejavusans.ttf", "dejavusans-bold.ttf", "dejavusans-oblique.ttf", "dejavusans-boldoblique.ttf"));
    /// East Asian faces. A collection holds several; the number is that of its Chinese one.
    private static final List<String> EAST_ASIAN = List.of(
            "notosanscjk-regular.ttc,2",
            "notosanscjksc-regular.otf",
            "notosanssc-regular.otf",
            "sourcehansanssc-regular.otf",
            "msyh.ttc,0",
            "pingfang.ttc,0",
            "hiragino sans gb.ttc,0",
            "wqy-zenhei.ttc,0",
            "wqy-microhei.ttc,0",
            "droidsansfallbackfull.ttf",
            "droidsansfallback.ttf",
            "arial unicode.ttf",
            "simhei.ttf");

    private final Map<String, Path> files = new HashMap<>();

    FontFiles() {
        for (Path place : places()) {
            if (Files.isDirectory(place)) {
                collect(place);
            }
        }
    }

    /// Where the face for `font` lies, as a path.
    Optional<String> sans(Font font) {
        int face = (font.bold() ? 1 : 0) + (font.italic() ? 2 : 0);
        return SANS.stream().flatMap(family -> file(family.get(face)).stream()).findFirst();
    }

    /// Where a face with Chinese characters lies, as a path and, after a comma, its number in a collection.
    Optional<String> eastAsian() {
        return EAST_ASIAN.stream().flatMap(name -> file(name).stream()).findFirst();
    }

    private Optional<String> file(String name) {
        int comma = name.indexOf(',');
        String bare = comma < 0 ? name : name.substring(0, comma);
        return Optional.ofNullable(files.get(bare)).map(path -> path + name.substring(bare.length()));
    }

    private void collect(Path place) {
        try (Stream<Path> found = Files.walk(place, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            found.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttf|ttc|otf)"))
                    .forEach(file ->
                            files.putIfAbsent(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT), file));
        } catch (IOException | UncheckedIOException unreadable) {
            return; // what was found so far is used; a face that is missing is drawn as outlines
        }
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>();
        Path home = Path.of(System.getProperty("user.home", "."));
        for (String place : List.of(".fonts", ".local/share/fonts", "Library/Fonts")) {
            places.add(home.resolve(place));
        }
        for (String place :
                List.of("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts")) {
            places.add(Path.of(place));
        }
        Optional.ofNullable(System.getenv("WINDIR")).ifPresent(windows -> places.add(Path.of(windows, "Fonts")));
        return places;
    }
}
