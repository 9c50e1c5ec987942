package dev.wavetank.gateway.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A request towards an engine, put together line by line. Text that would break a line, or not arrive as it is, is
/// refused with an `IllegalArgumentException`.
public final class Request {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] NOTHING = new byte[0];
    private static final int CHUNK = 16 * 1024;

    private final String target;
    private final StringBuilder headers = new StringBuilder(512);
    private String method = "GET";
    private Duration deadline = PATIENCE;
    private byte[] body = NOTHING;
    private InputStream stream = InputStream.nullInputStream();
    private boolean framed;
    private boolean streams;
    private boolean chunked;

    /// @param target path and query, encoded as they go over the wire
    public Request(String target) {
        this.target = plain(target, ' ');
    }

    public Request method(String name) {
        method = plain(name, ' ');
        return this;
    }

    public Request header(String name, String value) {
        headers.append(plain(name, ' '))
                .append(": ")
                .append(plain(value, '\u001f'))
                .append("\r\n");
        return this;
    }

    /// Until the head of the answer is there.
    public Request within(Duration time) {
        deadline = time;
        return this;
    }

    public Request body(byte[] bytes) {
        body = bytes;
        framed = true;
        return header("Content-Length", Integer.toString(bytes.length));
    }

    /// @param length negative if nobody knows
    public Request body(InputStream bytes, long length) {
        stream = bytes;
        streams = true;
        chunked = length < 0;
        framed = true;
        return chunked ? header("Transfer-Encoding", "chunked") : header("Content-Length", Long.toString(length));
    }

    Duration deadline() {
        return deadline;
    }

    boolean headOnly() {
        return method.equals("HEAD");
    }

    /// Head and short body in one piece, so that they travel in one packet.
    void write(String host, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder(headers.length() + target.length() + 64)
                .append(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n")
                .append(headers);
        if (!framed && !method.equals("GET") && !method.equals("HEAD")) head.append("Content-Length: 0\r\n");
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        out.write(whole);
        if (streams) pass(out);
    }

    private void pass(OutputStream out) throws IOException {
        if (!chunked) {
            stream.transferTo(out);
            return;
        }
        byte[] buffer = new byte[CHUNK];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            if (read == 0) continue;
            out.write((Integer.toHexString(read) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(buffer, 0, read);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /// @param above the highest character that is not allowed, of those below the letters
    private static String plain(String text, char above) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= above && c != '\t' || c > '~' || c == '\t' && above == ' ') {
                throw new IllegalArgumentException("a character that cannot be sent, at " + i);
            }
        }
        return text;
    }
}
