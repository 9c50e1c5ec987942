package dev.wavetank.engine.policy;

/// Which scripts a tenant's processes may bring.
public enum Scripts {
    /// None.
    REFUSED,
    /// Script tasks in the format `juel`: one expression, as closed as every other expression of a process.
    EXPRESSIONS
}
