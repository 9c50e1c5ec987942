package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import org.flowable.engine.RuntimeService;
import org.flowable.identitylink.api.IdentityLink;

/// The users who have to do with an instance.
public final class InstanceLinks {
    private final RuntimeService runtime;
    private final ProcessInstances instances;

    InstanceLinks(RuntimeService runtime, ProcessInstances instances) {
        this.runtime = runtime;
        this.instances = instances;
    }

    public ArrayNode list(Caller caller, String id) {
        return Links.views(of(caller, id), url(caller, id), false);
    }

    public ObjectNode get(Caller caller, String id, String user, String type) {
        return Links.view(find(caller, id, user, type), url(caller, id), false);
    }

    public ObjectNode add(Caller caller, String id, Parameters link) {
        instances.require(caller, id);
        if (link.text("group").isPresent()) {
            throw ProblemException.badRequest("Only users can have to do with an instance.");
        }
        String user = link.required("user");
        String type = link.required("type");
        runtime.addUserIdentityLink(id, user, type);
        return Links.view(user, null, type, url(caller, id), false);
    }

    public void delete(Caller caller, String id, String user, String type) {
        find(caller, id, user, type);
        runtime.deleteUserIdentityLink(id, user, type);
    }

    private IdentityLink find(Caller caller, String id, String user, String type) {
        return Links.find(of(caller, id), Links.Family.USERS, user, type);
    }

    private List<IdentityLink> of(Caller caller, String id) {
        return runtime.getIdentityLinksForProcessInstance(
                instances.require(caller, id).getId());
    }

    private static String url(Caller caller, String id) {
        return caller.base() + ProcessInstances.PATH + id + "/";
    }
}
