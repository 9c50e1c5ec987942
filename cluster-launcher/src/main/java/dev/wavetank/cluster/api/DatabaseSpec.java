package dev.wavetank.cluster.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cluster's database: an H2 server that the launcher starts, or a PostgreSQL that is there already.
///
/// @param url      the JDBC URL of an external database as the nodes see it; empty for the H2 server
/// @param user     the user's name in the database
/// @param password empty for the H2 server, whose password is generated for each cluster
public record DatabaseSpec(Optional<String> url, String user, Optional<String> password) {
    /// The H2 server that comes with the cluster.
    public static final DatabaseSpec H2 = new DatabaseSpec(Optional.empty(), "wavetank", Optional.empty());

    public DatabaseSpec {
        url.ifPresent(text -> {
            if (!text.startsWith("jdbc:postgresql://")) {
                throw new IllegalArgumentException(
                        "an external database is named by a URL that begins with jdbc:postgresql://, not " + text);
            }
        });
        if (user.isBlank()) {
            throw new IllegalArgumentException("the database needs a user name");
        }
    }

    /// An external PostgreSQL.
    public static DatabaseSpec postgresql(String url, String user, String password) {
        return new DatabaseSpec(Optional.of(url), user, Optional.of(password));
    }

    @JsonCreator
    static DatabaseSpec of(
            @JsonProperty("url") @Nullable String url,
            @JsonProperty("user") @Nullable String user,
            @JsonProperty("password") @Nullable String password) {
        return new DatabaseSpec(Optional.ofNullable(url), user == null ? H2.user : user, Optional.ofNullable(password));
    }

    /// Whether the launcher does not start the database itself.
    public boolean external() {
        return url.isPresent();
    }

    /// Without the password, which must not reach a log.
    @Override
    public String toString() {
        return "DatabaseSpec[" + url.orElse("h2") + ", " + user + "]";
    }
}
