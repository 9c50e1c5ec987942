package dev.wavetank.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// One client's kept connection, in as little code as HTTP/1.1 allows: the load shares the machine with the servers,
/// so what it costs itself blurs every comparison.
final class Wire implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 120_000;

    private final InetSocketAddress address;
    private final String prefix;
    private final String headers;
    private Connection connection;

    private record Connection(Socket socket, InputStream in, OutputStream out) {
        static Connection to(InetSocketAddress address) throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(DEADLINE_MILLIS);
            socket.connect(address);
            return new Connection(
                    socket, new BufferedInputStream(socket.getInputStream(), 16 * 1024), socket.getOutputStream());
        }
    }

    /// An answer; its body is whole.
    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// @param base the address that every path is appended to
    Wire(URI base, Map<String, String> headers) {
        address = new InetSocketAddress(base.getHost(), base.getPort());
        try {
            connection = Connection.to(address);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
        prefix = base.getPath();
        StringBuilder fixed =
                new StringBuilder("Host: ").append(base.getAuthority()).append("\r\nAccept: application/json\r\n");
        headers.forEach(
                (name, value) -> fixed.append(name).append(": ").append(value).append("\r\n"));
        this.headers = fixed.toString();
    }

    Answer get(String path) {
        return call("GET", path, "", new byte[0]);
    }

    Answer post(String path, String json) {
        return call("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /// @param type of the body; empty for none
    Answer call(String method, String path, String type, byte[] body) {
        return call(method, path, type, body, "");
    }

    /// @param more header lines of this call alone, each with its end
    Answer call(String method, String path, String type, byte[] body, String more) {
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(prefix)
                .append(path)
                .append(" HTTP/1.1\r\n")
                .append(headers)
                .append(more);
        if (!type.isEmpty()) {
            head.append("Content-Type: ").append(type).append("\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        try {
            connection.out().write(whole);
            return read();
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        }
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Integer.parseInt(lower.substring(15).strip());
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            last |= lower.startsWith("connection:") && lower.contains("close");
        }
        Answer answer = new Answer(status, chunked ? chunks() : connection.in().readNBytes(length));
        if (last) {
            // Tomcat ends a connection after a hundred requests.
            connection.socket().close();
            connection = Connection.to(address);
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        byte[] body = new byte[0];
        for (int size = size(); ; size = size()) {
            byte[] chunk = connection.in().readNBytes(size);
            line();
            if (size == 0) return body;
            int before = body.length;
            body = Arrays.copyOf(body, before + size);
            System.arraycopy(chunk, 0, body, before, size);
        }
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        InputStream in = connection.in();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("The server closed the connection.");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            connection.socket().close();
        } catch (IOException gone) {
            // nothing is owed to a closed connection
        }
    }
}
