package dev.wavetank.engine.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.JsonView;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A row of WT_USER without its picture.
record User(
        String tenant,
        String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String displayName,
        @Nullable String email,
        @Nullable String passwordHash,
        boolean pictured) {
    static final String TABLE = "WT_USER";
    static final String COLUMNS = "TENANT, ID, FIRST_NAME, LAST_NAME, DISPLAY_NAME, EMAIL, PASSWORD_HASH, PICTURE_TYPE";
    static final String PATH = "/identity/users/";

    static User blank(String tenant, String id) {
        return new User(tenant, id, null, null, null, null, null, false);
    }

    static User of(ResultSet row) throws SQLException {
        return new User(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8) != null);
    }

    /// This user with what the body names.
    User with(ObjectNode body) {
        Fields.agree(body, id);
        String password =
                Fields.present(body, "password", 1024).map(PasswordHash::of).orElse(null);
        return new User(
                tenant,
                id,
                Fields.changed(body, "firstName", firstName),
                Fields.changed(body, "lastName", lastName),
                Fields.changed(body, "displayName", displayName),
                Fields.changed(body, "email", email),
                body.has("password") ? password : passwordHash,
                pictured);
    }

    /// The password is not told, in no form.
    ObjectNode view(Caller caller) {
        JsonView view = new JsonView()
                .put("id", id)
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("displayName", displayName)
                .put("url", caller.link(PATH, Links.segment(id)))
                .put("email", email)
                .put("pictureUrl", pictured ? caller.link(PATH, Links.segment(id) + "/picture") : null);
        return (tenant.isEmpty() ? view : view.put("tenantId", tenant)).build();
    }
}
