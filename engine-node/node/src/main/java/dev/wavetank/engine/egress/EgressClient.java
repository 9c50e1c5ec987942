package dev.wavetank.engine.egress;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes the calls of tasks: to allowed hosts only, each over a connection of its own to the address that was
/// looked at, within a deadline, with an answer of bounded size. It follows no redirect (the answer says where it
/// leads, the process decides) and uses no proxy.
public final class EgressClient implements AutoCloseable {
    private static final int OF_ONE_TENANT = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Resolver resolver;
    private final Turns turns = new Turns(OF_ONE_TENANT, PATIENCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("egress-", 0).factory());

    public EgressClient(Resolver resolver) {
        this.resolver = resolver;
    }

    /// @throws EgressRefusedException if the tenant may not make the call
    /// @throws IOException            if it failed, or took longer or brought more than it may
    public OutsideAnswer call(OutsideCall call, Destinations allowed)
            throws EgressRefusedException, IOException, InterruptedException {
        call.checkHeaders();
        try (Turns.Turn turn = turns.take(call.tenant())) {
            Future<OutsideAnswer> exchange =
                    threads.submit(() -> Exchange.make(call, Target.of(call.url(), allowed, resolver)));
            try {
                return exchange.get(call.deadline().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                throw new IOException(
                        "It did not answer within " + call.deadline().toMillis() + " ms");
            } catch (ExecutionException failed) {
                throw told(Objects.requireNonNullElse(failed.getCause(), failed));
            } finally {
                // Interrupting a virtual thread closes the socket that it waits for.
                exchange.cancel(true);
            }
        }
    }

    private static IOException told(Throwable failure) throws EgressRefusedException {
        return switch (failure) {
            case EgressRefusedException refused -> throw refused;
            case UnknownHostException unknown -> new IOException("Its name leads nowhere", unknown);
            case IOException broken -> broken;
            default -> new IOException(failure.toString(), failure);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
