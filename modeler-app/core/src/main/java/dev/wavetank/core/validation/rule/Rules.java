package dev.wavetank.core.validation.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// All rules, in the order in which findings on the same element are listed.
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new StartEventRequired(),
            new EndEventRequired(),
            new NoDisconnected(),
            new LabelRequired(),
            new FakeJoin(),
            new SuperfluousGateway(),
            new NoImplicitSplit(),
            new NoGatewayJoinFork(),
            new SingleBlankStartEvent(),
            new SubProcessBlankStartEvent(),
            new EventSubProcessTypedStartEvent(),
            new NoDuplicateSequenceFlows(),
            new ConditionalFlows(),
            new EventBasedGateway(),
            new LinkEvents(),
            new GlobalReferences(),
            new BoundaryEventAttached(),
            new SequenceFlowEnds(),
            new NoOverlappingElements(),
            new SingleEventDefinition(),
            new CallActivityTarget(),
            new NoComplexGateway());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }

    /// The rule of that name.
    public static Optional<Rule> find(String name) {
        return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /// The rule's page, in Markdown: what it is about, an example to avoid and a better one.
    public static String documentation(Rule rule) {
        String path = "/rules/" + rule.name() + ".md";
        try (InputStream in = Rules.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the rule " + rule.name() + " has no page " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + path + " cannot be read", e);
        }
    }
}
