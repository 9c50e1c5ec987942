package dev.wavetank.engine;

import dev.wavetank.engine.database.DatabaseSettings;
import dev.wavetank.engine.security.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads environment variables and collects one sentence for each that is missing or wrong, so that a person mends
/// all of them at once. A wrong setting reads as a harmless placeholder until [#refuseIfWrong] is called.
final class SettingsReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Map<String, String> environment;
    private final List<String> wrong = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String variable, String otherwise) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    String name(String variable) {
        if (text(variable, "").isEmpty()) {
            return missing(variable, "a name such as engine-1", "missing");
        }
        return name(variable, "");
    }

    String name(String variable, String otherwise) {
        String value = text(variable, otherwise);
        if (!NAME.matcher(value).matches()) {
            wrong.add(variable + "=" + value + " must be lower-case letters, digits and hyphens, at most 63.");
        }
        return value;
    }

    int port(String variable) {
        String value = text(variable, "");
        if (value.isEmpty()) {
            return Integer.parseInt(missing(variable, "the HTTP port (0 takes any free one)", "0"));
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65535) return port;
        } catch (NumberFormatException notANumber) {
            // told below, together with a number out of range
        }
        wrong.add(variable + "=" + value + " must be a port between 0 and 65535.");
        return 0;
    }

    URI address(String variable, String otherwise) {
        String value = text(variable, otherwise);
        try {
            URI uri = URI.create(value);
            if (List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) return uri;
        } catch (IllegalArgumentException malformed) {
            // told below, together with a URI that has no host
        }
        wrong.add(variable + "=" + value + " must be an address such as http://engine-1:8080.");
        return URI.create("http://missing");
    }

    boolean flag(String variable, boolean otherwise) {
        return switch (text(variable, otherwise ? "on" : "off")) {
            case "on" -> true;
            case "off" -> false;
            default -> {
                wrong.add(variable + "=" + environment.get(variable) + " must be on or off.");
                yield otherwise;
            }
        };
    }

    Path folder(String variable) {
        String value = text(variable, "");
        return Path.of(value.isEmpty() ? missing(variable, "a folder this node may write to", "missing") : value);
    }

    DatabaseSettings database() {
        String url = text("WAVETANK_DB_URL", "");
        if (url.isEmpty()) {
            url = missing("WAVETANK_DB_URL", "jdbc:h2:tcp://… or jdbc:postgresql://…", "jdbc:h2:mem:missing");
        } else if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            wrong.add("WAVETANK_DB_URL=" + url + " must begin with jdbc:h2: or jdbc:postgresql:.");
        }
        return new DatabaseSettings(url, text("WAVETANK_DB_USER", "wavetank"), secret("WAVETANK_DB_PASSWORD_FILE"));
    }

    Secret secret(String variable) {
        String file = text(variable, "");
        if (file.isEmpty()) {
            missing(variable, "a file that holds the secret", "");
            return Secret.none();
        }
        try {
            String value = Files.readString(Path.of(file)).strip();
            if (!value.isEmpty()) return new Secret(value);
            wrong.add(variable + ": the file " + file + " is empty.");
        } catch (IOException unreadable) {
            wrong.add(variable + ": the file " + file + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + ").");
        }
        return Secret.none();
    }

    void refuseIfWrong() throws StartRefusedException {
        if (!wrong.isEmpty()) throw new StartRefusedException(String.join(System.lineSeparator(), wrong));
    }

    private String missing(String variable, String meaning, String placeholder) {
        wrong.add(variable + " is not set: give " + meaning + ".");
        return placeholder;
    }
}
