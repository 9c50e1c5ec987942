package dev.wavetank.app.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a file to be looked at, whatever is wrong with it: what cannot be decoded is shown as a question mark, and
/// what is beyond the most that can be shown is left out.
final class PlainText {
    private static final int MOST_BYTES = 16 << 20;
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    private PlainText() {}

    /// Every line ends with `\n`.
    static String read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        String text = new String(bytes, charset(bytes));
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        Matcher declared =
                DECLARED.matcher(new String(bytes, 0, Math.min(256, bytes.length), StandardCharsets.ISO_8859_1));
        try {
            boolean known = declared.find() && Charset.isSupported(declared.group(1));
            return known && !declared.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16")
                    ? Charset.forName(declared.group(1))
                    : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException notAName) {
            return StandardCharsets.UTF_8;
        }
    }
}
