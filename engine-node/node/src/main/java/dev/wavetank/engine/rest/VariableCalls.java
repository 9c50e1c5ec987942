package dev.wavetank.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.flowable.Scope;
import dev.wavetank.engine.flowable.Variable;
import dev.wavetank.engine.flowable.VariableValues;
import dev.wavetank.engine.flowable.Variables;
import dev.wavetank.engine.flowable.Variables.Manner;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The calls on variables, which are alike for instances, executions and tasks.
///
/// A binary variable comes as a form with its `file`, all others as JSON.
final class VariableCalls {
    static final Field SCOPE = Field.oneOf("scope", "local", "global");
    private static final Field[] FIELDS = {Field.text("name").must(), Field.text("type"), Field.any("value"), SCOPE};
    private static final int LARGEST = 4 * 1024 * 1024;

    private final Api.Section section;
    private final String root;
    private final String what;
    private final BiFunction<Caller, String, Variables> variables;

    /// @param one  the path of the thing that has the variables
    /// @param what it is, for the description
    VariableCalls(Api.Section section, String one, String what, BiFunction<Caller, String, Variables> variables) {
        this.section = section;
        this.root = one + "/variables";
        this.what = what;
        this.variables = variables;
    }

    VariableCalls declare() {
        String one = root + "/{name}";
        section.get(root, "Lists the variables of " + what)
                .query(SCOPE)
                .to(Call.json(call -> of(call).list(scope(call))));
        section.post(root, "Creates variables of " + what)
                .query(SCOPE)
                .array(FIELDS)
                .answers(201, "application/json")
                .to(Call.json(201, call -> set(call, Manner.CREATE)));
        section.delete(root, "Removes the local variables of " + what)
                .to(Call.nothing(204, call -> of(call).deleteLocal()));
        section.get(one, "Reads a variable of " + what)
                .query(SCOPE)
                .to(Call.json(call -> of(call).get(call.path("name"), scope(call))));
        section.put(one, "Changes a variable of " + what).body(FIELDS).to(Call.json(this::update));
        section.delete(one, "Removes a variable of " + what)
                .query(SCOPE)
                .to(Call.nothing(204, call -> of(call).delete(call.path("name"), scope(call))));
        section.get(one + "/data", "Reads the content of a binary variable of " + what)
                .query(SCOPE)
                .answers(200, Call.BINARY)
                .to(Call.bytes(Call.BINARY, call -> of(call).data(call.path("name"), scope(call))));
        return this;
    }

    /// Changing many at once, and in jobs.
    ///
    /// @param status of the answer to lists that are set in a job
    void declareMore(int status) {
        String async = root + "-async";
        section.put(root, "Sets variables of " + what)
                .array(FIELDS)
                .answers(201, "application/json")
                .to(Call.json(201, call -> set(call, Manner.PUT)));
        section.post(async, "Creates variables of " + what + " in a job")
                .array(FIELDS)
                .answers(status)
                .to(Call.nothing(status, call -> setAsync(call, Manner.CREATE)));
        section.put(async, "Sets variables of " + what + " in a job")
                .array(FIELDS)
                .answers(status)
                .to(Call.nothing(status, call -> setAsync(call, Manner.PUT)));
        section.put(async + "/{name}", "Changes a variable of " + what + " in a job")
                .body(FIELDS)
                .answers(204)
                .to(Call.nothing(204, call -> of(call).updateAsync(one(call))));
    }

    private Variables of(Call call) {
        return variables.apply(call.caller(), call.id());
    }

    private Object set(Call call, Manner manner) {
        if (call.isForm())
            return of(call).set(List.of(binary(call.form())), manner).get(0);
        return of(call).set(many(call), manner);
    }

    private void setAsync(Call call, Manner manner) {
        of(call).setAsync(call.isForm() ? List.of(binary(call.form())) : many(call), manner);
    }

    private Object update(Call call) {
        return of(call).update(one(call));
    }

    private static List<Variable> many(Call call) {
        List<Variable> variables = VariableValues.list(Json.parse(Json.bytes(call.request())), "The body");
        Optional<Scope> scope = scope(call);
        return scope.isEmpty()
                ? variables
                : variables.stream()
                        .map(one -> new Variable(
                                one.name(), one.value(), one.scope().or(() -> scope)))
                        .toList();
    }

    private static Variable one(Call call) {
        Variable variable;
        if (call.isForm()) {
            variable = binary(call.form());
        } else {
            ObjectNode body = call.body();
            variable = VariableValues.one(body);
        }
        if (!variable.name().equals(call.path("name"))) {
            throw ProblemException.badRequest("The variable's name in the body must be the one in the address.");
        }
        return variable;
    }

    private static Variable binary(Form form) {
        String type = form.field("type").orElse("binary");
        if (!type.equals("binary")) {
            throw ProblemException.refused(
                    "variable-type-refused", "A file can only be a variable of type binary, not " + type + ".", null);
        }
        byte[] content = form.file();
        if (content.length > LARGEST) {
            throw ProblemException.of(
                    413, "too-large", "Too large", "A binary variable has at most " + LARGEST + " bytes.");
        }
        return new Variable(form.required("name"), content, Scope.of(form.field("scope")));
    }

    private static Optional<Scope> scope(Call call) {
        return Scope.of(call.query().text("scope"));
    }
}
