package dev.wavetank.engine.rest;

import dev.wavetank.engine.flowable.Engine;
import dev.wavetank.engine.flowable.Jobs;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;

/// `management/…-jobs` and `management/engine`.
final class JobResource {
    private final Engine engine;

    JobResource(Engine engine) {
        this.engine = engine;
    }

    void declare(Api api) {
        Api.Section section = api.section("Management", Caller.ROOT + "/management");
        for (Jobs.Kind kind : Jobs.Kind.values()) declare(section, kind);
        section.get("/engine", "Tells the engine's name and version").to(Call.json(call -> engine.about()));
    }

    private void declare(Api.Section section, Jobs.Kind kind) {
        Jobs jobs = engine.jobs();
        String path = "/" + kind.path();
        String one = path + "/{id}";
        String name = kind.path().replace('-', ' ');
        section.get(path, "Lists " + name)
                .query(Jobs.fields(kind))
                .to(Lists.get((caller, parameters) -> jobs.list(caller, kind, parameters)));
        section.get(one, "Reads one of the " + name).to(Call.json(call -> jobs.get(call.caller(), kind, call.id())));
        section.delete(one, "Deletes one of the " + name)
                .to(Call.nothing(204, call -> jobs.delete(call.caller(), kind, call.id())));
        section.post(one, "Acts on one of the " + name)
                .body(Field.oneOf("action", "execute", "move").must())
                .answers(204)
                .to(Call.nothing(204, call -> jobs.act(call.caller(), kind, call.id(), Call.action(call.body()))));
    }
}
