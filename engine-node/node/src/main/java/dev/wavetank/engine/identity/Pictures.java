package dev.wavetank.engine.identity;

import dev.wavetank.engine.membership.Jdbc;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.ProblemException;
import java.util.Set;

/// `identity/users/{id}/picture`.
public final class Pictures {
    /// What a browser shows as a picture and nothing else: an SVG could bring scripts.
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final int LARGEST = 1024 * 1024;

    private final Database database;

    Pictures(Database database) {
        this.database = database;
    }

    /// A user's picture.
    public record Picture(String type, byte[] content) {}

    public Picture get(Caller caller, String id) {
        return database.inTransaction(connection -> {
            User user = Users.require(connection, caller, id);
            String sql = "SELECT PICTURE_TYPE, PICTURE FROM WT_USER WHERE TENANT = ? AND ID = ?"
                    + " AND PICTURE_TYPE IS NOT NULL";
            return Jdbc.first(
                            connection,
                            sql,
                            row -> new Picture(row.getString(1), row.getBytes(2)),
                            user.tenant(),
                            user.id())
                    .orElseThrow(() ->
                            ProblemException.notFound("The user with id '" + user.id() + "' does not have a picture."));
        });
    }

    public void set(Caller caller, String id, Picture picture) {
        if (!TYPES.contains(picture.type())) {
            throw ProblemException.of(
                    415,
                    "unsupported-media-type",
                    "Unsupported media type",
                    "A picture is PNG, JPEG, GIF or WebP: send its part with that Content-Type.");
        }
        if (picture.content().length > LARGEST) {
            throw ProblemException.of(413, "too-large", "Too large", "A picture has at most 1 MiB.");
        }
        database.inTransaction(connection -> {
            User user = Users.require(connection, caller, id);
            String sql = "UPDATE WT_USER SET PICTURE_TYPE = ?, PICTURE = ? WHERE TENANT = ? AND ID = ?";
            return Jdbc.update(connection, sql, picture.type(), picture.content(), user.tenant(), user.id());
        });
    }
}
