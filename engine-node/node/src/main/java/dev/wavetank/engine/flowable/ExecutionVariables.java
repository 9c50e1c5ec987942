package dev.wavetank.engine.flowable;

import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.ProblemException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;

/// The variables of an execution: its own, and those of what it is part of.
final class ExecutionVariables implements VariableHolder {
    private final RuntimeService runtime;
    private final Execution execution;
    private final String url;

    private ExecutionVariables(RuntimeService runtime, Execution execution, String url) {
        this.runtime = runtime;
        this.execution = execution;
        this.url = url;
    }

    static Variables of(RuntimeService runtime, Execution execution, Caller caller) {
        return new Variables(new ExecutionVariables(
                runtime, execution, caller.base() + Executions.PATH + execution.getId() + "/variables/"));
    }

    /// An instance is the execution at the root: it has local variables only.
    static Variables ofInstance(RuntimeService runtime, Execution instance, Caller caller) {
        return new Variables(new ExecutionVariables(
                runtime, instance, caller.base() + ProcessInstances.PATH + instance.getId() + "/variables/"));
    }

    @Override
    public String described() {
        return "Execution '" + execution.getId() + "'";
    }

    @Override
    public String dataUrl(String name) {
        return url + name + "/data";
    }

    @Override
    public Map<String, Object> local() {
        return runtime.getVariablesLocal(execution.getId());
    }

    @Override
    public Map<String, Object> global() {
        @Nullable String parent = execution.getParentId();
        if (parent == null) return Map.of();
        Map<String, Object> global = new HashMap<>(runtime.getVariables(parent));
        return global;
    }

    @Override
    public void set(Scope scope, Map<String, Object> values) {
        if (scope == Scope.LOCAL) runtime.setVariablesLocal(execution.getId(), values);
        else runtime.setVariables(parent(), values);
    }

    @Override
    public void setAsync(Scope scope, Map<String, Object> values) {
        if (scope == Scope.LOCAL) runtime.setVariablesLocalAsync(execution.getId(), values);
        else runtime.setVariablesAsync(parent(), values);
    }

    @Override
    public void remove(Scope scope, Collection<String> names) {
        if (scope == Scope.LOCAL) runtime.removeVariablesLocal(execution.getId(), names);
        else runtime.removeVariables(parent(), names);
    }

    private String parent() {
        @Nullable String parent = execution.getParentId();
        if (parent != null) return parent;
        throw ProblemException.badRequest(described() + " is part of nothing: it has local variables only.");
    }
}
