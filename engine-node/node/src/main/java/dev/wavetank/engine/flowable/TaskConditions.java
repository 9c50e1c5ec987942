package dev.wavetank.engine.flowable;

import org.flowable.task.api.TaskInfoQuery;

/// Conditions on the variables of tasks, open or done, and of their instances.
final class TaskConditions {
    private TaskConditions() {}

    static <Q extends TaskInfoQuery<Q, ?>> VariableConditions<Q> ofTask() {
        return new VariableConditions<>(
                Q::taskVariableValueEquals,
                Q::taskVariableValueEquals,
                Q::taskVariableValueNotEquals,
                Q::taskVariableValueEqualsIgnoreCase,
                Q::taskVariableValueNotEqualsIgnoreCase,
                Q::taskVariableValueGreaterThan,
                Q::taskVariableValueGreaterThanOrEqual,
                Q::taskVariableValueLessThan,
                Q::taskVariableValueLessThanOrEqual,
                Q::taskVariableValueLike,
                Q::taskVariableValueLikeIgnoreCase);
    }

    static <Q extends TaskInfoQuery<Q, ?>> VariableConditions<Q> ofInstance() {
        return new VariableConditions<>(
                Q::processVariableValueEquals,
                Q::processVariableValueEquals,
                Q::processVariableValueNotEquals,
                Q::processVariableValueEqualsIgnoreCase,
                Q::processVariableValueNotEqualsIgnoreCase,
                Q::processVariableValueGreaterThan,
                Q::processVariableValueGreaterThanOrEqual,
                Q::processVariableValueLessThan,
                Q::processVariableValueLessThanOrEqual,
                Q::processVariableValueLike,
                Q::processVariableValueLikeIgnoreCase);
    }
}
