package dev.wavetank.core.validation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule has a fixture of its name, in which exactly the elements whose id begins with `bad` break it.
class RulesTest {

    static Stream<String> names() {
        return Rules.all().stream().map(Rule::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void flagsExactlyTheBadElementsOfItsFixture(String name) throws Exception {
        Rule rule = Rules.find(name).orElseThrow();
        Diagram diagram = Diagram.read(fixture(name));
        List<String> bad = diagram.elements().stream()
                .map(element -> element.id().value())
                .filter(id -> id.startsWith("bad"))
                .sorted()
                .toList();

        Map<String, String> flagged = new TreeMap<>();
        for (BpmnElement element : diagram.elements()) {
            rule.check(
                    element,
                    new Surroundings(diagram),
                    (about, message) -> flagged.put(about.id().value(), message));
        }

        assertThat(bad).isNotEmpty();
        assertThat(flagged.keySet()).as("flagged: %s", flagged).containsExactlyElementsOf(bad);
        assertThat(flagged.values()).allMatch(sentence -> sentence.matches("(?s)[A-Z].*\\."));
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasAPageThatShowsABetterWay(String name) {
        String page = Rules.documentation(Rules.find(name).orElseThrow());

        assertThat(page).startsWith("# ").contains("**Instead of**").contains("**Better**");
    }

    @Test
    void namesAreUnique() {
        assertThat(names()).doesNotHaveDuplicates();
    }

    private static byte[] fixture(String name) throws Exception {
        try (InputStream in = RulesTest.class.getResourceAsStream(name + ".bpmn")) {
            assertThat(in).as("fixture %s.bpmn", name).isNotNull();
            return in.readAllBytes();
        }
    }
}
