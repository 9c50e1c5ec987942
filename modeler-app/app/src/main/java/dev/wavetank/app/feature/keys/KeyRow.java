package dev.wavetank.app.feature.keys;

/// A command and its keys.
///
/// @param keys    as a person reads them
/// @param shipped they are those that come with the program
public record KeyRow(String command, String words, String group, String keys, boolean shipped) {}
