package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.web.Json;
import dev.wavetank.engine.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables of one instance, execution or task, as Flowable's REST API reads and changes them.
public final class Variables {
    /// How a list of variables is taken.
    public enum Manner {
        /// One that is there already is a conflict.
        CREATE,
        /// One that is there already is changed.
        PUT
    }

    private final VariableHolder holder;

    Variables(VariableHolder holder) {
        this.holder = holder;
    }

    /// @param scope empty for all, the local ones hiding the global ones
    public ArrayNode list(Optional<Scope> scope) {
        ArrayNode array = Json.mapper().createArrayNode();
        if (scope.isEmpty() || scope.get() == Scope.LOCAL) add(array, holder.local(), Scope.LOCAL);
        if (scope.isEmpty() || scope.get() == Scope.GLOBAL) add(array, holder.global(), Scope.GLOBAL);
        return array;
    }

    public ObjectNode get(String name, Optional<Scope> scope) {
        Scope found = find(name, scope);
        return view(name, in(found), found);
    }

    /// The content of a binary variable.
    public byte[] data(String name, Optional<Scope> scope) {
        if (in(find(name, scope)).get(name) instanceof byte[] content) return content;
        throw ProblemException.notFound("The variable '" + name + "' is not binary.");
    }

    /// @return the variables as they are now
    public ArrayNode set(List<Variable> variables, Manner manner) {
        Scope scope = check(variables, manner);
        holder.set(scope, VariableValues.map(variables));
        ArrayNode array = Json.mapper().createArrayNode();
        Map<String, Object> now = in(scope);
        variables.forEach(one -> array.add(view(one.name(), now, scope)));
        return array;
    }

    public void setAsync(List<Variable> variables, Manner manner) {
        holder.setAsync(check(variables, manner), VariableValues.map(variables));
    }

    public ObjectNode update(Variable variable) {
        Scope scope = existing(variable);
        holder.set(scope, VariableValues.map(List.of(variable)));
        return view(variable.name(), in(scope), scope);
    }

    public void updateAsync(Variable variable) {
        holder.setAsync(existing(variable), VariableValues.map(List.of(variable)));
    }

    public void delete(String name, Optional<Scope> scope) {
        Scope from = scope.orElse(Scope.LOCAL);
        if (!in(from).containsKey(name)) throw missing(name);
        holder.remove(from, List.of(name));
    }

    public void deleteLocal() {
        holder.remove(Scope.LOCAL, List.copyOf(holder.local().keySet()));
    }

    private Scope check(List<Variable> variables, Manner manner) {
        if (variables.isEmpty()) throw ProblemException.badRequest("Name at least one variable.");
        Scope scope = variables.getFirst().scope().orElse(Scope.LOCAL);
        Map<String, Object> there = manner == Manner.CREATE ? in(scope) : Map.of();
        for (Variable one : variables) {
            if (one.scope().orElse(Scope.LOCAL) != scope) {
                throw ProblemException.badRequest("Set variables of one scope at a time.");
            }
            if (there.containsKey(one.name())) {
                throw ProblemException.conflict(
                        holder.described() + " has a variable '" + one.name() + "' already: change it with PUT.");
            }
        }
        return scope;
    }

    private Scope existing(Variable variable) {
        Scope scope = variable.scope().orElse(Scope.LOCAL);
        if (!in(scope).containsKey(variable.name())) throw missing(variable.name());
        return scope;
    }

    private Scope find(String name, Optional<Scope> scope) {
        for (Scope candidate : scope.map(List::of).orElse(List.of(Scope.LOCAL, Scope.GLOBAL))) {
            if (in(candidate).containsKey(name)) return candidate;
        }
        throw missing(name);
    }

    private ProblemException missing(String name) {
        return ProblemException.notFound(holder.described() + " has no variable '" + name + "'.");
    }

    private Map<String, Object> in(Scope scope) {
        return scope == Scope.LOCAL ? holder.local() : holder.global();
    }

    private void add(ArrayNode array, Map<String, Object> values, Scope scope) {
        values.keySet().forEach(name -> array.add(view(name, values, scope)));
    }

    private ObjectNode view(String name, Map<String, Object> values, Scope scope) {
        return VariableValues.view(name, values.get(name), scope.word(), holder.dataUrl(name));
    }
}
