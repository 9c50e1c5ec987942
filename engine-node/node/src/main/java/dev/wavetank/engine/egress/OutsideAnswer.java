package dev.wavetank.engine.egress;

import java.util.List;
import java.util.Map;

/// What a host outside answered.
///
/// @param body all of it
public record OutsideAnswer(int status, String reason, Map<String, List<String>> headers, byte[] body) {}
