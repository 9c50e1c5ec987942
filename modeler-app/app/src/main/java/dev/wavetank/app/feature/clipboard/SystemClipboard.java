package dev.wavetank.app.feature.clipboard;

import java.util.Optional;

/// The clipboard that all programs of the machine share.
public interface SystemClipboard {
    void put(String json, String text);

    /// A picture, as the bytes of a PNG.
    void putPicture(byte[] png);

    /// What another window of this program put there.
    Optional<String> json();

    Optional<String> text();
}
