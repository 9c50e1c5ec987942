package dev.wavetank.peer.camunda;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts stock Camunda 7 REST. Its port is given as `--server.port`; it answers the loopback address only, without
/// authentication.
@SpringBootApplication
public class CamundaPeer {
    public static void main(String[] arguments) {
        SpringApplication.run(CamundaPeer.class, arguments);
    }
}
