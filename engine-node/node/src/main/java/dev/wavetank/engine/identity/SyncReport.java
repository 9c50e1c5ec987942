package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.ProblemException;

/// What became of the rows of one call: how many took effect, and which did not and why.
final class SyncReport {
    private final boolean strict;
    private final ArrayNode errors = Json.mapper().createArrayNode();
    private int created;
    private int updated;
    private int deleted;

    private SyncReport(boolean strict) {
        this.strict = strict;
    }

    /// Of a call with many rows.
    static SyncReport ofMany() {
        return new SyncReport(false);
    }

    /// Of a call for one row, which fails with it.
    static SyncReport ofOne() {
        return new SyncReport(true);
    }

    void created(int rows) {
        created += rows;
    }

    void updated(int rows) {
        updated += rows;
    }

    void deleted(int rows) {
        deleted += rows;
    }

    void refused(int index, String id, ProblemException problem) {
        if (strict) throw problem;
        errors.add(new JsonView()
                .put("index", index)
                .put("id", id)
                .put("status", problem.status())
                .put("detail", problem.detail())
                .build());
    }

    ObjectNode view(int total) {
        return new JsonView()
                .put("total", total)
                .put("created", created)
                .put("updated", updated)
                .put("deleted", deleted)
                .put("errors", errors)
                .build();
    }
}
