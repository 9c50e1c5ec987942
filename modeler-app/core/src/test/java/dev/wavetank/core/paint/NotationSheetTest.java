package dev.wavetank.core.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.paint.export.DiagramRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The sheet holds every element of the notation once. Its pictures, light and dark, are kept beside it; a
/// change of any element shows up here by its id. To accept a change, copy the files that the failing test
/// wrote to `target/` over the kept ones, after looking at them.
class NotationSheetTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/wavetank/core/paint");
    private static final Pattern GROUP =
            Pattern.compile("<g data-element-id=\"([^\"]+)\">\n(.*?)</g>\n(?=<g data|</svg>)", Pattern.DOTALL);

    @Test
    void everyElementLooksAsKept() throws Exception {
        compare(Theme.LIGHT, "notation-sheet.svg");
    }

    @Test
    void everyElementLooksAsKeptInTheDark() throws Exception {
        compare(Theme.DARK, "notation-sheet-dark.svg");
    }

    @Test
    void theSheetShowsEverythingItDefines() throws Exception {
        Diagram diagram = Diagram.read(FOLDER.resolve("notation-sheet.bpmn"));
        Plane plane = diagram.planes().getFirst();

        Scene scene = new SceneBuilder(Theme.LIGHT).build(plane, diagram::element);

        assertThat(plane.shapes()).hasSizeGreaterThan(150);
        assertThat(plane.shapes())
                .allSatisfy(shape -> assertThat(
                                scene.body(shape.element()).orElseThrow().full())
                        .as(shape.id())
                        .isNotEmpty());
    }

    private static void compare(Theme theme, String name) throws Exception {
        Diagram diagram = Diagram.read(FOLDER.resolve("notation-sheet.bpmn"));

        String svg = new DiagramRenderer(theme).svg(diagram, diagram.planes().getFirst());

        Map<String, String> now = groups(svg);
        Map<String, String> kept =
                Files.exists(FOLDER.resolve(name)) ? groups(Files.readString(FOLDER.resolve(name))) : Map.of();
        var changed = new ArrayList<String>();
        now.forEach((id, picture) -> {
            if (!picture.equals(kept.get(id))) {
                changed.add(id);
            }
        });
        if (!changed.isEmpty() || !now.keySet().equals(kept.keySet())) {
            write(name, svg);
        }
        assertThat(changed)
                .as("elements that look different; see target/%s", name)
                .isEmpty();
        assertThat(now.keySet()).isEqualTo(kept.keySet());
    }

    private static void write(String name, String svg) throws IOException {
        Files.writeString(Path.of("target").resolve(name), svg, StandardCharsets.UTF_8);
    }

    /// What is painted for each element, body and label together.
    private static Map<String, String> groups(String svg) {
        var groups = new LinkedHashMap<String, List<String>>();
        Matcher matcher = GROUP.matcher(svg);
        while (matcher.find()) {
            groups.computeIfAbsent(matcher.group(1), id -> new ArrayList<>()).add(matcher.group(2));
        }
        var joined = new LinkedHashMap<String, String>();
        groups.forEach((id, parts) -> joined.put(id, String.join("", parts)));
        assertThat(joined).as("groups in the picture").hasSizeGreaterThan(150);
        return joined;
    }
}
