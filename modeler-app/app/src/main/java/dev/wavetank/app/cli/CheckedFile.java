package dev.wavetank.app.cli;

import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One file and what is wrong with it.
///
/// @param refusal why it could not be read; empty if it was
record CheckedFile(Path file, Optional<String> refusal, List<Finding> findings) {
    CheckedFile {
        findings = List.copyOf(findings);
    }

    long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
