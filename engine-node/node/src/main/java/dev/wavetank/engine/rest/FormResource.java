package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Forms;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// `form/form-data`.
final class FormResource {
    private final Forms forms;

    FormResource(Forms forms) {
        this.forms = forms;
    }

    void declare(Api api) {
        Api.Section section = api.section("Forms", Caller.ROOT + "/form/form-data");
        section.get("", "Reads the form of a task or of a process's start")
                .query(Field.text("taskId"), Field.text("processDefinitionId"))
                .to(Call.json(call -> forms.get(call.caller(), call.query())));
        section.post("", "Completes a task or starts an instance with a form's values")
                .body(
                        Field.text("taskId"),
                        Field.text("processDefinitionId"),
                        Field.text("businessKey"),
                        Field.objects("properties"))
                .or(204)
                .to(this::submit);
    }

    private void submit(ServerRequest request, ServerResponse response) {
        Call call = new Call(request);
        ObjectNode body = call.body();
        Optional<ObjectNode> started = forms.submit(call.caller(), body, call.parameters(body));
        if (started.isPresent()) Json.send(response, 200, started.get());
        else response.status(204).send();
    }
}
