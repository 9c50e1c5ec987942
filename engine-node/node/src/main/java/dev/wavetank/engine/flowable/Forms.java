package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flowable.common.engine.impl.identity.Authentication;
import org.flowable.engine.FormService;
import org.flowable.engine.form.FormData;
import org.flowable.engine.form.FormProperty;
import org.flowable.engine.form.StartFormData;
import org.flowable.engine.form.TaskFormData;
import org.flowable.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/// The forms that a process writes into its start event and its user tasks as `formProperty` elements.
public final class Forms {
    private final FormService forms;
    private final ProcessDefinitions definitions;
    private final Tasks tasks;
    private final ProcessInstances instances;

    Forms(FormService forms, ProcessDefinitions definitions, Tasks tasks, ProcessInstances instances) {
        this.forms = forms;
        this.definitions = definitions;
        this.tasks = tasks;
        this.instances = instances;
    }

    public ObjectNode get(Caller caller, Parameters parameters) {
        Optional<String> task = parameters.text("taskId");
        Optional<String> definition = parameters.text("processDefinitionId");
        if (task.isPresent() && definition.isPresent()) {
            throw ProblemException.badRequest("Not both a taskId and a processDefinitionId parameter can be provided");
        }
        if (task.isPresent()) {
            TaskFormData form =
                    forms.getTaskFormData(tasks.require(caller, task.get()).getId());
            return found(form, task.get())
                    .put("taskId", task.get())
                    .put("taskUrl", caller.link(Tasks.PATH, task.get()))
                    .build();
        }
        String id = definition.orElseThrow(
                () -> ProblemException.badRequest("The taskId or processDefinitionId parameter has to be provided"));
        StartFormData form =
                forms.getStartFormData(definitions.require(caller, id).getId());
        return found(form, id)
                .put("processDefinitionId", id)
                .put("processDefinitionUrl", caller.link(ProcessDefinitions.PATH, id))
                .build();
    }

    /// Completes the task with the form's values, or starts an instance with them.
    ///
    /// @return the instance if one was started
    public Optional<ObjectNode> submit(Caller caller, ObjectNode body, Parameters parameters) {
        Map<String, String> values = values(body.get("properties"));
        Optional<String> task = parameters.text("taskId");
        Authentication.setAuthenticatedUserId(caller.user().orElse(null));
        try {
            if (task.isPresent()) {
                forms.submitTaskFormData(tasks.require(caller, task.get()).getId(), values);
                return Optional.empty();
            }
            String definition = parameters
                    .text("processDefinitionId")
                    .orElseThrow(() -> ProblemException.badRequest(
                            "The taskId or processDefinitionId property has to be provided"));
            definitions.require(caller, definition);
            Optional<String> key = parameters.text("businessKey");
            ProcessInstance started = key.isPresent()
                    ? forms.submitStartFormData(definition, key.get(), values)
                    : forms.submitStartFormData(definition, values);
            ObjectNode view = instances.started(caller, started.getId());
            view.set("variables", InstanceViews.variables(caller, started));
            return Optional.of(view);
        } catch (NumberFormatException wrong) {
            throw ProblemException.badRequest("A property that must be a number is none: " + wrong.getMessage() + ".");
        } finally {
            Authentication.setAuthenticatedUserId(null);
        }
    }

    private static JsonView found(FormData form, String id) {
        if (form == null) throw ProblemException.notFound("Could not find a form data with id '" + id + "'.");
        ArrayNode properties = Json.mapper().createArrayNode();
        form.getFormProperties().forEach(property -> properties.add(view(property)));
        return new JsonView()
                .put("formKey", form.getFormKey())
                .put("deploymentId", form.getDeploymentId())
                .put("processDefinitionId", (String) null)
                .put("processDefinitionUrl", (String) null)
                .put("taskId", (String) null)
                .put("taskUrl", (String) null)
                .put("formProperties", properties);
    }

    private static ObjectNode view(FormProperty property) {
        String type = property.getType() == null ? null : property.getType().getName();
        ArrayNode choices = Json.mapper().createArrayNode();
        if (Objects.equals(type, "enum") && property.getType().getInformation("values") instanceof Map<?, ?> values) {
            values.forEach((id, name) -> choices.add(new JsonView()
                    .put("id", String.valueOf(id))
                    .put("name", String.valueOf(name))
                    .build()));
        }
        Object pattern = Objects.equals(type, "date") ? property.getType().getInformation("datePattern") : null;
        return new JsonView()
                .put("id", property.getId())
                .put("name", property.getName())
                .put("type", type)
                .put("value", property.getValue())
                .put("readable", property.isReadable())
                .put("writable", property.isWritable())
                .put("required", property.isRequired())
                .put("datePattern", pattern == null ? null : pattern.toString())
                .put("enumValues", choices)
                .build();
    }

    /// Every form of a task that names one is kept by a form engine, which this cluster has not.
    static ProblemException kept(@Nullable String key) {
        return key == null || key.isEmpty()
                ? ProblemException.badRequest("Task has no form defined")
                : ProblemException.notFound(
                        "There is no form engine in this cluster: the form '" + key + "' is kept by your application.");
    }

    private static Map<String, String> values(JsonNode properties) {
        Map<String, String> values = new HashMap<>();
        if (properties == null || properties.isNull()) return values;
        if (!properties.isArray()) throw ProblemException.badRequest("properties must be an array.");
        for (JsonNode property : properties) {
            String id = property.path("id").asText("");
            if (id.isEmpty()) throw ProblemException.badRequest("A property needs an id.");
            JsonNode value = property.path("value");
            if (value.isContainerNode()) throw ProblemException.badRequest("The value of " + id + " is not a text.");
            values.put(id, value.isNull() || value.isMissingNode() ? null : value.asText());
        }
        return values;
    }
}
