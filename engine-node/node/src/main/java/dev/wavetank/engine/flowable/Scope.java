package dev.wavetank.engine.flowable;

import dev.wavetank.engine.web.ProblemException;
import java.util.Optional;

/// Where a variable lives: at the task or execution itself, or further up.
public enum Scope {
    LOCAL("local"),
    GLOBAL("global");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    public static Optional<Scope> of(Optional<String> text) {
        return text.map(word -> switch (word) {
            case "local" -> LOCAL;
            case "global" -> GLOBAL;
            default -> throw ProblemException.badRequest("scope must be local or global.");
        });
    }
}
