package dev.wavetank.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file keeps the rules of the house, and each rule rejects what it is there to reject.
class HouseRulesTest {
    @Test
    void everySourceFileKeepsTheRules() {
        List<String> offences = Stream.concat(SourceTree.mainSources().stream(), SourceTree.testSources().stream())
                .filter(file -> !file.toString().contains("/dev/wavetank/house/"))
                .flatMap(file -> HouseRules.check(SourceTree.name(file), SourceTree.lines(file)).stream())
                .toList();

        assertThat(offences).isEmpty();
    }

    @Test
    void everyPackageOfMainSourcesIsNullMarked() {
        List<String> bare = SourceTree.mainSources().stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.resolve("package-info.java").toFile().isFile()
                        || !SourceTree.text(folder.resolve("package-info.java")).contains("@NullMarked"))
                .map(folder -> SourceTree.name(folder) + " needs a package-info.java with @NullMarked.")
                .toList();

        assertThat(bare).isEmpty();
    }

    @Test
    void everyMessageKeyIsUsed() throws Exception {
        String code = SourceTree.mainSources().stream().map(SourceTree::text).collect(Collectors.joining("\n"));
        for (Path bundle : SourceTree.files(".properties")) {
            if (!bundle.getFileName().toString().equals("messages.properties")) {
                continue;
            }
            Properties messages = new Properties();
            try (var reader = java.nio.file.Files.newBufferedReader(bundle)) {
                messages.load(reader);
            }

            // A key may be put together at its end (`"fault." + kind`), so its stem counts as use.
            List<String> unused = messages.stringPropertyNames().stream()
                    .filter(key -> !code.contains('"' + key + '"') && !code.contains('"' + stem(key)))
                    .sorted()
                    .toList();

            assertThat(unused)
                    .as("message keys of " + SourceTree.name(bundle) + " that no code names; remove them")
                    .isEmpty();
        }
    }

    @Test
    void theRulesRejectABadFile() {
        List<String> bad = List.of(
                "///broken",
                "    @Disabled",
                "Thread.sleep(10);",
                "// TODO later",
                "/// @author nobody",
                "    @Disabled()");

        assertThat(HouseRules.check("Bad.java", bad)).hasSize(bad.size());
        assertThat(HouseRules.check("Long.java", Collections.nCopies(HouseRules.LONGEST_FILE + 1, "x")))
                .hasSize(1);
        assertThat(HouseRules.check("Good.java", List.of("/// Good.", "    @Disabled(\"needs a printer\")")))
                .isEmpty();
    }

    private static String stem(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? key : key.substring(0, dot + 1) + '"';
    }
}
