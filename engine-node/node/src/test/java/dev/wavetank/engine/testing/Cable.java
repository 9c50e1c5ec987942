package dev.wavetank.engine.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A line to a server on this machine that can be cut. A cut line carries nothing and closes nothing, as a pulled
/// cable does: open connections hang, new ones are taken and then hang. When it is mended, what was held arrives.
public final class Cable implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private volatile int target;
    private boolean cut;

    public Cable() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("cable-" + server.getLocalPort()).start(this::accept);
    }

    /// Where clients connect.
    public int port() {
        return server.getLocalPort();
    }

    /// @param port where the server listens
    public Cable to(int port) {
        target = port;
        return this;
    }

    public void cut() {
        set(true);
    }

    public void mend() {
        set(false);
    }

    private void set(boolean now) {
        lock.lock();
        try {
            cut = now;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private void connect(Socket client) {
        try {
            whole();
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(upstream);
            Thread.ofVirtual().start(() -> carry(upstream, client));
            carry(client, upstream);
        } catch (IOException | InterruptedException refused) {
            hangUp(client);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                whole();
                out.write(buffer, 0, read);
                out.flush();
            }
            whole();
        } catch (IOException | InterruptedException broken) {
            // both ends learn of it below
        } finally {
            hangUp(from);
            hangUp(to);
        }
    }

    /// Waits until the line is whole.
    private void whole() throws InterruptedException {
        lock.lock();
        try {
            while (cut) mended.await();
        } finally {
            lock.unlock();
        }
    }

    private void hangUp(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // it is
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        sockets.forEach(this::hangUp);
        mend();
    }
}
