package dev.wavetank.gateway.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.policy.ClusterConfig;
import dev.wavetank.engine.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionTest {
    private static final ClusterConfig TEN_DAYS = new ClusterConfig(0, 0, 0, 1000, 64, 16, 10, 400, 30, 7);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void endedInstancesGoAfterTheDaysOfTheirTenantAndOthersStay(Dialect dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            tenant(database, "short", "5");
            tenant(database, "ever", "0");
            tenant(database, "usual", "null");
            for (String tenant : new String[] {"short", "ever", "usual"}) {
                for (int days : new int[] {4, 6, 11, 400}) ended(database, tenant + "-" + days, tenant, days);
            }
            ended(database, "child", "usual", 400);
            database.update("update ACT_HI_PROCINST set SUPER_PROCESS_INSTANCE_ID_ = 'running' where ID_ = 'child'");
            database.update("insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_) values ('running', 1, 'running')");
            Housekeeping housekeeping = new Housekeeping(database.dataSource(), dialect, () -> TEN_DAYS);

            assertThat(housekeeping.pass()).isPositive();
            assertThat(housekeeping.pass()).isZero();

            String[] left = {"child", "ever-11", "ever-4", "ever-400", "ever-6", "short-4", "usual-4", "usual-6"};
            assertThat(database.strings("select ID_ from ACT_HI_PROCINST order by ID_"))
                    .containsExactly(left);
            assertThat(database.strings("select PROC_INST_ID_ from ACT_HI_VARINST order by PROC_INST_ID_"))
                    .containsExactly(left);
            assertThat(database.number("select count(*) from ACT_GE_BYTEARRAY")).isEqualTo(left.length);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void ledgerIsPrunedOfInstancesThatHaveEnded(Dialect dialect) throws SQLException {
        try (TestDatabase database = TestDatabase.open(dialect)) {
            database.update("insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_) values ('running', 1, 'running')");
            for (String instance : new String[] {"running", "ended"}) {
                for (int days : new int[] {1, 31}) {
                    database.update("insert into WT_LEDGER (TENANT, PROC_DEF_KEY, PROC_INST_ID, BUSINESS_KEY,"
                            + " ACTIVITY_ID, OCCURRENCE, NODE, EPOCH, AT_TIME, ATTEMPT) values ('t', 'k', '" + instance
                            + "', '', 'a', 'o', 'n', 1, CURRENT_TIMESTAMP - INTERVAL '" + days + "' DAY, false)");
                }
            }

            new Housekeeping(database.dataSource(), dialect, () -> TEN_DAYS).pass();

            assertThat(database.strings("select PROC_INST_ID from WT_LEDGER order by PROC_INST_ID"))
                    .containsExactly("ended", "running", "running");
        }
    }

    private static void tenant(TestDatabase database, String id, String days) {
        database.update("insert into WT_TENANT (ID, NAME, STATE, CREATED_AT, HISTORY_DAYS) values ('" + id
                + "', '', 'ACTIVE', 0, " + days + ")");
    }

    private static void ended(TestDatabase database, String id, String tenant, int days) {
        String then = "CURRENT_TIMESTAMP - INTERVAL '" + days + "' DAY";
        database.update("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, PROC_DEF_ID_, START_TIME_, END_TIME_,"
                + " TENANT_ID_) values ('" + id + "', '" + id + "', 'd', " + then + ", " + then + ", '" + tenant
                + "')");
        database.update("insert into ACT_GE_BYTEARRAY (ID_, REV_) values ('bytes-" + id + "', 1)");
        database.update("insert into ACT_HI_VARINST (ID_, PROC_INST_ID_, NAME_, BYTEARRAY_ID_) values ('v-" + id
                + "', '" + id + "', 'n', 'bytes-" + id + "')");
    }
}
