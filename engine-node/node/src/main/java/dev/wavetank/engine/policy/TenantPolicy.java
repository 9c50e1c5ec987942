package dev.wavetank.engine.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one tenant may use and do. What is `null` is as the cluster's settings say; zero means without limit
/// where a limit makes sense without one.
///
/// @param instances         that run at a time
/// @param jobs              open ones: asynchronous, timers, external workers' and suspended
/// @param definitions       deployed process definitions, every version counted
/// @param requestsPerSecond of the REST API, over all gateways
/// @param callsAtATime      of the REST API, at each gateway
/// @param eventStreams      open at a time, at each gateway
/// @param historyDays       how long ended instances are kept; zero keeps them
/// @param scripts           which scripts its processes may bring
/// @param egress            hosts that tasks of its processes may call: `api.example.com`, `*.example.com:443`;
///                          none by default
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantPolicy(
        @Nullable Integer instances,
        @Nullable Integer jobs,
        @Nullable Integer definitions,
        @Nullable Integer requestsPerSecond,
        @Nullable Integer callsAtATime,
        @Nullable Integer eventStreams,
        @Nullable Integer historyDays,
        @Nullable Scripts scripts,
        @Nullable List<String> egress) {
    public static final TenantPolicy DEFAULT = new TenantPolicy(null, null, null, null, null, null, null, null, null);

    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\\d{1,5})?");
    private static final int MOST_HOSTS = 50;

    /// @throws IllegalArgumentException with a sentence for what is out of bounds
    public TenantPolicy {
        Bounds.check("instances", instances, 0, 100_000_000);
        Bounds.check("jobs", jobs, 0, 100_000_000);
        Bounds.check("definitions", definitions, 0, 1_000_000);
        Bounds.check("requestsPerSecond", requestsPerSecond, 1, 1_000_000);
        Bounds.check("callsAtATime", callsAtATime, 1, 10_000);
        Bounds.check("eventStreams", eventStreams, 1, 10_000);
        Bounds.check("historyDays", historyDays, 0, 36_500);
        if (egress != null) {
            egress = List.copyOf(egress);
            if (egress.size() > MOST_HOSTS) {
                throw new IllegalArgumentException("egress names at most " + MOST_HOSTS + " hosts.");
            }
            for (String host : egress) {
                if (!HOST.matcher(host).matches()) {
                    throw new IllegalArgumentException(
                            "egress names hosts such as api.example.com or *.example.com:443, not '" + host + "'.");
                }
            }
        }
    }
}
