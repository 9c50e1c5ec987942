package dev.wavetank.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NamedTestsTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    private static final Pattern METHOD = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyTestThatTheFailureMatrixNamesExistsAndEveryRowNamesOne() {
        String matrix = SourceTree.text(SourceTree.root().resolve("docs/ha.md"));

        everyNamedTestExists(matrix);
        assertThat(rows(matrix, "## Faults", "## Changes"))
                .hasSizeGreaterThan(8)
                .allSatisfy(row -> assertThat(row).containsPattern(TEST));
        assertThat(rows(matrix, "## Changes", "## In which"))
                .hasSizeGreaterThan(3)
                .allSatisfy(row -> assertThat(row).containsPattern(TEST));
    }

    @Test
    void everyTestThatTheFeatureListNamesExistsAndEveryTickedRowNamesOne() {
        String list = SourceTree.text(SourceTree.root().resolve("docs/features.md"));
        Map<String, Path> tests = SourceTree.files("Test.java").stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        Function.identity(),
                        (first, second) -> first));

        assertThat(METHOD.matcher(list).results())
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(tests.get(name.group(1)))
                        .as(name.group())
                        .isNotNull()
                        .content()
                        .contains(" void " + name.group(2) + "("));
        assertThat(list.lines().filter(line -> line.startsWith("| ✔")))
                .hasSizeGreaterThan(30)
                .allSatisfy(row -> assertThat(row).containsPattern(METHOD));
    }

    @Test
    void everyTestThatTheThreatTablesNameExistsAndEveryRowNamesOne() {
        String threats = SourceTree.text(SourceTree.root().resolve("docs/security.md"));

        everyNamedTestExists(threats);
        assertThat(threats.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| threat ")))
                .hasSizeGreaterThan(25)
                .allSatisfy(row -> assertThat(row).containsPattern(TEST));
    }

    private static void everyNamedTestExists(String page) {
        Set<String> tests = SourceTree.files("Test.java").stream()
                .map(Path::getFileName)
                .map(name -> name.toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(TEST.matcher(page).results().map(MatchResult::group).map(name -> name.replace("`", "")))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(tests).contains(name));
    }

    /// The table's rows between two headings, without its head.
    private static List<String> rows(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
    }
}
