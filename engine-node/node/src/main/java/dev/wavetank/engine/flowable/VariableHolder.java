package dev.wavetank.engine.flowable;

import java.util.Collection;
import java.util.Map;

/// What has variables: an instance, an execution or a task.
interface VariableHolder {
    /// `Execution 'x'`, for sentences.
    String described();

    /// Where the content of a binary variable can be read.
    String dataUrl(String name);

    Map<String, Object> local();

    /// Those that are visible but not local.
    Map<String, Object> global();

    void set(Scope scope, Map<String, Object> values);

    /// Sets them in a job.
    void setAsync(Scope scope, Map<String, Object> values);

    void remove(Scope scope, Collection<String> names);
}
