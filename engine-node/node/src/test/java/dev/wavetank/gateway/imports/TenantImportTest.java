package dev.wavetank.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.engine.database.Dialect;
import dev.wavetank.engine.testing.TestDatabase;
import dev.wavetank.engine.web.ProblemException;
import dev.wavetank.gateway.tenant.KeyTable;
import dev.wavetank.gateway.tenant.TenantDirectory;
import dev.wavetank.gateway.tenant.TenantTable;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantImportTest {
    private static final int MANY = 10_000;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tenThousandTenantsWithUsersComeInWithinAMinuteAndASecondTimeChangeNothing(Dialect dialect) throws Exception {
        StringBuilder csv = new StringBuilder("tenant,name,user,firstName,lastName,email,groups,instances\n");
        for (int tenant = 0; tenant < MANY; tenant++) {
            csv.append("t-%05d,Tenant %d,kim,Kim,Lee,kim@example.com,clerks;bosses,100%n".formatted(tenant, tenant));
        }
        try (TestDatabase database = TestDatabase.open(dialect)) {
            long started = System.nanoTime();
            Outcome first = run(database, true, new CsvRows(new StringReader(csv.toString())));
            Duration took = Duration.ofNanos(System.nanoTime() - started);

            assertThat(first.failures).isEmpty();
            assertThat(first.created).isEqualTo(MANY);
            assertThat(first.users).isEqualTo(MANY);
            assertThat(first.keys).hasSize(MANY);
            assertThat(took).isLessThan(Duration.ofMinutes(1));
            System.out.println(
                    "10,000 tenants with a user, two groups and a key on " + dialect + ": " + took.toMillis() + " ms");

            Outcome second = run(database, true, new CsvRows(new StringReader(csv.toString())));
            assertThat(second.unchanged).isEqualTo(MANY);
            assertThat(second.keys).isEmpty();
            assertThat(database.number("select count(*) from WT_TENANT where MAX_INSTANCES = 100"))
                    .isEqualTo(MANY);
            assertThat(database.number("select count(*) from WT_USER where LAST_NAME = 'Lee'"))
                    .isEqualTo(MANY);
            assertThat(database.number("select count(*) from WT_MEMBERSHIP")).isEqualTo(2 * MANY);
            assertThat(database.number("select count(*) from WT_API_KEY")).isEqualTo(MANY);
        }
    }

    @Test
    void recordsAtFaultAreNamedByTheirLineAndTheOthersComeIn() throws Exception {
        String csv = """
                tenant,name,user,instances
                good,"Good, ""quoted""
                name",kim,5
                bad id,x,,
                worse,x,,many
                shared,x,,
                short,x
                last,x,,0
                """;
        try (TestDatabase database = TestDatabase.h2()) {
            Outcome outcome = run(database, false, new CsvRows(new StringReader(csv)));

            assertThat(outcome.failures.stream().map(Outcome.Failure::line)).containsExactly(4, 5, 6, 7);
            assertThat(outcome.failures.get(1).sentence()).isEqualTo("instances must be a whole number, not 'many'.");
            assertThat(outcome.created).isEqualTo(2);
            assertThat(outcome.rows).isEqualTo(6);
            assertThat(database.strings("select NAME from WT_TENANT order by ID"))
                    .containsExactly("Good, \"quoted\"\nname", "x");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void jsonBringsPoliciesAndUsersAndChangesWhatIsThere(Dialect dialect) throws Exception {
        String before = """
                [{"id": "acme", "users": [{"id": "kim", "email": "old@example.com"}]}]""";
        String after = """
                {"id": "acme", "name": "ACME", "policy": {"jobs": 7},
                 "users": [{"id": "kim", "email": "new@example.com", "groups": ["clerks"]}]}
                {"id": "rival", "policy": {"job": 7}}
                {"id": "third"}
                """;
        try (TestDatabase database = TestDatabase.open(dialect)) {
            run(database, false, new JsonRows(new StringReader(before)));
            Outcome outcome = run(database, false, new JsonRows(new StringReader(after)));

            assertThat(outcome.changed).isEqualTo(1);
            assertThat(outcome.created).isEqualTo(1);
            assertThat(outcome.failures.stream().map(Outcome.Failure::line)).containsExactly(3);
            assertThat(database.strings("select NAME from WT_TENANT where MAX_JOBS = 7"))
                    .containsExactly("ACME");
            assertThat(database.strings("select EMAIL from WT_USER")).containsExactly("new@example.com");
            assertThat(database.strings("select GROUP_ID from WT_MEMBERSHIP where USER_ID = 'kim'"))
                    .containsExactly("clerks");
        }
    }

    @Test
    void fileThatBreaksOffKeepsWhatCameBefore() throws Exception {
        try (TestDatabase database = TestDatabase.h2()) {
            Outcome outcome = run(database, false, new JsonRows(new StringReader("[{\"id\": \"acme\"}, {\"id\": ")));

            assertThat(outcome.created).isEqualTo(1);
            assertThat(outcome.stopped).startsWith("The rest of the file cannot be read");
            assertThat(database.strings("select ID from WT_TENANT")).containsExactly("acme");
        }
    }

    @Test
    void csvWithoutItsNamesIsRefused() {
        for (String csv : new String[] {"", "id,name\n", "tenant,colour\n"}) {
            assertThatThrownBy(() -> new CsvRows(new StringReader(csv))).as(csv).isInstanceOf(ProblemException.class);
        }
    }

    private static Outcome run(TestDatabase database, boolean withKeys, Rows rows) throws IOException {
        Dialect dialect = database.dialect();
        TenantDirectory directory = new TenantDirectory(database.dataSource(), dialect);
        KeyTable keys = new KeyTable(database.dataSource(), dialect, directory);
        TenantTable tenants = new TenantTable(database.dataSource(), dialect, directory, keys);
        return new TenantImport(tenants, keys, new UserTables(dialect), withKeys).run(rows);
    }
}
