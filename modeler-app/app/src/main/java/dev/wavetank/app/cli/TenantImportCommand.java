package dev.wavetank.app.cli;

import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.TenantAdmin;
import dev.wavetank.cluster.api.TenantImport;
import dev.wavetank.cluster.api.TenantKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "import",
        description = "Take tenants and their users in from a CSV or JSON file. The same file again changes nothing, so"
                + " an import that was cut off is simply repeated.",
        footer = {
            "",
            "CSV begins with the names of its columns: tenant, and any of name, user, firstName, lastName, email,",
            "groups (apart by ;), instances, jobs, definitions, requestsPerSecond, callsAtATime, eventStreams,",
            "historyDays. JSON is an array of {\"id\", \"name\", \"policy\", \"users\": [{\"id\", \"email\", \"groups\"}]}."
        })
final class TenantImportCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @ParentCommand
    private @Nullable TenantsCommand tenants;

    @Parameters(paramLabel = "FILE", description = "A .csv, .json or .ndjson file.")
    private Path file = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Make a key for each new tenant and add them to this file, which only you can read.")
    private @Nullable Path keys;

    private int failures;
    private int created;
    private int changed;
    private int unchanged;
    private int users;

    @Override
    public Integer call() throws ClusterException {
        TenantsCommand parent = Objects.requireNonNull(tenants);
        Terminal terminal = parent.terminal();
        List<TenantFile.Part> parts = parts();
        parent.run(cluster -> {
            try (ProgressLine progress = new ProgressLine(terminal, InstantSource.system())) {
                for (int i = 0; i < parts.size(); i++) {
                    take(terminal, parts.get(i), cluster.gateway().tenantAdmin());
                    progress.report((i + 1) / (double) parts.size(), created + " tenants created, " + users + " users");
                }
            }
        });
        terminal.out()
                .println("%d tenants created, %d changed, %d unchanged; %d users written; %d failed."
                        .formatted(created, changed, unchanged, users, failures));
        if (failures > SHOWN) terminal.err().println("Only the first " + SHOWN + " failures are shown.");
        return failures == 0 ? ExitCode.OK : ExitCode.BAD_NEWS;
    }

    private List<TenantFile.Part> parts() {
        try {
            return TenantFile.parts(file);
        } catch (IOException unreadable) {
            throw new Problem(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private void take(Terminal terminal, TenantFile.Part part, TenantAdmin admin) throws ClusterException {
        TenantImport outcome = admin.importTenants(part.content(), part.mediaType(), keys != null);
        keep(outcome.newKeys());
        for (TenantImport.Failure failure : outcome.failures()) {
            if (failures++ < SHOWN) {
                terminal.err()
                        .println(
                                file + ":" + part.lineInFile(failure.line()) + ": " + terminal.red(failure.sentence()));
            }
        }
        if (!outcome.stopped().isEmpty()) throw new Problem(outcome.stopped());
        created += outcome.created();
        changed += outcome.changed();
        unchanged += outcome.unchanged();
        users += outcome.users();
    }

    private void keep(List<TenantKey> made) {
        Path target = keys;
        if (target == null || made.isEmpty()) return;
        try {
            if (!Files.exists(target)) createPrivate(target);
            try (BufferedWriter out = Files.newBufferedWriter(target, StandardOpenOption.APPEND)) {
                for (TenantKey key : made) out.write(key.tenant() + "," + key.apiKey() + "\n");
            }
        } catch (IOException full) {
            throw new Problem("The keys cannot be written to " + target + ": " + full.getMessage());
        }
    }

    private static void createPrivate(Path target) throws IOException {
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(target);
        }
    }
}
