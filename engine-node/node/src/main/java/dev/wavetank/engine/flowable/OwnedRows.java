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

/// A query over a table that knows no tenant: the instance or the task that a row belongs to decides. The engine's
/// own query cannot ask so. Only words of ours stand in the SQL; values are bound.
///
/// A list of all that a tenant has begins at the tenant's instances and tasks, for which there are indexes, and goes
/// from them to the rows; the rows of one instance are few, so there each row is asked for its owner.
///
/// @param <T> what a row is read as
final class OwnedRows<T> implements Query<OwnedRows<T>, T> {
    private final ManagementService management;
    private final Table table;
    private final Supplier<? extends NativeQuery<?, T>> natives;
    private final Consumer<T> touch;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private String owner = "";
    private boolean few;
    private String order = "";

    /// Where the rows are, and where their owners are.
    enum Table {
        VARIABLES("ACT_RU_VARIABLE", "TYPE_", "ACT_RU_EXECUTION", "ACT_RU_TASK"),
        HISTORIC_VARIABLES("ACT_HI_VARINST", "VAR_TYPE_", "ACT_HI_PROCINST", "ACT_HI_TASKINST"),
        HISTORIC_DETAILS("ACT_HI_DETAIL", "VAR_TYPE_", "ACT_HI_PROCINST", "ACT_HI_TASKINST");

        private final String rows;
        private final String type;
        private final String instances;
        private final String tasks;

        Table(String rows, String type, String instances, String tasks) {
            this.rows = rows;
            this.type = type;
            this.instances = instances;
            this.tasks = tasks;
        }

        private String each(String owner) {
            return "(EXISTS (SELECT 1 FROM " + instances + " WHERE ID_ = RES.PROC_INST_ID_ AND " + owner + ")"
                    + " OR EXISTS (SELECT 1 FROM " + tasks + " WHERE ID_ = RES.TASK_ID_ AND " + owner + "))";
        }

        private String all(String owner) {
            return "RES.ID_ IN (SELECT R.ID_ FROM " + instances + " O JOIN " + rows
                    + " R ON R.PROC_INST_ID_ = O.ID_ WHERE " + owner + " UNION SELECT R.ID_ FROM " + tasks
                    + " O JOIN " + rows + " R ON R.TASK_ID_ = O.ID_ WHERE " + owner + ")";
        }
    }

    /// @param touch reads what of a row must be read while the session is open
    OwnedRows(
            ManagementService management,
            Table table,
            Supplier<? extends NativeQuery<?, T>> natives,
            Consumer<T> touch) {
        this.management = management;
        this.table = table;
        this.natives = natives;
        this.touch = touch;
    }

    static <T> TenantFilter<OwnedRows<T>> tenant() {
        return new TenantFilter<>(
                (rows, tenant) -> {
                    rows.owner = "TENANT_ID_ = #{tenant}";
                    rows.value("tenant", tenant);
                },
                rows -> rows.owner = "(TENANT_ID_ = '' OR TENANT_ID_ IS NULL)");
    }

    OwnedRows<T> and(String condition) {
        conditions.add(condition);
        return this;
    }

    /// @param column of ours, never a caller's word
    OwnedRows<T> equal(String column, Object value) {
        return and(column, "=", value);
    }

    /// Narrows to variables of one of the engine's types.
    OwnedRows<T> ofType(String type) {
        return equal(table.type, type);
    }

    OwnedRows<T> like(String column, String value) {
        return and(column, "LIKE", value);
    }

    private OwnedRows<T> and(String column, String comparison, Object value) {
        String name = "value" + values.size();
        return and(column + " " + comparison + " #{" + name + "}").value(name, value);
    }

    /// Narrows to the rows of one thing, which are few.
    OwnedRows<T> of(String column, String id) {
        few = true;
        return equal(column, id);
    }

    private OwnedRows<T> value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    @Override
    public OwnedRows<T> orderBy(QueryProperty property) {
        order = " ORDER BY " + property.getName();
        return this;
    }

    @Override
    public OwnedRows<T> orderBy(QueryProperty property, NullHandlingOnOrder nulls) {
        return orderBy(property);
    }

    @Override
    public OwnedRows<T> asc() {
        order += " ASC, ID_";
        return this;
    }

    @Override
    public OwnedRows<T> desc() {
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
        List<String> all = new ArrayList<>(conditions);
        if (!owner.isEmpty()) all.add(few ? table.each(owner) : table.all(owner));
        String where = all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
        NativeQuery<?, T> query = natives.get();
        query.sql(select + " FROM " + table.rows + " RES" + where + end);
        values.forEach(query::parameter);
        return query;
    }
}
