package dev.wavetank.engine.identity;

import dev.wavetank.engine.web.ProblemException;
import java.util.List;

/// The one thing of an id. Ids are unique within a tenant, so only an administrator who names no tenant can find
/// several.
final class Single {
    private Single() {}

    static <T> T of(List<T> found, String kind, String id) {
        return switch (found.size()) {
            case 0 -> throw ProblemException.notFound("Could not find a " + kind + " with id '" + id + "'.");
            case 1 -> found.getFirst();
            default ->
                throw ProblemException.badRequest(
                        "Several tenants have a " + kind + " with id '" + id + "': name the tenantId.");
        };
    }
}
