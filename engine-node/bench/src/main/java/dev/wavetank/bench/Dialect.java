package dev.wavetank.bench;

import java.nio.charset.StandardCharsets;

/// The REST API of Flowable, or that of Camunda, for the same three steps.
enum Dialect {
    FLOWABLE("http://flowable.org/bpmn", "/repository/deployments", 201) {
        @Override
        String start(Wire wire, String key, int amount) {
            return Reply.of(wire.post(
                            "/runtime/process-instances",
                            "{\"processDefinitionKey\":\"" + key
                                    + "\",\"variables\":[{\"name\":\"amount\",\"type\":\"integer\",\"value\":" + amount
                                    + "}]}"))
                    .expect(201)
                    .first("id");
        }

        @Override
        String task(Wire wire, String instance) {
            return Reply.of(wire.get("/runtime/tasks?processInstanceId=" + instance))
                    .expect(200)
                    .first("data", "id");
        }

        @Override
        void complete(Wire wire, String task) {
            Reply.of(wire.post("/runtime/tasks/" + task, "{\"action\":\"complete\"}"))
                    .expect(200, 204);
        }
    },
    CAMUNDA("http://camunda.org/schema/1.0/bpmn", "/deployment/create", 200) {
        @Override
        String start(Wire wire, String key, int amount) {
            return Reply.of(wire.post(
                            "/process-definition/key/" + key + "/start",
                            "{\"variables\":{\"amount\":{\"type\":\"Integer\",\"value\":" + amount + "}}}"))
                    .expect(200)
                    .first("id");
        }

        @Override
        String task(Wire wire, String instance) {
            return Reply.of(wire.get("/task?processInstanceId=" + instance))
                    .expect(200)
                    .first("id");
        }

        @Override
        void complete(Wire wire, String task) {
            Reply.of(wire.post("/task/" + task + "/complete", "{}")).expect(204);
        }
    };

    private static final String CUT = "benchmark-part";

    private final String namespace;
    private final String deployments;
    private final int created;

    Dialect(String namespace, String deployments, int created) {
        this.namespace = namespace;
        this.deployments = deployments;
        this.created = created;
    }

    /// @param bpmn written for Flowable; the other's extensions used here only differ in their namespace
    void deploy(Wire wire, String name, String bpmn) {
        String text = bpmn.replace(FLOWABLE.namespace, namespace);
        String form = "--" + CUT + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + name
                + "\r\n--" + CUT + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + ".bpmn20.xml\"\r\nContent-Type: text/xml\r\n\r\n" + text + "\r\n--" + CUT + "--\r\n";
        Reply.of(wire.call(
                        "POST",
                        deployments,
                        "multipart/form-data; boundary=" + CUT,
                        form.getBytes(StandardCharsets.UTF_8)))
                .expect(created);
    }

    /// @return the instance's id
    abstract String start(Wire wire, String key, int amount);

    /// @return the id of the instance's one task
    abstract String task(Wire wire, String instance);

    abstract void complete(Wire wire, String task);
}
