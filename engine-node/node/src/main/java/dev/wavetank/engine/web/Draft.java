package dev.wavetank.engine.web;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A call while it is declared; [#to] completes it.
public final class Draft {
    private final Consumer<Endpoint> declared;
    private final Method method;
    private final String path;
    private final String tag;
    private final String summary;
    private final List<Field> parameters = new ArrayList<>();
    private Body body = Body.NONE;
    private List<Endpoint.Answer> answers = List.of();

    Draft(Consumer<Endpoint> declared, Method method, String path, String tag, String summary) {
        this.declared = declared;
        this.method = method;
        this.path = path;
        this.tag = tag;
        this.summary = summary;
    }

    /// Parameters of the query string.
    public Draft query(Field... fields) {
        return query(List.of(fields));
    }

    public Draft query(List<Field> fields) {
        parameters.addAll(fields);
        return this;
    }

    /// A JSON object with these fields.
    public Draft body(Field... fields) {
        return body(List.of(fields));
    }

    public Draft body(List<Field> fields) {
        body = new Body(Body.Kind.OBJECT, fields);
        return this;
    }

    /// A JSON array of objects with these fields.
    public Draft array(Field... fields) {
        body = new Body(Body.Kind.ARRAY, List.of(fields));
        return this;
    }

    /// A form with a file.
    public Draft form(Field... fields) {
        body = new Body(Body.Kind.FORM, List.of(fields));
        return this;
    }

    /// Instead of 200 with JSON: an answer without a body.
    public Draft answers(int status) {
        return answers(status, "");
    }

    public Draft answers(int status, String media) {
        answers = List.of(new Endpoint.Answer(status, media));
        return this;
    }

    /// A second way to go well.
    public Draft or(int status) {
        List<Endpoint.Answer> more = new ArrayList<>(answers);
        more.add(new Endpoint.Answer(status, answers.getFirst().media()));
        answers = more;
        return this;
    }

    public void to(Handler handler) {
        declared.accept(new Endpoint(method, path, tag, summary, parameters, body, answers, handler));
    }
}
