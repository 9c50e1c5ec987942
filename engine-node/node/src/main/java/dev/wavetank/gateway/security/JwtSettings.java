package dev.wavetank.gateway.security;

import dev.wavetank.engine.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Whose tokens a gateway believes: `WAVETANK_JWT_KEYS_FILE` (a JWKS file, or a public key as PEM),
/// `WAVETANK_JWT_ISSUER` and `WAVETANK_JWT_AUDIENCE`. Without a file of keys no token is believed.
///
/// @param issuer   what a token's `iss` must be
/// @param audience what a token's `aud` must contain
public record JwtSettings(IssuerKeys keys, String issuer, String audience) {
    public static final JwtSettings NONE = new JwtSettings(IssuerKeys.NONE, "", "");

    /// @throws StartRefusedException with a sentence for a file that has no usable key, or a missing name
    public static JwtSettings read(Map<String, String> environment) throws StartRefusedException {
        String file = environment.getOrDefault("WAVETANK_JWT_KEYS_FILE", "").strip();
        if (file.isEmpty()) return NONE;
        String issuer = environment.getOrDefault("WAVETANK_JWT_ISSUER", "").strip();
        String audience = environment.getOrDefault("WAVETANK_JWT_AUDIENCE", "").strip();
        if (issuer.isEmpty() || audience.isEmpty()) {
            throw new StartRefusedException(
                    "WAVETANK_JWT_KEYS_FILE is set: set WAVETANK_JWT_ISSUER and WAVETANK_JWT_AUDIENCE too, so that"
                            + " tokens made for others are not taken.");
        }
        try {
            return new JwtSettings(IssuerKeys.parse(Files.readString(Path.of(file))), issuer, audience);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new StartRefusedException("WAVETANK_JWT_KEYS_FILE: " + file + " holds no key that can be used ("
                    + unusable.getMessage() + ").");
        }
    }
}
