package dev.wavetank.engine.flowable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flowable.common.engine.api.query.NativeQuery;
import org.flowable.common.engine.api.query.Query;
import org.flowable.common.engine.api.query.QueryProperty;
import org.flowable.engine.ManagementService;

/// A query over a table of the history that knows no tenant: the instance or the task that a row belongs to
/// decides. The engine's own query cannot ask so. Only words of ours stand in the SQL; values are bound.
///
/// @param <T> what a row is read as
final class HistoricRows<T> implements Query<HistoricRows<T>, T> {
    private final ManagementService management;
    private final String table;
    private final Supplier<? extends NativeQuery<?, T>> natives;
    private final Consumer<T> touch;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private String order = "";

    /// @param touch reads what of a row must be read while the session is open
    HistoricRows(
            ManagementService management,
            String table,
            Supplier<? extends NativeQuery<?, T>> natives,
            Consumer<T> touch) {
        this.management = management;
        this.table = table;
        this.natives = natives;
        this.touch = touch;
    }

    /// Both ways in which a row can be a tenant's.
    static <T> TenantFilter<HistoricRows<T>> tenant() {
        return new TenantFilter<>(
                (rows, tenant) -> rows.owned("TENANT_ID_ = #{tenant}").value("tenant", tenant),
                rows -> rows.owned("(TENANT_ID_ = '' OR TENANT_ID_ IS NULL)"));
    }

    private HistoricRows<T> owned(String tenant) {
        return and("(EXISTS (SELECT 1 FROM ACT_HI_PROCINST WHERE ID_ = RES.PROC_INST_ID_ AND " + tenant + ")"
                + " OR EXISTS (SELECT 1 FROM ACT_HI_TASKINST WHERE ID_ = RES.TASK_ID_ AND " + tenant + "))");
    }

    HistoricRows<T> and(String condition) {
        conditions.add(condition);
        return this;
    }

    /// @param condition of our own words, naming the value as `#{name}`
    HistoricRows<T> and(String condition, String name, Object value) {
        return and(condition).value(name, value);
    }

    private HistoricRows<T> value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    @Override
    public HistoricRows<T> orderBy(QueryProperty property) {
        order = " ORDER BY " + property.getName();
        return this;
    }

    @Override
    public HistoricRows<T> orderBy(QueryProperty property, NullHandlingOnOrder nulls) {
        return orderBy(property);
    }

    @Override
    public HistoricRows<T> asc() {
        order += " ASC, ID_";
        return this;
    }

    @Override
    public HistoricRows<T> desc() {
        order += " DESC, ID_";
        return this;
    }

    @Override
    public long count() {
        return query("SELECT COUNT(*)", "").count();
    }

    @Override
    public T singleResult() {
        return touched(() -> query("SELECT RES.*", "").list()).getFirst();
    }

    @Override
    public List<T> list() {
        return touched(() -> query("SELECT RES.*", order).list());
    }

    @Override
    public List<T> listPage(int first, int most) {
        return touched(() -> query("SELECT RES.*", order).listPage(first, most));
    }

    private List<T> touched(Supplier<List<T>> list) {
        return management.executeCommand(context -> {
            List<T> found = list.get();
            found.forEach(touch);
            return found;
        });
    }

    private NativeQuery<?, T> query(String select, String end) {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        NativeQuery<?, T> query = natives.get();
        query.sql(select + " FROM " + table + " RES" + where + end);
        values.forEach(query::parameter);
        return query;
    }
}
