package dev.wavetank.engine.flowable;

import dev.wavetank.engine.tenant.Caller;
import java.util.function.Supplier;
import org.flowable.common.engine.impl.identity.Authentication;

/// Lets the engine know for whom it works, for as long as it takes.
final class Acting {
    private Acting() {}

    static <T> T as(Caller caller, Supplier<T> work) {
        Authentication.setAuthenticatedUserId(caller.user().orElse(null));
        try {
            return work.get();
        } finally {
            Authentication.setAuthenticatedUserId(null);
        }
    }

    static void as(Caller caller, Runnable work) {
        Acting.<Void>as(caller, () -> {
            work.run();
            return null;
        });
    }
}
