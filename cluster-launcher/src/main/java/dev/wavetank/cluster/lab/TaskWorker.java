package dev.wavetank.cluster.lab;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.TaskQuery;
import dev.wavetank.cluster.api.UserTask;
import dev.wavetank.cluster.lab.Operation.Kind;
import dev.wavetank.cluster.lab.Operation.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Plays the people: completes the open user tasks through the API until told to stop.
final class TaskWorker {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int AT_ONCE = 50;

    private final Gateway gateway;
    private final TaskQuery query;
    private final ClientLedger ledger;
    private final Pause pause;
    private volatile boolean stopped;

    TaskWorker(Gateway gateway, String processKey, String tenant, ClientLedger ledger, Pause pause) {
        this.gateway = gateway;
        this.query = TaskQuery.of(tenant).withProcessDefinitionKey(processKey).page(0, AT_ONCE);
        this.ledger = ledger;
        this.pause = pause;
    }

    void run() {
        while (!stopped) {
            for (UserTask task : openTasks()) {
                complete(task);
            }
            if (!pause.of(BETWEEN_LOOKS)) {
                return;
            }
        }
    }

    void stop() {
        stopped = true;
    }

    private List<UserTask> openTasks() {
        try {
            return gateway.tasks(query).items();
        } catch (ClusterException e) {
            // A gateway may be on its way out; the next look asks another.
            return List.of();
        }
    }

    private void complete(UserTask task) {
        long id = ledger.sent(Kind.COMPLETE, task.id());
        try {
            gateway.completeTask(task.id(), Map.of(), task.tenant());
            ledger.outcome(id, Outcome.OK, task.processInstanceId());
        } catch (ClusterException e) {
            ledger.outcome(id, Calls.outcome(e), String.valueOf(e.getMessage()));
        }
    }
}
