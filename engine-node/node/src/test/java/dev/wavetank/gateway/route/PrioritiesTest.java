package dev.wavetank.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.gateway.limits.Priority;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrioritiesTest {
    @ParameterizedTest
    @CsvSource({
        "POST,   /flowable-rest/service/runtime/tasks/4711,                           COMPLETE",
        "PUT,    /flowable-rest/service/runtime/executions/4711,                      COMPLETE",
        "POST,   /flowable-rest/external-job-api/acquire/jobs/4711/complete,          COMPLETE",
        "POST,   /flowable-rest/external-job-api/acquire/jobs/4711/fail,              COMPLETE",
        "POST,   /flowable-rest/service/runtime/process-instances,                    START",
        "POST,   /flowable-rest/external-job-api/acquire/jobs,                        START",
        "DELETE, /flowable-rest/service/runtime/process-instances/4711,               START",
        "GET,    /flowable-rest/service/runtime/tasks/4711,                           QUERY",
        "POST,   /flowable-rest/service/query/tasks,                                  QUERY",
        "GET,    /counts,                                                             QUERY",
        "GET,    /flowable-rest/service/history/historic-process-instances,           BULK",
        "POST,   /flowable-rest/service/query/historic-task-instances,                BULK",
        "POST,   /flowable-rest/service/repository/deployments,                       BULK",
        "GET,    /ledger,                                                             BULK",
    })
    void workThatIsDoneGoesFirstAndWhatNobodyWaitsForLast(String method, String path, Priority priority) {
        assertThat(Priorities.of(method, path)).isEqualTo(priority);
    }
}
