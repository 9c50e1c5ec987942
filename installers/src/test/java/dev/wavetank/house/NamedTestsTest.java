package dev.wavetank.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NamedTestsTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyTestThatTheFailureMatrixNamesExistsAndEveryRowNamesOne() {
        String matrix = SourceTree.text(SourceTree.root().resolve("docs/ha.md"));
        Set<String> tests = SourceTree.files("Test.java").stream()
                .map(Path::getFileName)
                .map(name -> name.toString().replace(".java", ""))
                .collect(Collectors.toSet());

        assertThat(TEST.matcher(matrix).results().map(MatchResult::group).map(name -> name.replace("`", "")))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(tests).contains(name));
        assertThat(rows(matrix, "## Faults", "## Changes"))
                .hasSizeGreaterThan(8)
                .allSatisfy(row -> assertThat(row).containsPattern(TEST));
        assertThat(rows(matrix, "## Changes", "## In which"))
                .hasSizeGreaterThan(3)
                .allSatisfy(row -> assertThat(row).containsPattern(TEST));
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
