package dev.wavetank.bench;

import java.io.IOException;

/// A SIGKILL, a rolling update and scaling under load: the launcher's own bench, since it needs whole clusters.
final class Failover {
    private static final String ROUNDS = "2";
    private static final String INSTANCES = "100";

    private Failover() {}

    static void run(Ground ground) {
        System.out.println("\n### Failover: processes, " + ROUNDS + " rounds, " + INSTANCES + " instances\n");
        System.out.flush();
        try {
            int exit = new ProcessBuilder(
                            ground.source()
                                    .resolveSibling("cluster-launcher/bench/availability")
                                    .toString(),
                            "process",
                            ROUNDS,
                            INSTANCES)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) throw new IllegalStateException("The launcher's bench ended with " + exit);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
