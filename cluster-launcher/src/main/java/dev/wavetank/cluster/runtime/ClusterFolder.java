package dev.wavetank.cluster.runtime;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.plan.ClusterPlan;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One cluster's folder, readable by its owner alone: `cluster.json`, `secrets/`, `logs/`, `run/`, `data/`.
public final class ClusterFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterFolder.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /// Names of the gateways' certificate and its key among the secrets.
    public static final String CERTIFICATE = "tls.crt";

    public static final String TLS_KEY = "tls.key";

    private final Path path;
    private volatile ClusterRecord record;

    private ClusterFolder(Path path, ClusterRecord record) {
        this.path = path;
        this.record = record;
    }

    /// Makes the folder of a new cluster with fresh secrets.
    public static ClusterFolder create(Path parent, ClusterRecord record) throws ClusterException {
        Path path = parent.resolve(record.plan().id());
        try {
            OwnerOnly.createFolders(parent);
            OwnerOnly.createFolder(path);
            ClusterFolder folder = new ClusterFolder(path, record);
            folder.save();
            for (String sub : new String[] {"secrets", "logs", "run", "data"}) {
                OwnerOnly.createFolder(path.resolve(sub));
            }
            OwnerOnly.write(folder.secretFile("cluster"), randomSecret());
            OwnerOnly.write(folder.secretFile("admin"), randomSecret());
            OwnerOnly.write(
                    folder.secretFile("database"),
                    record.plan().spec().database().password().orElseGet(ClusterFolder::randomSecret));
            if (record.plan().spec().tls()) folder.makeCertificate();
            return folder;
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
    }

    private void makeCertificate() throws IOException {
        ClusterCertificate.write(
                secretFile(CERTIFICATE),
                secretFile(TLS_KEY),
                id(),
                record.plan().spec().gateways(),
                randomSecret());
    }

    /// @throws IOException if there is no readable record in it
    public static ClusterFolder read(Path path) throws IOException {
        return new ClusterFolder(
                path, JSON.readValue(Files.readString(path.resolve("cluster.json")), ClusterRecord.class));
    }

    public Path path() {
        return path;
    }

    public String id() {
        return record.plan().id();
    }

    public ClusterRecord record() {
        return record;
    }

    public Path secrets() {
        return path.resolve("secrets");
    }

    /// @param name `cluster`, `admin`, `database`, and with TLS [#CERTIFICATE] and [#TLS_KEY]
    public Path secretFile(String name) {
        return secrets().resolve(name);
    }

    /// The certificate of the gateways, if they speak TLS.
    public Optional<Path> certificate() {
        return Optional.of(secretFile(CERTIFICATE))
                .filter(file -> record.plan().spec().tls());
    }

    public Path log(String node) {
        return path.resolve("logs").resolve(node + ".log");
    }

    public Path run(String node) {
        return path.resolve("run").resolve(node + ".pid");
    }

    public Path data() {
        return path.resolve("data");
    }

    /// Writes down that the cluster outlives this program.
    public void detach() throws ClusterException {
        write(record.asDetached());
    }

    /// Writes down that the cluster has other nodes now.
    public void replan(ClusterPlan plan) throws ClusterException {
        write(record.with(plan));
    }

    /// The plan as it is written down now: another program may have scaled the cluster. What cannot be read leaves
    /// the plan that is known.
    public ClusterPlan plan() {
        try {
            record = read(path).record();
        } catch (IOException unreadable) {
            LOG.debug("The record in {} cannot be read", path, unreadable);
        }
        return record.plan();
    }

    private void write(ClusterRecord changed) throws ClusterException {
        record = changed;
        try {
            save();
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
    }

    /// Removes the folder with all that is in it.
    public void delete() throws IOException {
        OwnerOnly.deleteTree(path);
    }

    /// Removes a folder that never got its record.
    public static void deleteTree(Path folder) throws IOException {
        OwnerOnly.deleteTree(folder);
    }

    private void save() throws IOException {
        Path fresh = path.resolve("cluster.json.new");
        OwnerOnly.write(fresh, JSON.writeValueAsString(record));
        try {
            Files.move(fresh, path.resolve("cluster.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, path.resolve("cluster.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String randomSecret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ClusterException cannotWrite(Path path, IOException e) {
        return Disk.explain("The cluster's folder " + path + " cannot be written.", path, e);
    }
}
