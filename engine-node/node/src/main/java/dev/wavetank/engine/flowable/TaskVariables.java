package dev.wavetank.engine.flowable;

import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.ProblemException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;

/// The variables of a task: its own, and those of the execution it is part of.
final class TaskVariables implements VariableHolder {
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Task task;
    private final Caller caller;

    private TaskVariables(TaskService tasks, RuntimeService runtime, Task task, Caller caller) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.task = task;
        this.caller = caller;
    }

    static Variables of(TaskService tasks, RuntimeService runtime, Task task, Caller caller) {
        return new Variables(new TaskVariables(tasks, runtime, task, caller));
    }

    @Override
    public String described() {
        return "Task '" + task.getId() + "'";
    }

    @Override
    public String dataUrl(String name) {
        return caller.base() + Tasks.PATH + task.getId() + "/variables/" + name + "/data";
    }

    @Override
    public Map<String, Object> local() {
        return tasks.getVariablesLocal(task.getId());
    }

    @Override
    public Map<String, Object> global() {
        @Nullable String execution = task.getExecutionId();
        return execution == null ? Map.of() : new HashMap<>(runtime.getVariables(execution));
    }

    @Override
    public void set(Scope scope, Map<String, Object> values) {
        if (scope == Scope.LOCAL) tasks.setVariablesLocal(task.getId(), values);
        else runtime.setVariables(execution(), values);
    }

    @Override
    public void setAsync(Scope scope, Map<String, Object> values) {
        throw ProblemException.badRequest("Variables of a task are set at once.");
    }

    @Override
    public void remove(Scope scope, Collection<String> names) {
        if (scope == Scope.LOCAL) tasks.removeVariablesLocal(task.getId(), names);
        else runtime.removeVariables(execution(), names);
    }

    private String execution() {
        @Nullable String execution = task.getExecutionId();
        if (execution != null) return execution;
        throw ProblemException.badRequest(described() + " is part of no process: it has local variables only.");
    }
}
