package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.flowable.common.engine.impl.persistence.entity.PropertyEntity;
import org.flowable.common.engine.impl.persistence.entity.PropertyEntityManager;
import org.flowable.engine.ManagementService;
import org.flowable.engine.impl.util.CommandContextUtil;

/// The engine's properties, for administrators. Those that the engine keeps for itself, such as the version of its
/// schema, can be read only: a node would not start on another.
public final class EngineProperties {
    private static final Pattern OWN =
            Pattern.compile("(.*\\.)?schema\\.(version|history)|next\\.dbid|cfg\\..*|.*lock.*");
    private static final Pattern NAME = Pattern.compile("[\\w .-]{1,64}");

    private final ManagementService management;

    EngineProperties(ManagementService management) {
        this.management = management;
    }

    public ObjectNode all(Caller caller) {
        caller.scope().requireAdministrator();
        ObjectNode view = Json.object();
        new TreeMap<>(management.getProperties()).forEach(view::put);
        return view;
    }

    public void create(Caller caller, Parameters parameters) {
        String name = parameters.text("name").orElseThrow(() -> ProblemException.badRequest("name is required."));
        requireFree(caller, name);
        if (management.getProperties().containsKey(name)) {
            throw ProblemException.conflict("Engine property " + name + " already exists");
        }
        String value = value(parameters);
        management.executeCommand(context -> {
            PropertyEntityManager properties = CommandContextUtil.getPropertyEntityManager(context);
            PropertyEntity property = properties.create();
            property.setName(name);
            property.setValue(value);
            properties.insert(property);
            return property;
        });
    }

    public void update(Caller caller, String name, Parameters parameters) {
        requireOurs(caller, name);
        String value = value(parameters);
        management.executeCommand(context -> {
            PropertyEntityManager properties = CommandContextUtil.getPropertyEntityManager(context);
            PropertyEntity property = properties.findById(name);
            property.setValue(value);
            return properties.update(property);
        });
    }

    public void delete(Caller caller, String name) {
        requireOurs(caller, name);
        management.executeCommand(context -> {
            CommandContextUtil.getPropertyEntityManager(context).delete(name);
            return name;
        });
    }

    private void requireOurs(Caller caller, String name) {
        requireFree(caller, name);
        if (!management.getProperties().containsKey(name)) {
            throw ProblemException.notFound("Engine property " + name + " does not exist");
        }
    }

    private static void requireFree(Caller caller, String name) {
        caller.scope().requireAdministrator();
        if (!NAME.matcher(name).matches()) {
            throw ProblemException.badRequest(
                    "A property's name has up to 64 letters, digits, dots, hyphens, underscores and spaces.");
        }
        if (OWN.matcher(name).matches()) {
            throw ProblemException.refused(
                    "property-refused", "The property " + name + " belongs to the engine: choose another name.", null);
        }
    }

    private static String value(Parameters parameters) {
        String value = parameters.text("value").orElseThrow(() -> ProblemException.badRequest("value is required."));
        if (value.length() > 300) throw ProblemException.badRequest("A value has at most 300 characters.");
        return value;
    }
}
