package dev.wavetank.engine.flowable;

import dev.wavetank.engine.tenant.TenantScope;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Narrows a query to what a caller may see.
///
/// @param none narrows to what belongs to the tenant without a name
record TenantFilter<Q>(BiConsumer<Q, String> one, Consumer<Q> none) {
    void narrow(Q query, TenantScope scope) {
        if (scope.every()) return;
        if (scope.name().isEmpty()) none.accept(query);
        else one.accept(query, scope.name());
    }
}
