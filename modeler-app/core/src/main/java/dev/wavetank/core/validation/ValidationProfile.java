package dev.wavetank.core.validation;

import dev.wavetank.core.validation.rule.Rule;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What to check and how to weigh it.
///
/// @param severities weights that differ from the rules' own, by finding code such as `rule/fake-join`; an
///     empty value switches the code off
public record ValidationProfile(Set<Source> sources, Map<String, Optional<Severity>> severities) {
    /// Who looks at a diagram.
    public enum Source {
        READER,
        RULES,
        SCHEMA,
        ENGINE
    }

    /// Everything, with the rules' own weights.
    public static final ValidationProfile ALL = new ValidationProfile(EnumSet.allOf(Source.class), Map.of());

    public ValidationProfile {
        sources = Set.copyOf(sources);
        severities = Map.copyOf(severities);
    }

    public boolean asks(Source source) {
        return sources.contains(source);
    }

    /// Whether a rule is worth running.
    public boolean asks(Rule rule) {
        return severities
                .getOrDefault("rule/" + rule.name(), Optional.of(rule.severity()))
                .isPresent();
    }

    /// The finding as this profile weighs it; empty if it does not count.
    public Optional<Finding> weigh(Finding finding) {
        Optional<Severity> weight = severities.getOrDefault(finding.code(), Optional.of(finding.severity()));
        return weight.map(severity -> new Finding(finding.code(), severity, finding.element(), finding.message()));
    }
}
