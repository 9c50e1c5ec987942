package dev.wavetank.engine.flowable;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.flowable.bpmn.model.MapExceptionEntry;
import org.flowable.common.engine.api.FlowableIllegalArgumentException;
import org.flowable.common.engine.api.delegate.Expression;
import org.flowable.common.engine.impl.el.ExpressionManager;
import org.flowable.common.engine.impl.scripting.FlowableScriptEngine;
import org.flowable.common.engine.impl.scripting.FlowableScriptEvaluationRequest;
import org.flowable.engine.impl.bpmn.helper.ClassDelegate;
import org.flowable.engine.impl.bpmn.helper.ClassDelegateFactory;
import org.flowable.engine.impl.bpmn.parser.FieldDeclaration;

/// The second wall behind the screening of files: even a definition that is in the database already can name no
/// Java class and run no script here, unless its tenant may: then the script is one expression, closed as all are.
final class NoForeignCode implements ClassDelegateFactory, FlowableScriptEngine {
    private final Supplier<ExpressionManager> expressions;
    private final Predicate<String> mayScript;

    /// @param mayScript whether a tenant's scripts in the format `juel` run
    NoForeignCode(Supplier<ExpressionManager> expressions, Predicate<String> mayScript) {
        this.expressions = expressions;
        this.mayScript = mayScript;
    }

    @Override
    public ClassDelegate create(
            String id,
            String className,
            List<FieldDeclaration> fields,
            boolean triggerable,
            Expression skipExpression,
            List<MapExceptionEntry> exceptions) {
        throw refused("the Java class " + className);
    }

    @Override
    public ClassDelegate create(String className, List<FieldDeclaration> fields) {
        throw refused("the Java class " + className);
    }

    @Override
    public FlowableScriptEvaluationRequest createEvaluationRequest() {
        return new ExpressionScript(expressions.get(), mayScript);
    }

    /// @param what the definition would have run, for a sentence
    static FlowableIllegalArgumentException refused(String what) {
        return new FlowableIllegalArgumentException("This cluster does not run " + what + ".");
    }
}
