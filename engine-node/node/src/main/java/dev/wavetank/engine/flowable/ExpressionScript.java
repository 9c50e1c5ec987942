package dev.wavetank.engine.flowable;

import java.util.function.Predicate;
import org.flowable.common.engine.api.FlowableIllegalArgumentException;
import org.flowable.common.engine.api.variable.VariableContainer;
import org.flowable.common.engine.impl.el.ExpressionManager;
import org.flowable.common.engine.impl.scripting.FlowableScriptEvaluationRequest;
import org.flowable.common.engine.impl.scripting.Resolver;
import org.flowable.common.engine.impl.scripting.ScriptEvaluation;
import org.jspecify.annotations.Nullable;

/// A script that is one expression: `${amount * 2}`. It reaches what every expression reaches and no more.
final class ExpressionScript implements FlowableScriptEvaluationRequest {
    private record Result(@Nullable Object result) implements ScriptEvaluation {
        @Override
        public @Nullable Object getEvaluationAttribute(String name) {
            return null;
        }

        @Override
        public @Nullable Object getResult() {
            return result;
        }
    }

    private final ExpressionManager expressions;
    private final Predicate<String> mayScript;
    private String language = "";
    private String script = "";
    private @Nullable VariableContainer scope;

    ExpressionScript(ExpressionManager expressions, Predicate<String> mayScript) {
        this.expressions = expressions;
        this.mayScript = mayScript;
    }

    @Override
    public FlowableScriptEvaluationRequest language(String name) {
        language = name;
        return this;
    }

    @Override
    public FlowableScriptEvaluationRequest script(String text) {
        script = text;
        return this;
    }

    @Override
    public FlowableScriptEvaluationRequest resolver(Resolver variables) {
        return this;
    }

    @Override
    public FlowableScriptEvaluationRequest scopeContainer(VariableContainer container) {
        scope = container;
        return this;
    }

    @Override
    public FlowableScriptEvaluationRequest inputVariableContainer(VariableContainer container) {
        return this;
    }

    @Override
    public FlowableScriptEvaluationRequest storeScriptVariables() {
        return this;
    }

    @Override
    public ScriptEvaluation evaluate() {
        VariableContainer container = scope;
        if (container == null || !language.equals("juel") || !mayScript.test(String.valueOf(container.getTenantId()))) {
            throw new FlowableIllegalArgumentException("Scripts do not run in this cluster.");
        }
        return new Result(expressions.createExpression(script.strip()).getValue(container));
    }
}
