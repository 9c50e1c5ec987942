package dev.wavetank.core.validation;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.validation.ValidationProfile.Source;
import dev.wavetank.core.validation.engine.EngineValidation;
import dev.wavetank.core.validation.rule.Rule;
import dev.wavetank.core.validation.rule.Rules;
import dev.wavetank.core.validation.rule.Surroundings;
import dev.wavetank.core.validation.schema.SchemaValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Everything that is known to be wrong with a diagram: what the reader noticed, our rules, the schema, the
/// engine.
///
/// A pure function of diagram and profile: the same diagram gives the same list in the same order. It takes a
/// while (the schema and the engine read the bytes anew), so it belongs on a background thread, where
/// `cancelled` lets a newer diagram win. Safe for use by several threads; keep one, since it holds the compiled
/// schema.
public final class Validator {
    private final SchemaValidation schema = new SchemaValidation();
    private final EngineValidation engine = new EngineValidation();

    public List<Finding> validate(Diagram diagram) {
        return validate(diagram, ValidationProfile.ALL, () -> false);
    }

    /// @param cancelled asked now and then; once true, the result is no longer wanted
    /// @throws CancellationException if cancelled
    public List<Finding> validate(Diagram diagram, ValidationProfile profile, BooleanSupplier cancelled) {
        List<Finding> findings = new ArrayList<>();
        if (profile.asks(Source.READER)) {
            findings.addAll(diagram.findings());
        }
        if (profile.asks(Source.RULES)) {
            findings.addAll(rules(diagram, profile, cancelled));
        }
        if (profile.asks(Source.SCHEMA) || profile.asks(Source.ENGINE)) {
            byte[] bytes = diagram.document().bytes();
            check(cancelled);
            if (profile.asks(Source.SCHEMA)) {
                findings.addAll(schema.validate(bytes));
            }
            check(cancelled);
            if (profile.asks(Source.ENGINE)) {
                findings.addAll(engine.validate(bytes));
            }
        }
        check(cancelled);
        return new Merge(diagram)
                .apply(findings).stream()
                        .flatMap(finding -> profile.weigh(finding).stream())
                        .toList();
    }

    private static List<Finding> rules(Diagram diagram, ValidationProfile profile, BooleanSupplier cancelled) {
        Surroundings surroundings = new Surroundings(diagram);
        List<Rule> rules = Rules.all().stream().filter(profile::asks).toList();
        List<Finding> findings = new ArrayList<>();
        for (BpmnElement element : diagram.elements()) {
            check(cancelled);
            for (Rule rule : rules) {
                rule.check(
                        element,
                        surroundings,
                        (about, message) ->
                                findings.add(Finding.of("rule/" + rule.name(), rule.severity(), about.id(), message)));
            }
        }
        return findings;
    }

    private static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("a newer diagram is to be validated");
        }
    }
}
