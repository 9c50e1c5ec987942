package dev.wavetank.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts stock Flowable REST on a database in memory. Its port is given as `--server.port`; it answers the loopback
/// address only, without authentication.
@SpringBootApplication
public class Peer {
    public static void main(String[] arguments) {
        SpringApplication.run(Peer.class, arguments);
    }
}
