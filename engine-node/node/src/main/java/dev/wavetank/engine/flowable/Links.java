package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.JsonView;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import org.flowable.identitylink.api.IdentityLink;
import org.jspecify.annotations.Nullable;

/// Identity links as JSON: who has to do with a thing, and how.
final class Links {
    /// Whether a link names a user or a group.
    enum Family {
        USERS,
        GROUPS;

        static Family of(String word) {
            return switch (word) {
                case "users" -> USERS;
                case "groups" -> GROUPS;
                default -> throw ProblemException.badRequest("The family of identity links is users or groups.");
            };
        }

        @Nullable
        String identity(IdentityLink link) {
            return this == USERS ? link.getUserId() : link.getGroupId();
        }
    }

    private Links() {}

    /// @param url of the thing, ends with a slash
    static ArrayNode views(List<? extends IdentityLink> links, String url, boolean families) {
        ArrayNode array = Json.mapper().createArrayNode();
        links.forEach(link -> array.add(view(link, url, families)));
        return array;
    }

    /// @param families whether the address names the family of a group too
    static ObjectNode view(IdentityLink link, String url, boolean families) {
        return view(link.getUserId(), link.getGroupId(), link.getType(), url, families);
    }

    static ObjectNode view(@Nullable String user, @Nullable String group, String type, String url, boolean families) {
        String family = user != null || !families ? "users/" : "groups/";
        return new JsonView()
                .put("url", url + "identitylinks/" + family + (user != null ? user : group) + "/" + type)
                .put("user", user)
                .put("group", group)
                .put("type", type)
                .build();
    }

    static <L extends IdentityLink> L find(List<L> links, Family family, String identity, String type) {
        return links.stream()
                .filter(link -> identity.equals(family.identity(link)) && type.equals(link.getType()))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no such identity link."));
    }
}
