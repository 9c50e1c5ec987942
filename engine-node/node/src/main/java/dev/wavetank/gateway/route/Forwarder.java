package dev.wavetank.gateway.route;

import dev.wavetank.engine.api.Headers;
import dev.wavetank.engine.api.NodeStatus;
import dev.wavetank.engine.web.Api;
import dev.wavetank.engine.web.Field;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.limits.Admission;
import dev.wavetank.gateway.limits.Turns;
import dev.wavetank.gateway.ops.GatewayMetrics;
import dev.wavetank.gateway.registry.Registry;
import dev.wavetank.gateway.security.Authenticator;
import dev.wavetank.gateway.security.Caller;
import dev.wavetank.gateway.wire.Request;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forwards `/flowable-rest/service/…` to an engine, and the questions that any engine can answer for the
/// cluster.
///
/// Who calls and for whom is settled first, then whether there is room, then whose turn it is, then where to. An
/// attempt that surely did
/// nothing goes on to the next engine; one that perhaps did something only if doing it twice is the same as once;
/// otherwise the caller is told that the outcome is unknown, never a guess.
public final class Forwarder {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
    private static final String SERVICE = "/flowable-rest/service/*";
    private static final String WORKERS = "/flowable-rest/external-job-api/*";
    private static final String DECISIONS = "/flowable-rest/dmn-api/*";
    private static final HeaderName STALE = HeaderNames.create(Headers.STALE);
    private static final HeaderName REQUEST_ID = HeaderNames.create(Headers.REQUEST_ID);
    /// An engine's promise that it did nothing.
    private static final int SERVICE_UNAVAILABLE = 503;

    /// An engine lost its database during the call.
    private static final int OUTCOME_UNKNOWN = 502;

    private static final int ATTEMPTS = 4;
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    /// How long a call waits when there is no engine at all, for one to come back.
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Authenticator authenticator;
    private final Admission admission;
    private final Turns turns;
    private final Registry registry;
    private final EngineClient client;
    private final GatewayMetrics metrics;
    private final Balancer balancer = new Balancer();
    private final LastAnswers lastAnswers = new LastAnswers();

    public Forwarder(
            Authenticator authenticator,
            Admission admission,
            Turns turns,
            Registry registry,
            EngineClient client,
            GatewayMetrics metrics) {
        this.authenticator = authenticator;
        this.admission = admission;
        this.turns = turns;
        this.registry = registry;
        this.client = client;
        this.metrics = metrics;
    }

    /// Flowable's REST; its calls are declared by the engines.
    public void routes(HttpRouting.Builder routing) {
        routing.any(SERVICE, (request, response) -> handle(request, response, Call::service))
                .any(WORKERS, (request, response) -> handle(request, response, Call::service))
                .any(DECISIONS, (request, response) -> handle(request, response, Call::service));
    }

    public void declare(Api api) {
        Api.Section section = api.section("Cluster", "/cluster");
        section.get("/counts", "Counts the executions at each element")
                .query(Field.text("processDefinitionId"), Field.text("processDefinitionKey"), Field.text("tenant"))
                .to((request, response) -> handle(request, response, from -> Call.read(from, "/counts", true)));
        page(section, "/ledger", "Lists the effects of steps");
        page(section, "/step-writes", "Lists which node wrote which step of the history, and under which epoch");
    }

    private void page(Api.Section section, String path, String summary) {
        section.get(path, summary)
                .query(
                        Field.text("processDefinitionKey").must(),
                        Field.integer("start"),
                        Field.integer("size"),
                        Field.text("tenant"))
                .to((request, response) -> handle(request, response, from -> Call.read(from, path, false)));
    }

    private void handle(ServerRequest request, ServerResponse response, Function<ServerRequest, Call> reading)
            throws InterruptedException {
        Caller caller = authenticator.authenticate(request);
        Call call = reading.apply(request);
        long started = System.nanoTime();
        try (Admission.Admitted admitted = admission.admit(caller, call.priority())) {
            call.takeBody(request);
            try (Turns.Turn turn = turns.take(caller.scope(), remaining(started))) {
                forward(request, response, caller, call, started);
            }
        } catch (ProblemException refused) {
            metrics.refused(refused.code());
            if (!call.staleAllowed() || refused.status() != SERVICE_UNAVAILABLE || !stale(caller, call, response)) {
                throw refused;
            }
        }
    }

    /// Answers with what was true a moment ago, and says how old it is (RFC 9111, `Age`).
    private boolean stale(Caller caller, Call call, ServerResponse response) {
        Optional<LastAnswers.Kept> last = lastAnswers.last(question(caller, call));
        last.ifPresent(kept -> {
            response.status(kept.answer().status())
                    .header(HeaderNames.AGE, Long.toString(kept.age().toSeconds()))
                    .header(HeaderNames.CACHE_CONTROL, "no-store")
                    .header(STALE, "true")
                    .header(HeaderNames.CONTENT_TYPE, "application/json");
            response.send(kept.answer().beginning());
        });
        return last.isPresent();
    }

