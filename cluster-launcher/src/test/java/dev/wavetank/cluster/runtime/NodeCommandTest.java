package dev.wavetank.cluster.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.cluster.api.NodeSize;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeCommandTest {
    @Test
    void gatewaysYoungGenerationIsSmallAndTheCachesFlagsDoNotKnowOfIt() {
        assertThat(command("gateway")).contains("-Xmn8m").containsAll(NodeCommand.flags());
        assertThat(command("engine")).noneMatch(flag -> flag.startsWith("-Xmn"));
        assertThat(NodeCommand.flags()).noneMatch(flag -> flag.startsWith("-Xmn"));
    }

    private static List<String> command(String role) {
        return NodeCommand.of("java", Optional.empty(), new NodeSize(64, 256), Optional.empty(), "node.jar", role);
    }
}
