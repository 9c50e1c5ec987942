package dev.wavetank.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A stand-in for the node program: the same arguments, environment and health paths, nothing behind them, and
/// ready at once. It knows no class outside `java.base`.
///
/// The cluster's name chooses how it misbehaves: in `dies-…` engines end with code 3 as they start, in `deaf-…`
/// engines are never ready, in `no-schema-…` the schema step fails.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        String role = args[0];
        String cluster = System.getenv("WAVETANK_CLUSTER");
        System.out.println("{\"message\":\"stand-in " + role + " begins\"}");
        requireSecret("WAVETANK_DB_PASSWORD_FILE");
        switch (role) {
            case "train" -> System.exit(0);
            case "migrate" -> {
                System.out.println("schema step of " + cluster);
                System.exit(cluster.startsWith("no-schema") ? 4 : 0);
            }
            case "engine" -> {
                requireSecret("WAVETANK_CLUSTER_SECRET_FILE");
                if (cluster.startsWith("dies")) {
                    System.out.println("the engine finds something terrible");
                    System.exit(3);
                }
            }
            case "gateway" -> requireSecret("WAVETANK_ADMIN_KEY_FILE");
            case "database" -> Files.writeString(Path.of(System.getenv("WAVETANK_DATA"), "stand-in.db"), "data");
            default -> System.exit(2);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("left in good order");
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }));
        serve(role, cluster.startsWith("deaf") && role.equals("engine"));
    }

    private static void requireSecret(String variable) throws IOException {
        String file = System.getenv(variable);
        if (file == null && System.getenv("WAVETANK_CLUSTER") == null) return;
        if (Files.readString(Path.of(file)).isBlank()) throw new IOException(variable + " is empty");
    }

    private static void serve(String role, boolean deaf) throws IOException {
        InetAddress bind = InetAddress.getByName(System.getenv("WAVETANK_BIND"));
        try (ServerSocket server = new ServerSocket(Integer.parseInt(System.getenv("WAVETANK_PORT")), 50, bind)) {
            System.out.println("{\"message\":\"" + role + " ready on " + server.getLocalPort() + "\"}");
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket, deaf));
            }
        }
    }

    private static void answer(Socket socket, boolean deaf) {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            String request = in.readLine();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {}
            String path = request == null ? "" : request.split(" ")[1];
            boolean known = path.startsWith("/health/") || path.equals("/cluster/nodes");
            int status = !known ? 404 : path.equals("/health/ready") && deaf ? 503 : 200;
            String body = path.equals("/cluster/nodes") ? "[]" : "{\"status\":\"" + status + "\"}";
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                            + "\r\nConnection: close\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            // the asker left
        }
    }
}
