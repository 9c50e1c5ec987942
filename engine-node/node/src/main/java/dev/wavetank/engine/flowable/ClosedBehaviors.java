package dev.wavetank.engine.flowable;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.BusinessRuleTask;
import org.flowable.bpmn.model.SendTask;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.FlowableIllegalArgumentException;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.ParallelMultiInstanceBehavior;
import org.flowable.engine.impl.bpmn.behavior.ShellActivityBehavior;
import org.flowable.engine.impl.bpmn.behavior.WebServiceActivityBehavior;
import org.flowable.engine.impl.bpmn.helper.ClassDelegate;
import org.flowable.engine.impl.bpmn.parser.FieldDeclaration;
import org.flowable.engine.impl.bpmn.parser.factory.DefaultActivityBehaviorFactory;
import org.flowable.engine.impl.delegate.ActivityBehavior;

/// What a definition's tasks do. The types that run commands or reach hosts by themselves do nothing but refuse, even
/// where the definition is in the database already; HTTP tasks are ours, see [HttpTask].
final class ClosedBehaviors extends DefaultActivityBehaviorFactory {
    /// The fields that Flowable documents for HTTP tasks. Others would be set in the object that does the work.
    private static final Set<String> HTTP_FIELDS = Set.of(
            "requestMethod",
            "requestUrl",
            "requestHeaders",
            "requestSecureHeaders",
            "requestBody",
            "requestBodyEncoding",
            "requestTimeout",
            "disallowRedirects",
            "failStatusCodes",
            "handleStatusCodes",
            "ignoreException",
            "saveRequestVariables",
            "saveResponseParameters",
            "responseVariableName",
            "saveResponseParametersTransient",
            "saveResponseVariableAsJson",
            "resultVariablePrefix");

    /// With a user task in each the engine holds some tens of megabytes.
    private static final int MOST_INSTANCES = 2_000;

    private final HttpTask.Outside outside;

    ClosedBehaviors(NoForeignCode none, HttpTask.Outside outside) {
        super(none);
        this.outside = outside;
    }

    @Override
    public ActivityBehavior createHttpActivityBehavior(ServiceTask task) {
        List<FieldDeclaration> fields = createFieldDeclarations(task.getFieldExtensions());
        for (FieldDeclaration field : fields) {
            if (!HTTP_FIELDS.contains(field.getName())) {
                throw new FlowableIllegalArgumentException(
                        "An HTTP task has no field '" + field.getName() + "' in this cluster.");
            }
        }
        return new ClassDelegate(
                task.getId(),
                HttpTask.class.getName(),
                fields,
                task.isTriggerable(),
                getSkipExpressionFromServiceTask(task),
                task.getMapExceptions()) {
            @Override
            protected Object instantiateDelegate(String className, List<FieldDeclaration> declared) {
                HttpTask http = new HttpTask(outside);
                applyFieldDeclaration(declared, http);
                return http;
            }
        };
    }

    /// All instances of a parallel one are made at once, before any of them is counted as a step.
    @Override
    public ParallelMultiInstanceBehavior createParallelMultiInstanceBehavior(
            Activity activity, AbstractBpmnActivityBehavior inner) {
        return new ParallelMultiInstanceBehavior(activity, inner) {
            @Override
            protected int resolveNrOfInstances(DelegateExecution execution) {
                int instances = super.resolveNrOfInstances(execution);
                if (instances > MOST_INSTANCES) {
                    throw new FlowableException(
                            "At most " + MOST_INSTANCES + " parallel instances are made at once, and "
                                    + activity.getId() + " asks for " + instances + ".");
                }
                return instances;
            }
        };
    }

    @Override
    public ShellActivityBehavior createShellActivityBehavior(ServiceTask task) {
        throw NoForeignCode.refused("a shell command");
    }

    @Override
    public ActivityBehavior createMailActivityBehavior(ServiceTask task) {
        throw NoForeignCode.refused("a mail task");
    }

    @Override
    public ActivityBehavior createMailActivityBehavior(SendTask task) {
        throw NoForeignCode.refused("a mail task");
    }

    @Override
    public ActivityBehavior createCamelActivityBehavior(ServiceTask task) {
        throw NoForeignCode.refused("a Camel task");
    }

    @Override
    public ActivityBehavior createCamelActivityBehavior(SendTask task) {
        throw NoForeignCode.refused("a Camel task");
    }

    @Override
    public WebServiceActivityBehavior createWebServiceActivityBehavior(ServiceTask task, BpmnModel model) {
        throw NoForeignCode.refused("a web service");
    }

    @Override
    public WebServiceActivityBehavior createWebServiceActivityBehavior(SendTask task, BpmnModel model) {
        throw NoForeignCode.refused("a web service");
    }

    @Override
    public ActivityBehavior createBusinessRuleTaskActivityBehavior(BusinessRuleTask task) {
        if (!Objects.requireNonNullElse(task.getClassName(), "").isEmpty()) {
            throw NoForeignCode.refused("the Java class " + task.getClassName());
        }
        return super.createBusinessRuleTaskActivityBehavior(task);
    }
}
