package dev.wavetank.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one process of the cluster does; its lower-case name is the program's argument.
public enum Role {
    /// Runs process instances.
    ENGINE,
    /// Authenticates, balances and watches.
    GATEWAY,
    /// Creates or upgrades the schema once, then exits.
    MIGRATE,
    /// Serves an H2 database over TCP.
    DATABASE,
    /// Rehearses all of it once, for Java's ahead-of-time cache; needs no setting.
    TRAIN;

    public String argument() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> named(String argument) {
        return Arrays.stream(values())
                .filter(role -> role.argument().equals(argument))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Role::argument).toList();
    }
}
