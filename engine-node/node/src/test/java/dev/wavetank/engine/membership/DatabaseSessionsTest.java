package dev.wavetank.engine.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.database.ConnectionPool;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseSessionsTest {
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void sessionStaysTheNodesEvenIfItsFirstTransactionIsRolledBack(Dialect dialect) throws Exception {
        NodeIdentity node = new NodeIdentity("engine-1", NodeRole.ENGINE, URI.create("http://127.0.0.1:1"), "a");
        DatabaseSessions sessions = new DatabaseSessions(dialect);
        try (TestDatabase database = TestDatabase.open(dialect);
                HikariDataSource pool =
                        ConnectionPool.open(database.settings(), "engine-1", 1, false, sessions.initSql(node))) {
            Connection connection = pool.getConnection(); // closed by the leader
            connection.rollback();
            Jdbc.update(
                    connection, "insert into WT_TENANT (ID, NAME, STATE, CREATED_AT) values ('a', 'a', 'ACTIVE', 0)");

            try (Connection leader = database.dataSource().getConnection()) {
                assertThat(sessions.closeAll(leader, "engine-2")).isZero();
                assertThat(sessions.closeAll(leader, "engine-1")).isEqualTo(1);
            }

            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThat(database.strings("select ID from WT_TENANT")).isEmpty();
        }
    }
}
