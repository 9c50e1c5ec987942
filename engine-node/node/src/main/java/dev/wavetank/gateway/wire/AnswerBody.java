package dev.wavetank.gateway.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The body of an answer while it is read.
final class AnswerBody extends InputStream {
    private final Connection connection;
    private final AnswerReader reader;
    private final boolean chunked;
    private final boolean reusable;
    private long left;
    private boolean ended;

    /// @param left     bytes of the body, or of the present chunk; [Long#MAX_VALUE] reads to the connection's end
    /// @param reusable whether another call may follow on the connection
    AnswerBody(Connection connection, AnswerReader reader, long left, boolean chunked, boolean reusable) {
        this.connection = connection;
        this.reader = reader;
        this.left = left;
        this.chunked = chunked;
        this.reusable = reusable;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) return 0;
        if (!ended && left == 0) next();
        if (ended) return -1;
        int read = reader.read(into, from, (int) Math.min(length, left));
        if (read < 0) {
            if (left != Long.MAX_VALUE) throw new EOFException("The answer broke off.");
            end();
            return -1;
        }
        if (left != Long.MAX_VALUE) left -= read;
        if (left == 0) {
            if (chunked) reader.endOfChunk();
            else end();
        }
        return read;
    }

    private void next() throws IOException {
        left = chunked ? reader.chunk() : 0;
        if (left == 0) end();
    }

    private void end() {
        if (ended) return;
        ended = true;
        if (reusable) connection.release();
        else connection.close();
    }

    @Override
    public void close() {
        if (ended) return;
        ended = true;
        connection.close();
    }
}
