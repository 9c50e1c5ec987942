package dev.wavetank.gateway.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;

/// One connection to an engine; it carries one call at a time, from a virtual thread that waits for it.
public final class Connection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final String host;
    private final SocketChannel channel;
    private final AnswerReader answers;
    private final OutputStream out;
    private final Consumer<Connection> done;
    private volatile boolean aborted;
    private volatile long lastUsed = System.nanoTime();

    private Connection(String host, SocketChannel channel, Consumer<Connection> done) throws IOException {
        this.host = host;
        this.channel = channel;
        this.answers = new AnswerReader(this, channel.socket().getInputStream());
        this.out = channel.socket().getOutputStream();
        this.done = done;
    }

    /// @param done takes the connection when an answer was read to its end and another call may follow
    static Connection open(URI engine, Consumer<Connection> done) throws IOException {
        InetSocketAddress address = new InetSocketAddress(engine.getHost(), engine.getPort());
        if (address.isUnresolved()) throw new UnknownHostException(engine.getHost());
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, (int) CONNECT.toMillis());
            return new Connection(engine.getAuthority(), channel, done);
        } catch (SocketTimeoutException late) {
            channel.close();
            throw new ConnectException("No connection within " + CONNECT.toMillis() + " ms");
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    /// Sends the request and waits for the head of the answer.
    ///
    /// @throws SocketTimeoutException past the request's deadline
    /// @throws IOException            if the connection broke: it is unknown what the engine did
    public Answer send(Request request) throws IOException {
        try {
            channel.socket().setSoTimeout((int) Math.max(1, request.deadline().toMillis()));
            request.write(host, out);
            return answers.read(request.headOnly());
        } catch (IOException | RuntimeException broken) {
            close();
            throw broken;
        }
    }

    /// Ends the call with an exception; from any thread.
    public void abort() {
        aborted = true;
        close();
    }

    public boolean aborted() {
        return aborted;
    }

    String host() {
        return host;
    }

    boolean idleFor(Duration time) {
        return System.nanoTime() - lastUsed > time.toNanos();
    }

    /// Whether the engine has left an idle connection open and silent: a look that does not wait.
    boolean stillOpen() {
        try {
            channel.configureBlocking(false);
            int read = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return read == 0;
        } catch (IOException broken) {
            return false;
        }
    }

    /// The answer was read to its end.
    void release() {
        lastUsed = System.nanoTime();
        done.accept(this);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
