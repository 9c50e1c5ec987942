package dev.wavetank.engine.web;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Refuses a body beyond the limit with 413, after reading the rest of it up to a second limit.
///
/// A server that answers and closes while the client still sends makes the client's system throw the answer away: the
/// caller would see a broken connection instead of the sentence (RFC 9112 section 9.6).
final class BodyLimit implements Filter {
    private static final int DRAINED = 4;

    private final long limit;

    /// @param limit bytes
    BodyLimit(long limit) {
        this.limit = limit;
    }

    /// Where the server may cut the connection: nobody is owed the reading of more, in bytes.
    long cut() {
        return DRAINED * limit;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (request.headers().contentLength().orElse(0) > limit) {
            drain(request.content().inputStream());
            throw refusal();
        }
        request.streamFilter(Counted::new);
        chain.proceed();
    }

    private void drain(InputStream rest) {
        try (rest) {
            rest.skipNBytes(cut());
        } catch (IOException ended) {
            // The body has ended, or the client has gone: both are what was wanted.
        }
    }

    private ProblemException refusal() {
        return ProblemException.of(
                413, "too-large", "Content Too Large", "A body may have " + (limit >> 20) + " MiB at most.");
    }

    /// A body whose length nobody said beforehand.
    private final class Counted extends FilterInputStream {
        private long seen;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            seen += read;
            if (seen <= limit) return;
            drain(in);
            throw refusal();
        }
    }
}
