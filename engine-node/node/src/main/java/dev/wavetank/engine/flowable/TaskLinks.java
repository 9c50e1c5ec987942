package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Optional;
import org.flowable.engine.TaskService;
import org.flowable.identitylink.api.IdentityLink;

/// The users and groups who have to do with a task.
public final class TaskLinks {
    private final TaskService service;
    private final Tasks tasks;

    TaskLinks(TaskService service, Tasks tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    public ArrayNode list(Caller caller, String id) {
        return Links.views(of(caller, id), url(caller, id), true);
    }

    public ArrayNode list(Caller caller, String id, String family) {
        Links.Family only = Links.Family.of(family);
        List<IdentityLink> links = of(caller, id).stream()
                .filter(link -> only.identity(link) != null)
                .toList();
        return Links.views(links, url(caller, id), true);
    }

    public ObjectNode get(Caller caller, String id, String family, String identity, String type) {
        return Links.view(find(caller, id, family, identity, type), url(caller, id), true);
    }

    public ObjectNode add(Caller caller, String id, Parameters link) {
        tasks.require(caller, id);
        Optional<String> user = link.text("user");
        Optional<String> group = link.text("group");
        if (user.isPresent() == group.isPresent()) {
            throw ProblemException.badRequest("Name either a user or a group.");
        }
        String type = link.required("type");
        Acting.as(caller, () -> {
            user.ifPresent(name -> service.addUserIdentityLink(id, name, type));
            group.ifPresent(name -> service.addGroupIdentityLink(id, name, type));
        });
        return Links.view(user.orElse(null), group.orElse(null), type, url(caller, id), true);
    }

    public void delete(Caller caller, String id, String family, String identity, String type) {
        find(caller, id, family, identity, type);
        Acting.as(caller, () -> {
            switch (Links.Family.of(family)) {
                case USERS -> service.deleteUserIdentityLink(id, identity, type);
                case GROUPS -> service.deleteGroupIdentityLink(id, identity, type);
            }
        });
    }

    private IdentityLink find(Caller caller, String id, String family, String identity, String type) {
        return Links.find(of(caller, id), Links.Family.of(family), identity, type);
    }

    private List<IdentityLink> of(Caller caller, String id) {
        return service.getIdentityLinksForTask(tasks.require(caller, id).getId());
    }

    private static String url(Caller caller, String id) {
        return caller.base() + Tasks.PATH + id + "/";
    }
}
