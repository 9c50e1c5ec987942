package dev.wavetank.cluster.api;

/// One version of a deployed process.
public record ProcessDefinition(String id, String key, int version, String name, String deploymentId, String tenant) {}
