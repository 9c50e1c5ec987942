package dev.wavetank.engine.rest;

import dev.wavetank.engine.TestNode;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.util.function.Consumer;

/// A node of a test's own, on a fresh database of one kind.
final class FreshNode {
    private FreshNode() {}

    static void with(Dialect dialect, Consumer<TestNode> test) {
        try (TestDatabase database = TestDatabase.open(dialect);
                TestNode node = TestNode.start(database.settings(), "engine-1")) {
            test.accept(node);
        }
    }
}
