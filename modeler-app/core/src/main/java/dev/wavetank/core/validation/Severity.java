package dev.wavetank.core.validation;

/// How bad a finding is: an `ERROR` keeps the diagram from running, a `WARNING` deserves a look, an `INFO` is worth
/// knowing.
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
