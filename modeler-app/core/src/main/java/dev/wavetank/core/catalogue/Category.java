package dev.wavetank.core.catalogue;

import java.util.Locale;

/// The groups in which menus show the entries, in their order.
public enum Category {
    START_EVENTS,
    INTERMEDIATE_EVENTS,
    BOUNDARY_EVENTS,
    END_EVENTS,
    TASKS,
    ENGINE_TASKS,
    SUB_PROCESSES,
    GATEWAYS,
    DATA,
    PARTICIPANTS,
    ARTIFACTS;

    /// Its heading in the message bundle.
    public String nameKey() {
        return "catalogue.category." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
