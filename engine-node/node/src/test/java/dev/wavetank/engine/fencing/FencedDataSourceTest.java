package dev.wavetank.engine.fencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetank.engine.database.ConnectionPool;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FencedDataSourceTest {
    private final TestDatabase database = TestDatabase.h2();
    private final HikariDataSource onlyOne = ConnectionPool.open(database.settings(), "test", 1, false);
    private final AtomicLong epoch = new AtomicLong(1);
    private final List<Long> checked = new ArrayList<>();
    private final FencedDataSource fenced = new FencedDataSource(
            onlyOne,
            (transaction, began) -> {
                checked.add(began);
                if (began != epoch.get()) throw new StaleEpochException("engine-1", began);
            },
            epoch::get,
            new WriterStamp(Dialect.H2, "engine-1"));

    @AfterEach
    void close() {
        onlyOne.close();
        database.close();
    }

    @Test
    void committedTransactionHoldsNoConnectionThatAnotherMayNeed() throws Exception {
        try (Connection first = fenced.getConnection();
                Connection second = fenced.getConnection()) {
            write(first, "a");
            first.commit();
            write(second, "b");
            second.commit();
            write(first, "c");
            first.commit();
        }
        assertThat(database.strings("select ID from WT_TENANT order by ID")).containsExactly("a", "b", "c");
        assertThat(checked).containsExactly(1L, 1L, 1L);
    }

    @Test
    void transactionIsCheckedUnderTheEpochItBeganIn() throws Exception {
        try (Connection connection = fenced.getConnection()) {
            write(connection, "a");
            epoch.set(2);
            assertThatThrownBy(connection::commit).isInstanceOf(StaleEpochException.class);
            write(connection, "b");
            connection.commit();
        }
        assertThat(database.strings("select ID from WT_TENANT")).containsExactly("b");
    }

    @Test
    void whatIsNotCommittedIsRolledBack() throws Exception {
        try (Connection connection = fenced.getConnection()) {
            write(connection, "a");
            connection.rollback();
            write(connection, "b");
        }
        assertThat(database.strings("select ID from WT_TENANT")).isEmpty();
        assertThat(checked).isEmpty();
    }

    @Test
    void readingAsksNobodyAndNothingCommitsByItself() throws Exception {
        try (Connection connection = fenced.getConnection()) {
            assertThat(Jdbc.list(connection, "select 1", row -> row.getInt(1))).containsExactly(1);
            connection.commit();
            assertThat(checked).isEmpty();
            assertThatThrownBy(() -> connection.setAutoCommit(true)).isInstanceOf(SQLException.class);
            connection.close();
            assertThatThrownBy(() -> connection.prepareStatement("select 1")).isInstanceOf(SQLException.class);
        }
    }

    private static void write(Connection connection, String id) throws SQLException {
        Jdbc.update(
                connection, "insert into WT_TENANT (ID, NAME, STATE, CREATED_AT) values (?, ?, 'ACTIVE', 0)", id, id);
    }
}
