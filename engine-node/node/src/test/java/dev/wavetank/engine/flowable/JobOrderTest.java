package dev.wavetank.engine.flowable;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.wavetank.engine.database.ConnectionPool;
import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import java.util.List;
import org.flowable.common.engine.impl.Page;
import org.flowable.engine.ProcessEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobOrderTest {
    @ParameterizedTest
    @EnumSource(Dialect.class)
    void jobsAreTakenByCategoryAndTheOldestFirst(Dialect dialect) {
        try (TestDatabase database = TestDatabase.open(dialect);
                HikariDataSource pool = ConnectionPool.open(database.settings(), "engine-1", 4, false)) {
            EngineConfiguration configuration = new EngineConfiguration(pool, "engine-1");
            ProcessEngine engine = configuration.buildProcessEngine();
            engine.getRepositoryService()
                    .createDeployment()
                    .addClasspathResource("dev/wavetank/engine/flowable/JobOrderTest.bpmn20.xml")
                    .deploy();
            List<String> keys = List.of("low", "usual-1", "usual-2", "usual-3", "high");
            for (String key : keys) {
                engine.getRuntimeService().startProcessInstanceByKey(key.replaceAll("-.*", ""), key);
            }
            age(database, "usual-2", 3);
            age(database, "usual-3", 2);
            age(database, "usual-1", 1);

            List<String> order = engine.getManagementService()
                    .executeCommand(context -> configuration
                            .getJobServiceConfiguration()
                            .getJobEntityManager()
                            .findJobsToExecute(List.of(), new Page(0, 4))
                            .stream()
                            .map(job -> database.strings(
                                            "select BUSINESS_KEY_ from ACT_RU_EXECUTION where ID_ = ?",
                                            job.getProcessInstanceId())
                                    .getFirst())
                            .toList());

            assertThat(order).containsExactly("high", "usual-2", "usual-3", "usual-1");
            engine.close();
        }
    }

    private static void age(TestDatabase database, String businessKey, int hours) {
        database.update(
                "update ACT_RU_JOB set CREATE_TIME_ = CREATE_TIME_ - INTERVAL '" + hours + "' HOUR where"
                        + " PROCESS_INSTANCE_ID_ in (select ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?)",
                businessKey);
    }
}
