package dev.wavetank.gateway.testing;

import dev.wavetank.engine.api.NodeRole;
import dev.wavetank.engine.membership.DatabaseLease;
import dev.wavetank.engine.membership.DirectConnections;
import dev.wavetank.engine.membership.LeaseTerms;
import dev.wavetank.engine.membership.NodeIdentity;
import dev.wavetank.engine.membership.NodeLoad;
import dev.wavetank.engine.testing.SilentListener;
import dev.wavetank.engine.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/// Stands where an engine would: a real lease and a real socket, on which it answers as the test says, or
/// breaks off.
public final class FakeEngine implements AutoCloseable {
    /// A request as it came over the wire.
    public record Received(String line, List<String> headers, String body) {
        public List<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .toList();
        }
    }

    /// What the engine does with a request.
    public enum Manner {
        ANSWERS,
        /// Says 503: it has done nothing.
        REFUSES,
        /// Reads the request and closes the connection.
        BREAKS_OFF,
        /// Reads the request and is silent.
        HANGS,
        /// Begins a large answer and is silent.
        STALLS,
        /// Answers when [#permits] has one.
        WAITS
    }

    public final String name;
    public final List<Received> received = new CopyOnWriteArrayList<>();
    public volatile Manner manner = Manner.ANSWERS;
    public volatile String body;
    public final Semaphore permits = new Semaphore(0);
    private volatile boolean crashed;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    /// Kept, because a socket that nobody refers to is closed when memory is swept.
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
    private final Set<Socket> streams = ConcurrentHashMap.newKeySet();
    private final DatabaseLease lease;

    public FakeEngine(TestDatabase database, String name) throws Exception {
        this.name = name;
        this.body = "{\"by\":\"" + name + "\"}";
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        NodeIdentity identity = new NodeIdentity(
                name, NodeRole.ENGINE, URI.create("http://127.0.0.1:" + server.getLocalPort()), "test");
        this.lease = new DatabaseLease(
                identity,
                LeaseTerms.DEFAULT,
                database.dialect(),
                new DirectConnections(database.settings(), identity),
                () -> new NodeLoad(0, 1));
        Thread.ofVirtual().start(this::accept);
        lease.join(new SilentListener());
        lease.serve();
    }

    public long epoch() {
        return lease.epoch();
    }

    /// Sends an event to all who read `/events`.
    public void tell(String json) throws IOException {
        for (Socket stream : streams) {
            chunk(stream.getOutputStream(), "data: " + json + "\n\n");
        }
    }

    public boolean hasReaders() {
        return !streams.isEmpty();
    }

    /// The socket is gone, the lease is not: as after a kill.
    public void crash() throws IOException {
        crashed = true;
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        for (Socket socket : silent) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        lease.leave(Duration.ofSeconds(5));
        crash();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                if (crashed) {
                    socket.close();
                }
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            while (!socket.isClosed()) {
                Received request = read(socket.getInputStream());
                if (request == null || crashed) {
                    break;
                }
                if (request.line().startsWith("GET /events ")) {
                    OutputStream out = socket.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
                    chunk(out, ": events\n\n");
                    streams.add(socket);
                    return;
                }
                received.add(request);
                switch (manner) {
                    case ANSWERS -> answer(socket.getOutputStream(), "200 OK", body);
                    case REFUSES -> answer(socket.getOutputStream(), "503 Service Unavailable", "{}");
                    case BREAKS_OFF -> socket.close();
                    case HANGS -> {
                        silent.add(socket);
                        return;
                    }
                    case STALLS -> {
                        OutputStream out = socket.getOutputStream();
                        out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                        out.write(new byte[200_000]);
                        out.flush();
                        silent.add(socket);
                        return;
                    }
                    case WAITS -> {
                        permits.acquireUninterruptibly();
                        answer(socket.getOutputStream(), "200 OK", "{}");
                    }
                }
            }
            socket.close();
        } catch (IOException gone) {
            // the caller left
        } finally {
            sockets.remove(socket);
        }
    }

    private static void answer(OutputStream out, String status, String body) throws IOException {
        out.write(("HTTP/1.1 " + status
                        + "\r\nContent-Type: application/json\r\nX-Wavetank-Node: liar\r\nSet-Cookie: a=b\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static Received read(InputStream in) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        Received head = new Received(line, List.copyOf(headers), "");
        if (!head.header("Content-Length").isEmpty()) {
            byte[] body =
                    in.readNBytes(Integer.parseInt(head.header("Content-Length").getFirst()));
            return new Received(line, head.headers(), new String(body, StandardCharsets.UTF_8));
        }
        return head;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
