package dev.wavetank.engine.flowable;

import dev.wavetank.engine.tenant.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.flowable.engine.ManagementService;

/// Carries a call that starts no instance out once for each idempotency key: the key is a row written in the
/// transaction of what the call does.
final class OnceOnly {
    private final ManagementService management;
    private final IdempotencyKeys keys;

    OnceOnly(ManagementService management, IdempotencyKeys keys) {
        this.management = management;
        this.keys = keys;
    }

    /// @param what    what the call is about, so that the same body for another target is another request
    /// @param request the body
    /// @param work    done in one transaction with the key; not at all if it was done under the key before
    void run(Caller caller, Optional<String> key, String what, byte[] request, Runnable work) {
        if (key.isEmpty()) {
            work.run();
            return;
        }
        byte[] target = (what + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[target.length + request.length];
        System.arraycopy(target, 0, whole, 0, target.length);
        System.arraycopy(request, 0, whole, target.length, request.length);
        keys.once(management, IdempotencyKeys.key(caller.scope().name(), key.get(), whole), work);
    }
}
