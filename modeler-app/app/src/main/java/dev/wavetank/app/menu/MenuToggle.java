package dev.wavetank.app.menu;

import org.kordamp.ikonli.Ikon;

/// A switch at the head of the menu, such as the loop marker of an activity.
///
/// @param on       how it stands now
/// @param switched what it does
public record MenuToggle(String id, String words, Ikon icon, boolean on, Runnable switched) {}