    private static String question(Caller caller, Call call) {
        return caller.scope() + " " + call.pathAndQuery();
    }

    private void forward(ServerRequest request, ServerResponse response, Caller caller, Call call, long started)
            throws InterruptedException {
        Set<String> tried = new HashSet<>();
        for (int attempt = 1; ; attempt++) {
            Balancer.Turn turn = choose(tried, started);
            NodeStatus engine = turn.engine();
            Outcome outcome = attempt(request, response, caller, call, turn, started);
            tried.add(engine.id());
            boolean mayGoOn =
                    attempt < ATTEMPTS && call.sendable() && remaining(started).isPositive();
            switch (outcome) {
                case Outcome.Answered answered -> {
                    boolean again = answered.status() == SERVICE_UNAVAILABLE
                            || (answered.status() == OUTCOME_UNKNOWN && call.repeatable());
                    if (again && mayGoOn && hasOther(tried)) {
                        metrics.repeated("refused");
                        break;
                    }
                    metrics.answered(engine.id(), answered.status(), System.nanoTime() - started);
                    if (call.staleAllowed()) lastAnswers.keep(question(caller, call), answered);
                    answer(engine, answered, response);
                    return;
                }
                case Outcome.NotSent notSent -> {
                    registry.avoid(engine);
                    if (!mayGoOn) {
                        throw unavailable();
                    }
                    metrics.repeated("not-sent");
                }
                case Outcome.Lost lost -> {
                    registry.avoid(engine);
                    LOG.warn(
                            "{} was lost during {}: {}",
                            engine.id(),
                            call,
                            lost.cause().toString());
                    if (!mayGoOn || !call.repeatable()) {
                        throw unknown(OUTCOME_UNKNOWN, engine);
                    }
                    metrics.repeated("lost");
                }
                case Outcome.TimedOut late -> {
                    LOG.warn(
                            "{} took too long for {}: {}",
                            engine.id(),
                            call,
                            late.cause().toString());
                    throw unknown(504, engine);
                }
            }
        }
    }

    private Balancer.Turn choose(Set<String> tried, long started) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Balancer.Turn> turn = balancer.choose(registry.routable(), tried);
            if (turn.isEmpty()) {
                // All were tried: one that has joined anew since, or was only refused, may be asked again.
                turn = balancer.choose(registry.routable(), Set.of());
            }
            if (turn.isPresent()) {
                return turn.get();
            }
            if (System.nanoTime() > giveUp || !remaining(started).isPositive()) {
                throw unavailable();
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private boolean hasOther(Set<String> tried) {
        return registry.routable().stream().anyMatch(engine -> !tried.contains(engine.id()));
    }

    private Outcome attempt(
            ServerRequest request, ServerResponse response, Caller caller, Call call, Balancer.Turn turn, long started)
            throws InterruptedException {
        boolean settled = false;
        try {
            Request towards = client.request(turn.engine(), call.pathAndQuery(), caller.scope())
                    .within(remaining(started));
            HeaderRules.copyIn(request, towards);
            response.headers().first(REQUEST_ID).ifPresent(id -> towards.header(Headers.REQUEST_ID, id));
            Outcome outcome = client.send(turn.engine(), call.onto(towards, caller));
            settled = true;
            switch (outcome) {
                case Outcome.Answered answered -> turn.answered();
                case Outcome.NotSent notSent -> turn.failed(notSent.cause());
                case Outcome.Lost lost -> turn.failed(lost.cause());
                case Outcome.TimedOut late -> turn.failed(late.cause());
            }
            return outcome;
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("The address is malformed: " + malformed.getMessage());
        } finally {
            if (!settled) {
                turn.released();
            }
        }
    }

    private void answer(NodeStatus engine, Outcome.Answered answered, ServerResponse response) {
        response.status(answered.status());
        HeaderRules.copyOut(answered.answer().headers(), engine.id(), response);
        if (answered.whole()) {
            response.send(answered.beginning());
            return;
        }
        answered.answer().length().ifPresent(response::contentLength);
        try (InputStream rest = answered.answer().body();
                InFlight.Watch watch = client.watch(engine, rest);
                OutputStream out = response.outputStream()) {
            out.write(answered.beginning());
            rest.transferTo(out);
        } catch (IOException brokeOff) {
            throw new UncheckedIOException(brokeOff);
        }
    }

    private static Duration remaining(long started) {
        return DEADLINE.minusNanos(System.nanoTime() - started);
    }

    private static ProblemException unavailable() {
        return ProblemException.unavailable("no-engine", "No engine can take the call at present; try again soon.");
    }

    private static ProblemException unknown(int status, NodeStatus engine) {
        return ProblemException.of(
                status,
                "outcome-unknown",
                "Outcome unknown",
                "The engine " + engine.id()
                        + " was lost while it worked on the call. Look whether it took effect before"
                        + " you repeat it; a start with an Idempotency-Key is repeated for you.");
    }
}
