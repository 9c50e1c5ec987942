package dev.wavetank.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatableTest {
    @ParameterizedTest
    @CsvSource({
        "GET,    /runtime/process-instances,              false, true",
        "HEAD,   /runtime/tasks,                          false, true",
        "DELETE, /runtime/process-instances/4711,         false, true",
        "PUT,    /runtime/process-instances/4711,         false, true",
        "PUT,    /runtime/tasks/4711,                     false, true",
        "PUT,    /runtime/executions/4711,                false, false",
        "PUT,    /runtime/executions/4711,                true,  true",
        "PUT,    /runtime/executions,                     true,  false",
        "POST,   /runtime/process-instances,              false, false",
        "POST,   /runtime/process-instances,              true,  true",
        "POST,   /runtime/tasks/4711,                     false, false",
        "POST,   /runtime/tasks/4711,                     true,  false",
        "POST,   /repository/deployments,                 true,  false",
        "POST,   /query/tasks,                            false, true",
        "POST,   /query/historic-process-instances,       false, true",
        "PATCH,  /runtime/tasks/4711,                     true,  false",
    })
    void callIsSentAgainAfterAnUnknownOutcomeOnlyIfTwiceIsTheSameAsOnce(
            String method, String path, boolean idempotencyKey, boolean repeatable) {
        assertThat(Repeatable.repeatable(method, "/flowable-rest/service" + path, idempotencyKey))
                .isEqualTo(repeatable);
    }
}
