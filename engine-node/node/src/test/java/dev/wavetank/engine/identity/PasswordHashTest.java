package dev.wavetank.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    @Test
    void aPasswordMatchesItsHashAndNoOther() {
        String kept = PasswordHash.of("sesame");

        assertThat(kept).doesNotContain("sesame").startsWith("pbkdf2$210000$");
        assertThat(PasswordHash.matches("sesame", kept)).isTrue();
        assertThat(PasswordHash.matches("Sesame", kept)).isFalse();
        assertThat(PasswordHash.matches("sesame", "")).isFalse();
    }

    @Test
    void equalPasswordsHaveDifferentHashes() {
        assertThat(PasswordHash.of("sesame")).isNotEqualTo(PasswordHash.of("sesame"));
    }
}
