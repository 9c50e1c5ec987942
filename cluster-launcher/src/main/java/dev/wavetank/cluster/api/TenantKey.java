package dev.wavetank.cluster.api;

/// A tenant and the API key that acts for it.
///
/// @param apiKey empty if the tenant was there already: a key is told once
public record TenantKey(String tenant, String apiKey) {
    /// Without the key, which must not reach a log.
    @Override
    public String toString() {
        return "TenantKey[" + tenant + "]";
    }
}
