package dev.wavetank.engine.identity;

import dev.wavetank.engine.tenant.TenantScope;
import java.util.ArrayList;
import java.util.List;

/// The conditions of a query and their values; only our own text reaches the SQL, the caller's values are bound.
final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /// Begins with the tenant that the caller may see.
    static Where visibleTo(TenantScope scope) {
        Where where = new Where();
        return scope.every() ? where : where.and("TENANT = ?", scope.name());
    }

    Where and(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
        return this;
    }

    String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }

    Object[] values(Object... further) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(further));
        return all.toArray();
    }
}
