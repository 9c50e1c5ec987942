package dev.wavetank.engine.web;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import java.util.ArrayList;
import java.util.List;

/// The calls that a role answers, in the order of their declaration.
///
/// ```java
/// Api.Section tasks = api.section("Tasks", Caller.ROOT + "/runtime/tasks");
/// tasks.get("/{id}", "Reads a task").to(handler);
/// tasks.post("/{id}", "Acts on a task").body(Field.text("action").must()).answers(200).to(handler);
/// ```
public final class Api {
    private final List<Endpoint> endpoints = new ArrayList<>();

    /// A group of calls that are shown together and begin alike.
    public Section section(String tag, String root) {
        return new Section(tag, root);
    }

    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    /// Makes each declared call reachable.
    public void routes(HttpRouting.Builder routing) {
        endpoints.forEach(one -> routing.route(one.method(), one.path(), one.handler()));
    }

    /// Where the declarations of one group begin.
    public final class Section {
        private final String tag;
        private final String root;

        private Section(String tag, String root) {
            this.tag = tag;
            this.root = root;
        }

        /// @param path follows the section's own
        public Draft get(String path, String summary) {
            return draft(Method.GET, path, summary).answers(200, "application/json");
        }

        public Draft post(String path, String summary) {
            return draft(Method.POST, path, summary).answers(200, "application/json");
        }

        public Draft put(String path, String summary) {
            return draft(Method.PUT, path, summary).answers(200, "application/json");
        }

        public Draft delete(String path, String summary) {
            return draft(Method.DELETE, path, summary).answers(204);
        }

        private Draft draft(Method method, String path, String summary) {
            return new Draft(endpoints::add, method, root + path, tag, summary);
        }
    }
}
