package dev.wavetank.engine.flowable;

import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.ProblemException;
import java.util.Map;
import org.flowable.engine.RuntimeService;

/// Sends signals to all that wait for them in the caller's tenant.
public final class Signals {
    private final RuntimeService runtime;

    Signals(RuntimeService runtime) {
        this.runtime = runtime;
    }

    public void send(Caller caller, String name, Map<String, Object> variables) {
        String tenant = caller.scope().name();
        Acting.as(caller, () -> {
            if (tenant.isEmpty()) runtime.signalEventReceived(name, variables);
            else runtime.signalEventReceivedWithTenantId(name, variables, tenant);
        });
    }

    /// Each that waits goes on in a job of its own.
    public void sendAsync(Caller caller, String name, Map<String, Object> variables) {
        if (!variables.isEmpty()) throw ProblemException.badRequest("An async signal takes no variables.");
        String tenant = caller.scope().name();
        Acting.as(caller, () -> {
            if (tenant.isEmpty()) runtime.signalEventReceivedAsync(name);
            else runtime.signalEventReceivedAsyncWithTenantId(name, tenant);
        });
    }
}
