package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.Parameters;
import dev.wavetank.engine.web.ProblemException;
import java.util.Optional;
import org.flowable.engine.RepositoryService;
import org.flowable.identitylink.api.IdentityLink;
import org.jspecify.annotations.Nullable;

/// Who may start a process: users and groups that are linked to its definition.
public final class DefinitionLinks {
    private final RepositoryService repository;
    private final ProcessDefinitions definitions;

    DefinitionLinks(RepositoryService repository, ProcessDefinitions definitions) {
        this.repository = repository;
        this.definitions = definitions;
    }

    public ArrayNode list(Caller caller, String id) {
        definitions.require(caller, id);
        ArrayNode array = Json.mapper().createArrayNode();
        repository.getIdentityLinksForProcessDefinition(id).forEach(link -> array.add(view(caller, id, link)));
        return array;
    }

    public ObjectNode create(Caller caller, String id, Parameters parameters) {
        definitions.require(caller, id);
        Optional<String> user = parameters.text("user");
        Optional<String> group = parameters.text("group");
        if (user.isPresent() == group.isPresent()) {
            throw ProblemException.badRequest(
                    user.isPresent()
                            ? "Only one of user or group can be used to create an identity link."
                            : "A group or a user is required to create an identity link.");
        }
        user.ifPresent(one -> repository.addCandidateStarterUser(id, one));
        group.ifPresent(one -> repository.addCandidateStarterGroup(id, one));
        return view(caller, id, user.orElse(null), group.orElse(null), "candidate");
    }

    /// @param family `users` or `groups`
    public ObjectNode get(Caller caller, String id, String family, String identity) {
        return view(caller, id, require(caller, id, family, identity));
    }

    public void delete(Caller caller, String id, String family, String identity) {
        require(caller, id, family, identity);
        if (family.equals("users")) repository.deleteCandidateStarterUser(id, identity);
        else repository.deleteCandidateStarterGroup(id, identity);
    }

    private IdentityLink require(Caller caller, String id, String family, String identity) {
        definitions.require(caller, id);
        boolean users = switch (family) {
            case "users" -> true;
            case "groups" -> false;
            default -> throw ProblemException.badRequest("Identity link family should be 'users' or 'groups'.");
        };
        return repository.getIdentityLinksForProcessDefinition(id).stream()
                .filter(link -> identity.equals(users ? link.getUserId() : link.getGroupId()))
                .filter(link -> "candidate".equals(link.getType()))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("Could not find the requested identity link."));
    }

    private static ObjectNode view(Caller caller, String id, IdentityLink link) {
        return view(caller, id, link.getUserId(), link.getGroupId(), link.getType());
    }

    private static ObjectNode view(
            Caller caller, String id, @Nullable String user, @Nullable String group, String type) {
        String identity = user == null ? "groups/" + group : "users/" + user;
        return new JsonView()
                .put("url", caller.link(ProcessDefinitions.PATH, id + "/identitylinks/" + identity))
                .put("user", user)
                .put("group", group)
                .put("type", type)
                .build();
    }
}
