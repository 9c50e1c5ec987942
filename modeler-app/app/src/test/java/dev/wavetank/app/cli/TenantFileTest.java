package dev.wavetank.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantFileTest {
    @TempDir
    Path folder;

    @Test
    void everyPartOfACsvFileBeginsWithTheNamesAndKnowsItsLines() throws Exception {
        StringBuilder csv = new StringBuilder("tenant,name\n");
        for (int tenant = 0; tenant < 1200; tenant++)
            csv.append("t").append(tenant).append(",x\n");

        List<TenantFile.Part> parts =
                TenantFile.parts(Files.writeString(folder.resolve("tenants.csv"), csv.toString()));

        assertThat(parts).hasSize(3).allSatisfy(part -> assertThat(text(part)).startsWith("tenant,name\n"));
        assertThat(text(parts.get(1))).startsWith("tenant,name\nt500,x\n");
        assertThat(parts.get(1).lineInFile(2)).isEqualTo(502);
        assertThat(text(parts.get(2))).endsWith("t1199,x\n");
    }

    @Test
    void recordWithALineBreakIsNotCut() throws Exception {
        StringBuilder csv = new StringBuilder("tenant,name\n");
        for (int tenant = 0; tenant < 600; tenant++)
            csv.append("t").append(tenant).append(",\"two\nlines\"\n");

        List<TenantFile.Part> parts =
                TenantFile.parts(Files.writeString(folder.resolve("tenants.csv"), csv.toString()));

        assertThat(parts).allSatisfy(part -> assertThat(text(part)).endsWith("two\nlines\"\n"));
    }

    @Test
    void jsonIsSentLineByLineAndKnowsWhereItWas() throws Exception {
        Path file =
                Files.writeString(folder.resolve("tenants.json"), "[\n {\n  \"id\": \"a\"\n },\n {\"id\": \"b\"}\n]");

        TenantFile.Part part = TenantFile.parts(file).getFirst();

        assertThat(text(part)).isEqualTo("{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        assertThat(part.lineInFile(2)).isEqualTo(5);
    }

    @Test
    void damagedFileIsTold() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path cut = Files.writeString(folder.resolve("cut.json"), "[{\"id\": ");

        assertThatThrownBy(() -> TenantFile.parts(empty)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TenantFile.parts(cut)).isInstanceOf(IOException.class);
    }

    private static String text(TenantFile.Part part) {
        return new String(part.content(), StandardCharsets.UTF_8);
    }
}
