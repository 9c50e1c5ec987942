package dev.wavetank.cluster.api;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the launcher finds and keeps things.
///
/// @param state       clusters that exist; survives a restart of the machine
/// @param cache       what can be made again: ahead-of-time caches, the linked Java runtime
/// @param nodeLibrary the folder with the node's jars; empty lets the launcher look in the source tree
/// @param dockerHost  the Docker engine's address; empty means `DOCKER_HOST` or the usual socket
/// @param javaHome    the JDK that nodes run on and that the image's Java runtime is linked from
public record LauncherSettings(
        Path state, Path cache, Optional<Path> nodeLibrary, Optional<String> dockerHost, Path javaHome) {

    /// The settings by the environment: `XDG_STATE_HOME`, `XDG_CACHE_HOME`, `WAVETANK_NODE_LIB` (also as the
    /// system property `wavetank.node.lib`), `DOCKER_HOST`, and the JDK that runs this program.
    public static LauncherSettings fromEnvironment() {
        return from(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static LauncherSettings from(Map<String, String> environment, Path home) {
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
        Path cache = folder(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
        Optional<Path> library = Optional.ofNullable(System.getProperty("wavetank.node.lib"))
                .or(() -> Optional.ofNullable(environment.get("WAVETANK_NODE_LIB")))
                .filter(text -> !text.isBlank())
                .map(Path::of);
        Optional<String> docker =
                Optional.ofNullable(environment.get("DOCKER_HOST")).filter(text -> !text.isBlank());
        return new LauncherSettings(
                state.resolve("wavetank"),
                cache.resolve("wavetank"),
                library,
                docker,
                Path.of(System.getProperty("java.home")));
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
