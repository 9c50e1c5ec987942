package dev.wavetank.engine.rest;

import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.Field;

/// What the resources of users and groups share.
final class Identities {
    private Identities() {}

    /// An id is unique within a tenant only, so an administrator names the tenant in the query string.
    static Caller caller(Call call) {
        return call.caller(call.query());
    }

    static Field[] withId(Field... fields) {
        Field[] all = new Field[fields.length + 2];
        all[0] = Field.text("id").must();
        all[1] = Field.text("tenantId");
        System.arraycopy(fields, 0, all, 2, fields.length);
        return all;
    }
}
