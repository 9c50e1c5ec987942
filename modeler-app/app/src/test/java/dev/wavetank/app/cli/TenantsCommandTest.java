package dev.wavetank.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.fake.FakeLauncher;
import dev.wavetank.cluster.api.ClusterInfo;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.Tenant;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TenantsCommandTest {
    @TempDir
    Path folder;

    private final FakeLauncher launcher = new FakeLauncher();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void cluster() {
        launcher.present.add(
                new ClusterInfo("tank-1", ClusterSpec.DEFAULT, RuntimeKind.DOCKER, Instant.EPOCH, false, false));
    }

    @Test
    void tenantsAreListedInColumnsAndWhatIsNotShownIsSaid() {
        launcher.tenantAdmin.tenants.add(new Tenant("acme", "ACME Ltd", "ACTIVE", Instant.EPOCH));
        launcher.tenantAdmin.tenants.add(new Tenant("acme-2", "acme-2", "SUSPENDED", Instant.EPOCH));
        launcher.tenantAdmin.tenants.add(new Tenant("rival", "rival", "ACTIVE", Instant.EPOCH));

        assertThat(run("list", "--search", "acme")).isZero();
        assertThat(out.toString())
                .startsWith("TENANT  STATE")
                .contains("acme    active", "ACME Ltd", "acme-2  suspended");
        assertThat(out.toString()).doesNotContain("rival", " of ");

        assertThat(run("list", "--limit", "1")).isZero();
        assertThat(out.toString()).contains("1 of 3; see more with --limit");
    }

    @Test
    void runningInstancesEndOnlyWhenThatIsSaid() {
        assertThat(run("delete", "acme")).isZero();
        assertThat(run("delete", "rival", "--terminate")).isZero();

        assertThat(launcher.tenantAdmin.told).containsExactly("delete acme", "delete rival with its instances");
        assertThat(out.toString()).contains("acme  deleted", "rival  is being deleted");
    }

    @Test
    void importNamesTheLinesAtFaultAndKeepsTheKeysForTheirOwner() throws Exception {
        StringBuilder csv = new StringBuilder("tenant\n");
        for (int tenant = 0; tenant < 1001; tenant++)
            csv.append(tenant == 700 ? "bad" : "t" + tenant).append('\n');
        Path file = Files.writeString(folder.resolve("tenants.csv"), csv);
        Path keys = folder.resolve("keys.csv");

        assertThat(run("import", file.toString(), "--keys", keys.toString())).isOne();

        assertThat(out.toString())
                .isEqualTo("1000 tenants created, 0 changed, 0 unchanged; 1000 users written; 1 failed.\n");
        assertThat(err.toString()).contains("tenants.csv:702: It is bad.", " 33 %  500 tenants created");
        assertThat(Files.readAllLines(keys)).hasSize(1000).contains("t1000,wt_t1000");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
    }

    @Test
    void keysAreListedAddedRotatedAndRevoked() {
        assertThat(run("keys", "acme")).isZero();
        assertThat(out.toString()).contains("0123456789abcdef", "the shop");
        assertThat(run("keys", "acme", "--add", "store")).isZero();
        assertThat(out.toString()).contains("wt_store");
        assertThat(run("keys", "acme", "--rotate", "0123456789abcdef", "--overlap", "5"))
                .isZero();
        assertThat(run("keys", "acme", "--revoke", "0123456789abcdef")).isZero();

        assertThat(launcher.tenantAdmin.told)
                .containsExactly("rotate 0123456789abcdef within PT5M", "revoke 0123456789abcdef");
    }

    private int run(String... words) {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false);
        return new CommandLine(new TenantsCommand(terminal, new ClusterAccess(() -> launcher))).execute(words);
    }
}
