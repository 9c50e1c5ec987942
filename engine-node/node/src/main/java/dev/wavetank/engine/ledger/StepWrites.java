package dev.wavetank.engine.ledger;

import dev.wavetank.engine.api.StepWrite;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Reads who wrote which activity of the history: what the checker holds against the takeovers, so that a row under
/// a passed epoch is found whatever wrote it.
///
/// An activity that begins and ends in one transaction is inserted whole, so its end has the writer of its
/// beginning. Activities written before the cluster kept their writers are left out.
public final class StepWrites {
    private static final String OF_PROCESS = " from ACT_HI_ACTINST a where a.TENANT_ID_ = ? and a.PROC_DEF_ID_ in"
            + " (select d.ID_ from ACT_RE_PROCDEF d where d.KEY_ = ?)";
    private static final String PAGE = "select * from (select a.PROC_INST_ID_, a.ACT_ID_, a.WT_STARTED_BY as WRITER,"
            + " a.START_TIME_ as AT_TIME, false as ENDED, a.ID_" + OF_PROCESS
            + " union all select a.PROC_INST_ID_, a.ACT_ID_, coalesce(a.WT_ENDED_BY, a.WT_STARTED_BY),"
            + " a.END_TIME_, true, a.ID_" + OF_PROCESS + " and a.END_TIME_ is not null) w where WRITER is not null"
            + " order by ID_, ENDED offset ? rows fetch first ? rows only";

    private final DataSource dataSource;

    public StepWrites(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// One page, in an order that stays.
    public List<StepWrite> page(String processDefinitionKey, String tenant, int start, int size) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, tenant);
            statement.setString(2, processDefinitionKey);
            statement.setString(3, tenant);
            statement.setString(4, processDefinitionKey);
            statement.setInt(5, start);
            statement.setInt(6, size);
            List<StepWrite> writes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) writes.add(read(row));
            }
            return writes;
        }
    }

    private static StepWrite read(ResultSet row) throws SQLException {
        String writer = row.getString(3);
        int slash = writer.lastIndexOf('/');
        return new StepWrite(
                row.getString(1),
                row.getString(2),
                writer.substring(0, slash),
                Long.parseLong(writer.substring(slash + 1)),
                row.getTimestamp(4).toInstant(),
                row.getBoolean(5));
    }
}
