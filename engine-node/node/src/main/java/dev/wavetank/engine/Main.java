package dev.wavetank.engine;

import dev.wavetank.engine.security.SerialFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// The node's entry point: `java … dev.wavetank.engine.Main <engine|gateway|migrate|database|train>`.
///
/// Exit codes: 0 done or stopped in good order, 1 failed while running, 2 refused to start (the sentence is on
/// standard error).
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        SerialFilter.refuseAll();
        waitOnPlatformThreads();
        int code = run(args, System.getenv());
        if (code != 0) System.exit(code);
    }

    /// Virtual threads that wait for a socket are woken by a thread of the operating system. Waking them by virtual
    /// threads, as Java does unasked, pays with thousands of sockets; at a few calls a second it takes an engine a
    /// seventh more of a processor.
    private static void waitOnPlatformThreads() {
        System.setProperty("jdk.pollerMode", "1");
    }

    /// Starts the role. Returns once it is started (the role's own threads keep the program alive) or has ended.
    static int run(String[] args, Map<String, String> environment) {
        Optional<Role> role = args.length == 1 ? Role.named(args[0]) : Optional.empty();
        if (role.isEmpty()) {
            System.err.println(
                    "Name one role: " + String.join(", ", Role.names()) + ". Given: " + Arrays.toString(args));
            return 2;
        }
        try {
            start(role.get(), environment);
            return 0;
        } catch (StartRefusedException refused) {
            System.err.println(refused.getMessage());
            return 2;
        } catch (Exception failed) {
            LoggerFactory.getLogger(Main.class)
                    .error("The {} could not start", role.get().argument(), failed);
            return 1;
        }
    }

    private static void start(Role role, Map<String, String> environment) throws Exception {
        switch (role) {
            case ENGINE -> EngineRole.start(NodeSettings.read(role, environment));
            case GATEWAY -> GatewayRole.start(NodeSettings.read(role, environment));
            case MIGRATE -> MigrateRole.run(NodeSettings.read(role, environment));
            case DATABASE -> DatabaseRole.start(NodeSettings.read(role, environment));
            case TRAIN -> TrainRole.run();
        }
    }
}
