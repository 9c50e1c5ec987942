package dev.wavetank.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which calls reach the driver.
class KeptStatementsTest {
    private static final String QUERY = "select cast(? as int)";

    private final List<String> reached = new ArrayList<>();
    private Connection driver;
    private Connection kept;

    @BeforeEach
    void open() throws SQLException {
        driver = DriverManager.getConnection("jdbc:h2:mem:");
        kept = KeptStatements.on((Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    reached.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                    try {
                        return method.invoke(driver, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    @AfterEach
    void close() throws SQLException {
        driver.close();
    }

    private int ask(int value) throws SQLException {
        try (PreparedStatement statement = kept.prepareStatement(QUERY)) {
            statement.setInt(1, value);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }

    @Test
    void theSameTextIsPreparedOnce() throws SQLException {
        assertThat(ask(3)).isEqualTo(3);
        assertThat(ask(4)).isEqualTo(4);
        assertThat(reached).containsExactly("prepareStatement " + QUERY);
    }

    @Test
    void aStatementInUseIsNotGivenToASecondUser() throws SQLException {
        try (PreparedStatement first = kept.prepareStatement(QUERY)) {
            first.setInt(1, 3);
            assertThat(ask(4)).isEqualTo(4);
            try (ResultSet answer = first.executeQuery()) {
                answer.next();
                assertThat(answer.getInt(1)).isEqualTo(3);
            }
        }
    }

    @Test
    void aClosedStatementIsClosedForItsUser() throws SQLException {
        PreparedStatement statement = kept.prepareStatement(QUERY);
        statement.close();
        assertThat(statement.isClosed()).isTrue();
        assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
    }

    @Test
    void theNextUserFindsNoParametersOfTheLast() throws SQLException {
        ask(3);
        try (PreparedStatement next = kept.prepareStatement(QUERY)) {
            assertThatThrownBy(next::executeQuery).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void rollingBackWhatOnlyReadStaysAtHome() throws SQLException {
        kept.setAutoCommit(false);
        ask(3);
        kept.rollback();
        assertThat(reached).doesNotContain("rollback");
    }

    @Test
    void rollingBackAWriteReachesTheDriver() throws SQLException {
        kept.setAutoCommit(false);
        kept.prepareStatement("create local temporary table T (ID int)").close();
        kept.rollback();
        assertThat(reached).contains("rollback");
    }

    @Test
    void nobodyWaitsForTheDiskBecauseOfALock() throws SQLException {
        driver.createStatement().execute("create table ACT_RU_JOB (ID_ int, LOCK_OWNER_ varchar)");
        kept.setAutoCommit(false);
        try (PreparedStatement lock = kept.prepareStatement("update ACT_RU_JOB set LOCK_OWNER_ = ? where ID_ in (1)")) {
            lock.setString(1, "engine-1");
            lock.executeUpdate();
        }
        kept.commit();
        assertThat(reached).last().isEqualTo("commit");
    }
}
