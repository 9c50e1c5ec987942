package dev.wavetank.engine.flowable;

import dev.wavetank.engine.egress.Destinations;
import dev.wavetank.engine.egress.EgressClient;
import dev.wavetank.engine.egress.EgressRefusedException;
import dev.wavetank.engine.egress.OutsideAnswer;
import dev.wavetank.engine.egress.OutsideCall;
import dev.wavetank.engine.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.FlowableHttpRequestHandler;
import org.flowable.bpmn.model.FlowableHttpResponseHandler;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.variable.VariableContainer;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.bpmn.http.DefaultBpmnHttpActivityDelegate;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.http.common.api.HttpHeaders;
import org.flowable.http.common.api.HttpRequest;
import org.flowable.http.common.api.HttpResponse;
import org.flowable.http.common.api.client.FlowableHttpClient;
import org.flowable.http.common.api.delegate.HttpRequestHandler;
import org.flowable.http.common.api.delegate.HttpResponseHandler;
import org.jspecify.annotations.Nullable;

/// Flowable's HTTP task, whose calls go through the tenant's egress policy.
///
/// The tenant is the instance's, so a shared process reaches what the tenant that runs it may reach. Each attempt
/// is counted in the ledger before it is made, and the effect stands there with the step. The receiver can tell a
/// repeated attempt by its `Idempotency-Key`, which stays the same.
final class HttpTask extends DefaultBpmnHttpActivityDelegate {
    /// The database ends a transaction that idles for five seconds: what takes longer belongs to external workers.
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Pattern CHARSET = Pattern.compile("(?i).*;\\s*charset=\"?([\\w.:-]{1,40})\"?.*");

    /// What calls are made with.
    record Outside(EgressClient client, Function<String, Destinations> allowed, Ledger ledger) {}

    /// Carries the step that calls along with the call.
    private static final class Request extends HttpRequest {
        final Ledger.Step step;

        Request(HttpRequest plain, Ledger.Step step) {
            this.step = step;
            setMethod(plain.getMethod());
            setUrl(plain.getUrl());
            setHttpHeaders(plain.getHttpHeaders());
            setSecureHttpHeaders(plain.getSecureHttpHeaders());
            setBody(plain.getBody());
            setBodyEncoding(plain.getBodyEncoding());
            setTimeout(plain.getTimeout());
            // None is followed, so one is an answer that failStatusCodes and handleStatusCodes may name.
            setNoRedirects(true);
        }
    }

    private final Ledger ledger;

    HttpTask(Outside outside) {
        super(client(outside));
        this.ledger = outside.ledger();
    }

    private static FlowableHttpClient client(Outside outside) {
        return request -> {
            Request ours = (Request) request;
            return () -> call(outside, ours);
        };
    }

    @Override
    protected RequestData createRequest(VariableContainer execution, String prefix) {
        RequestData data = super.createRequest(execution, prefix);
        data.setHttpRequest(new Request(data.getHttpRequest(), Steps.of((DelegateExecution) execution)));
        return data;
    }

    private static HttpResponse call(Outside outside, Request request) {
        Ledger.Step step = request.step;
        String what = step.activityId() + " could not call its host: ";
        try {
            outside.ledger().attempt(step);
            OutsideAnswer answer =
                    outside.client().call(outgoing(request), outside.allowed().apply(step.tenant()));
            return response(answer);
        } catch (EgressRefusedException | IOException failed) {
            throw new FlowableException(what + failed.getMessage(), failed);
        } catch (SQLException failed) {
            throw new FlowableException("The attempt of " + step.activityId() + " could not be written down", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new FlowableException("The step " + step.activityId() + " was stopped", stopped);
        }
    }

    private static OutsideCall outgoing(Request request) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        collect(request.getHttpHeaders(), headers);
        collect(request.getSecureHttpHeaders(), headers);
        headers.putIfAbsent(IDEMPOTENCY_KEY, List.of(idempotencyKey(request.step)));
        Duration deadline = request.getTimeout() > 0 && request.getTimeout() < LONGEST.toMillis()
                ? Duration.ofMillis(request.getTimeout())
                : LONGEST;
        Optional<byte[]> body = Optional.ofNullable(request.getBody())
                .map(text -> text.getBytes(charset(Optional.ofNullable(request.getBodyEncoding()))));
        return new OutsideCall(request.step.tenant(), request.getMethod(), request.getUrl(), headers, body, deadline);
    }

    private static void collect(@Nullable HttpHeaders from, Map<String, List<String>> to) {
        if (from != null) from.forEach((name, values) -> to.put(name, List.copyOf(values)));
    }

    private static String idempotencyKey(Ledger.Step step) {
        return step.processInstanceId() + ":" + step.activityId().replaceAll("[^\\x21-\\x7E]", "_") + ":"
                + step.occurrence();
    }

    private static HttpResponse response(OutsideAnswer answer) {
        HttpResponse response = new HttpResponse(answer.status());
        response.setReason(answer.reason());
        response.setProtocol("HTTP/1.1");
        HttpHeaders headers = new HttpHeaders();
        answer.headers().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
        response.setHttpHeaders(headers);
        Optional<String> named = answer.headers().getOrDefault("Content-Type", List.of()).stream()
                .map(CHARSET::matcher)
                .filter(Matcher::matches)
                .map(type -> type.group(1))
                .findFirst();
        response.setBodyBytes(answer.body());
        response.setBody(answer.body().length == 0 ? null : new String(answer.body(), charset(named)));
        return response;
    }

    private static Charset charset(Optional<String> name) {
        try {
            return name.filter(text -> !text.isBlank()).map(Charset::forName).orElse(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /// The effect stands in the ledger exactly when the step stands; writing it also tells the database that the
    /// transaction lives.
    @Override
    public void afterExecution(DelegateExecution execution, ExecutionData result) {
        if (result.getResponse() != null) Steps.writeEffect(ledger, Steps.of(execution));
        super.afterExecution(execution, result);
    }

    /// Handlers are code of the author's: refused with the file already, and here once more.
    @Override
    protected @Nullable HttpRequestHandler createHttpRequestHandler(
            @Nullable FlowableHttpRequestHandler handler, ProcessEngineConfigurationImpl engine) {
        if (handler != null) throw NoForeignCode.refused("a handler of requests");
        return null;
    }

    @Override
    protected @Nullable HttpResponseHandler createHttpResponseHandler(
            @Nullable FlowableHttpResponseHandler handler, ProcessEngineConfigurationImpl engine) {
        if (handler != null) throw NoForeignCode.refused("a handler of responses");
        return null;
    }
}
