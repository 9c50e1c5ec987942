package dev.wavetank.engine.egress;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// One request and its answer over a connection of their own, HTTP/1.1 (RFC 9112).
///
/// No client library at hand lets a caller say which address a name means and leaves the address of the request as
/// it was written: that is all this does more than they do.
final class Exchange {
    /// An answer becomes a variable of the process.
    static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_OF_HEAD = 64 * 1024;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)(?: (.*))?");

    private final InputStream in;
    private int headLeft = MOST_OF_HEAD;

    private Exchange(InputStream in) {
        this.in = in;
    }

    static OutsideAnswer make(OutsideCall call, Target target) throws IOException {
        URI uri = target.uri();
        boolean secure = uri.getScheme().equals("https");
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        try (Socket plain = new Socket(Proxy.NO_PROXY)) {
            plain.connect(new InetSocketAddress(target.address(), port), (int) CONNECT.toMillis());
            plain.setSoTimeout((int) call.deadline().toMillis());
            try (Socket socket = secure ? secured(plain, uri.getHost(), port) : plain) {
                send(call, uri, new BufferedOutputStream(socket.getOutputStream()));
                return new Exchange(new BufferedInputStream(socket.getInputStream())).answer();
            }
        }
    }

    /// The certificate must be the named host's, wherever its name leads.
    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) certificates().getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static SSLContext certificates() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException damaged) {
            throw new IOException("This node knows no certificates", damaged);
        }
    }

    /// The call's headers were checked: none has a line break, none is the connection's.
    private static void send(OutsideCall call, URI uri, OutputStream out) throws IOException {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        StringBuilder head = new StringBuilder(call.method() + " " + ascii(uri.getRawPath() + query) + " HTTP/1.1\r\n")
                .append("Host: ")
                .append(uri.getRawAuthority())
                .append("\r\nConnection: close\r\n");
        call.headers()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n")));
        byte[] body = call.body().orElse(new byte[0]);
        if (body.length > 0 || !call.method().equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static String ascii(String pathAndQuery) {
        return URI.create(pathAndQuery).toASCIIString();
    }

    private OutsideAnswer answer() throws IOException {
        while (true) {
            Matcher status = STATUS.matcher(line());
            if (!status.matches()) throw new IOException("It does not speak HTTP/1.1");
            int code = Integer.parseInt(status.group(1));
            Map<String, List<String>> headers = headers();
            if (code >= 200) {
                String reason = status.group(2) == null ? "" : status.group(2).strip();
                return new OutsideAnswer(code, reason, headers, body(code, headers));
            }
            if (code == 101) throw new IOException("It switches to another protocol");
        }
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.charAt(0) <= ' ') throw new IOException("It answered with a malformed header");
            headers.computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(int status, Map<String, List<String>> headers) throws IOException {
        if (status == 204 || status == 304) return new byte[0];
        if (headers.containsKey("Transfer-Encoding")) {
            if (!headers.get("Transfer-Encoding").equals(List.of("chunked"))) {
                throw new IOException("It answered in an encoding that was not asked for");
            }
            return chunks();
        }
        if (!headers.containsKey("Content-Length")) return bounded(in.readNBytes(MOST_BYTES + 1));
        long length = number(headers.get("Content-Length").getFirst(), 10);
        byte[] body = in.readNBytes((int) Math.min(length, MOST_BYTES + 1));
        if (body.length < length && body.length <= MOST_BYTES) throw new EOFException("Its answer broke off");
        return bounded(body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            headLeft = MOST_OF_HEAD;
            long size = number(line().replaceFirst(";.*", "").strip(), 16);
            if (size == 0) return body.toByteArray();
            byte[] chunk = in.readNBytes((int) Math.min(size, MOST_BYTES + 1 - body.size()));
            body.writeBytes(chunk);
            bounded(body.size());
            if (chunk.length < size || !line().isEmpty()) throw new EOFException("Its answer broke off");
        }
    }

    private static byte[] bounded(byte[] body) throws IOException {
        bounded(body.length);
        return body;
    }

    private static void bounded(int size) throws IOException {
        if (size > MOST_BYTES) throw new IOException("It answered with more than " + MOST_BYTES / 1024 / 1024 + " MiB");
    }

    private static long number(String text, int radix) throws IOException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) return number;
        } catch (NumberFormatException malformed) {
            // told below
        }
        throw new IOException("It answered with a malformed length");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) throw new EOFException("It closed the connection");
            if (--headLeft < 0 || line.size() > LONGEST_LINE) throw new IOException("Its answer's head is too long");
            line.write(one);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
