package dev.wavetank.core.edit.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.edit.Behavior;
import dev.wavetank.core.edit.Behaviors;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryBehaviorTest {
    static Iterable<Behavior> all() {
        return Behaviors.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasItsTestAndTheFixtureBesideIt(Behavior behavior) throws Exception {
        String name = behavior.getClass().getSimpleName();
        String fixture = name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".bpmn";

        assertThat(Class.forName(behavior.getClass().getName() + "Test")).isNotNull();
        assertThat(getClass().getResource(fixture)).as(fixture).isNotNull();
    }
}
