package dev.wavetank.app.feature.clipboard;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The clipboard of the platform.
public final class FxClipboard implements SystemClipboard {
    private static final String TYPE = "application/vnd.wavetank.elements+json";

    private final DataFormat format;

    public FxClipboard() {
        DataFormat known = DataFormat.lookupMimeType(TYPE);
        format = known == null ? new DataFormat(TYPE) : known;
    }

    @Override
    public void put(String json, String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(format, json, DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public void putPicture(byte[] png) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, new Image(new ByteArrayInputStream(png))));
    }

    @Override
    public Optional<String> json() {
        return content(format);
    }

    @Override
    public Optional<String> text() {
        return content(DataFormat.PLAIN_TEXT);
    }

    private static Optional<String> content(DataFormat wanted) {
        return Clipboard.getSystemClipboard().getContent(wanted) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
