package dev.wavetank.core.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How characters became bytes: the charset and the byte order mark, found as XML 1.0 appendix F describes.
/// Decoding is strict and its inverse exact, since a save must give back the same bytes.
record Encoding(Charset charset, byte[] mark) {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
    /// Charsets whose every character takes two or four bytes.
    private static final Pattern WIDE = Pattern.compile("(X-)?UTF-(16|32).*", Pattern.CASE_INSENSITIVE);
    private static final int DECLARATION_LENGTH = 256;
    /// Charsets whose strict decoding can always be undone; of any other one this is checked for the file at
    /// hand.
    private static final Set<Charset> EXACT = Set.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.US_ASCII);

    static Encoding of(byte[] bytes) throws DocumentException {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, Arrays.copyOf(bytes, 3));
        }
        if (startsWith(bytes, 0x00, 0x00, 0xFE, 0xFF)) {
            return new Encoding(Charset.forName("UTF-32BE"), Arrays.copyOf(bytes, 4));
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0x00, 0x00)) {
            return new Encoding(Charset.forName("UTF-32LE"), Arrays.copyOf(bytes, 4));
        }
        if (startsWith(bytes, 0x00, 0x00, 0x00, '<')) {
            return new Encoding(Charset.forName("UTF-32BE"), new byte[0]);
        }
        if (startsWith(bytes, '<', 0x00, 0x00, 0x00)) {
            return new Encoding(Charset.forName("UTF-32LE"), new byte[0]);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, Arrays.copyOf(bytes, 2));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, Arrays.copyOf(bytes, 2));
        }
        if (startsWith(bytes, 0x00, '<')) {
            return new Encoding(StandardCharsets.UTF_16BE, new byte[0]);
        }
        if (startsWith(bytes, '<', 0x00)) {
            return new Encoding(StandardCharsets.UTF_16LE, new byte[0]);
        }
        return new Encoding(declared(bytes), new byte[0]);
    }

    /// A declaration of UTF-16 or UTF-32 in a file of single bytes is a lie some exporters tell; such files are
    /// UTF-8.
    private static Charset declared(byte[] bytes) throws DocumentException {
        int length = Math.min(bytes.length, DECLARATION_LENGTH);
        Matcher matcher = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = matcher.group(1);
        try {
            Charset charset = Charset.forName(name);
            if (!charset.canEncode()) {
                throw new UnsupportedCharsetException(name);
            }
            return WIDE.matcher(charset.name()).matches() ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalArgumentException e) {
            throw new DocumentException(
                    DocumentException.Code.ENCODING,
                    "The file says it is encoded in '" + name + "', which is not known here. Save it as UTF-8.",
                    e);
        }
    }

    /// The encoding of the next version of the file, whose XML declaration may have been edited.
    Encoding declaredIn(String text) throws DocumentException {
        boolean wide = WIDE.matcher(charset.name()).matches();
        return wide || mark.length > 0
                ? this
                : new Encoding(
                        declared(text.substring(0, Math.min(text.length(), DECLARATION_LENGTH))
                                .getBytes(StandardCharsets.ISO_8859_1)),
                        mark);
    }

    String decode(byte[] bytes) throws DocumentException {
        ByteBuffer in = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
            if (!EXACT.contains(charset) && !Arrays.equals(encode(text), bytes)) {
                throw new CharacterCodingException();
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new DocumentException(
                    DocumentException.Code.ENCODING,
                    "The file has bytes near position " + in.position() + " that are not " + charset
                            + " text. Save it again as UTF-8 in the tool it comes from.",
                    e);
        }
    }

    /// Characters that the charset cannot express become character references, which mean the same everywhere
    /// in text and attributes.
    byte[] encode(String text) {
        byte[] body = charset.newEncoder().canEncode(text) ? text.getBytes(charset) : withReferences(text);
        byte[] bytes = Arrays.copyOf(mark, mark.length + body.length);
        System.arraycopy(body, 0, bytes, mark.length, body.length);
        return bytes;
    }

    private byte[] withReferences(String text) {
        var encoder = charset.newEncoder();
        StringBuilder out = new StringBuilder(text.length() + 64);
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            if (encoder.canEncode(CharBuffer.wrap(character))) {
                out.append(character);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString().getBytes(charset);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
