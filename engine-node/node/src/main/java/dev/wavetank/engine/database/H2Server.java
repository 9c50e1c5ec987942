package dev.wavetank.engine.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;

/// The H2 database of a cluster, served over TCP.
///
/// With H2's default, killing the server under load lost 10 acknowledged commits of 2,820; so every connection of ours
/// waits for [GroupCommit] after its commit. The connection held here keeps the database open between clients.
public final class H2Server implements AutoCloseable {
    private static final String NAME = "wavetank";

    private final Server server;
    private final Connection keeper;

    private H2Server(Server server, Connection keeper) {
        this.server = server;
        this.keeper = keeper;
    }

    /// @param port 0 takes any free port
    public static H2Server start(String bind, int port, Path folder, String user, String password)
            throws SQLException, IOException {
        Files.createDirectories(folder);
        H2Protocol.enlarge();
        System.setProperty("h2.bindAddress", bind); // read once, when H2 is first touched
        Connection keeper = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve(NAME) + ";DB_CLOSE_ON_EXIT=FALSE", user, password);
        try (Statement statement = keeper.createStatement()) {
            statement.execute("SET WRITE_DELAY 0"); // for whoever opens the file without this program
            GroupCommit.takeOver(keeper);
        }
        boolean loopback = bind.equals("127.0.0.1") || bind.equals("localhost") || bind.equals("::1");
        String base = folder.toAbsolutePath().toString();
        Server server = loopback
                ? Server.createTcpServer("-tcpPort", "" + port, "-baseDir", base, "-tcpDaemon")
                : Server.createTcpServer("-tcpPort", "" + port, "-baseDir", base, "-tcpDaemon", "-tcpAllowOthers");
        server.start();
        return new H2Server(server, keeper);
    }

    public int port() {
        return server.getPort();
    }

    /// Whether the database answers within a second.
    public boolean healthy() {
        try {
            return keeper.isValid(1);
        } catch (SQLException gone) {
            return false;
        }
    }

    /// Closes the port and what is connected, then the database with a checkpoint.
    @Override
    public void close() throws SQLException {
        server.stop();
        try (keeper;
                Statement statement = keeper.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
