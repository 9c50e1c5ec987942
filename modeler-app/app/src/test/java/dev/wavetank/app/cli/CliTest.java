package dev.wavetank.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.templates.Templates;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {
    @TempDir
    Path folder;

    private Path good;
    private Path bad;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws Exception {
        good = Files.write(folder.resolve("good.bpmn"), Templates.ORDER_FULFILMENT.bytes());
        bad = Files.writeString(folder.resolve("bad.bpmn"), """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
                  <process id="p"><startEvent id="s" name="Begun"/><sequenceFlow id="f" sourceRef="s"/></process>
                </definitions>""");
    }

    @Test
    void validateOfAGoodFileSaysSoAndAnswersZero() {
        assertThat(run("validate", good.toString())).isZero();

        assertThat(out.toString()).isEqualTo("""
                %s  nothing to report

                1 file checked: 0 errors, 0 warnings.
                """.formatted(good));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void validateOfABadFileListsTheWorstFirstAndAnswersOne() {
        assertThat(run("validate", bad.toString(), good.toString())).isOne();

        assertThat(out.toString().lines().skip(1).findFirst())
                .contains("  error    f       Sequence flow 'f' has no attribute 'targetRef', which BPMN requires."
                        + "  (schema/missing-attribute)");
        assertThat(out.toString().lines().toList().getLast())
                .isEqualTo("2 files checked: 1 error, 1 warning, 1 remark.");
    }

    @Test
    void validateGoesOnAfterAnUnreadableFileAndAnswersTwo() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.bpmn"), "<definitions");

        assertThat(run(
                        "validate",
                        broken.toString(),
                        folder.resolve("gone.bpmn").toString(),
                        good.toString()))
                .isEqualTo(2);

        assertThat(out.toString())
                .contains("unreadable  There is no such file.")
                .contains("good.bpmn  nothing to report")
                .contains("2 unreadable files");
    }

    @Test
    void validateForProgramsIsJson() throws Exception {
        assertThat(run("validate", "--format", "json", bad.toString())).isOne();

        JsonNode file = new ObjectMapper().readTree(out.toString()).get(0);
        assertThat(file.get("readable").asBoolean()).isTrue();
        assertThat(file.get("findings").findValuesAsText("code")).contains("schema/missing-attribute");
        assertThat(file.get("findings").findValuesAsText("severity")).contains("error", "warning");
    }

    @Test
    void aWarningCountsOnlyWhenStrict() throws Exception {
        String unnamed = new String(Templates.ORDER_FULFILMENT.bytes(), UTF_8).replace("Check credit", "");
        Path file = Files.writeString(folder.resolve("unnamed.bpmn"), unnamed);

        assertThat(run("validate", file.toString())).isZero();
        assertThat(run("validate", "--strict", file.toString())).isOne();
    }

    @Test
    void convertKeepsFoldersAndBytesAndGoesOnAfterABadFile() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("in/deeper"));
        Files.copy(good, inner.resolve("order.bpmn"));
        Files.writeString(inner.resolve("a-broken.bpmn"), "no xml");
        Path copies = folder.resolve("copies");

        assertThat(run("convert", folder.resolve("in").toString(), "-o", copies.toString()))
                .isEqualTo(2);

        assertThat(copies.resolve("deeper/order.bpmn")).hasSameBinaryContentAs(good);
        assertThat(out.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("failed") && line.contains("a-broken.bpmn"))
                .anyMatch(line -> line.startsWith("identical") && line.endsWith("order.bpmn  0 findings"));
    }

    @Test
    void convertDoesNotWriteOverItsOwnInput() throws Exception {
        byte[] before = Files.readAllBytes(good);

        assertThat(run("convert", good.toString(), "-o", folder.toString())).isEqualTo(2);

        assertThat(good).hasBinaryContent(before);
        assertThat(err.toString()).contains("Choose another folder with -o.");
    }

    @Test
    void renderDrawsSvgAndPng() throws Exception {
        Path svg = folder.resolve("order.svg");
        Path pictures = folder.resolve("pictures");

        assertThat(run("render", good.toString(), "-o", svg.toString())).isZero();
        assertThat(run("render", good.toString(), "-o", pictures.toString(), "--format", "png", "--scale", "2"))
                .isZero();

        assertThat(svg).content().contains("<svg").contains("Check credit");
        BufferedImage image = ImageIO.read(pictures.resolve("good.png").toFile());
        assertThat(image.getWidth()).isGreaterThan(2000);
    }

    @Test
    void renderOfADiagramThatIsNotThereSaysHowManyThereAre() {
        String picture = folder.resolve("x.svg").toString();

        assertThat(run("render", good.toString(), "-o", picture, "--diagram", "3"))
                .isEqualTo(2);

        assertThat(err.toString()).contains("has 1 diagram, so there is no diagram 3.");
    }

    @Test
    void renderDoesNotDrawOnePictureOverAnother() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other")).resolve("good.bpmn");
        Files.copy(good, other);
        Path pictures = folder.resolve("pictures");

        assertThat(run("render", good.toString(), other.toString(), "-o", pictures.toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains(other.toString(), "drawn from another file of this name already");
        assertThat(pictures.resolve("good.svg")).exists();
    }

    @ParameterizedTest
    @CsvSource({"--scale, NaN", "--diagram, -1"})
    void renderRefusesNumbersThatMeanNothing(String option, String number) {
        String picture = folder.resolve("x.png").toString();

        assertThat(run("render", good.toString(), "-o", picture, option, number))
                .isEqualTo(2);

        assertThat(err.toString()).contains(option, number);
    }

    @Test
    void templatesAreListedAndCopiedButNeverOverwritten() {
        assertThat(run("templates")).isZero();
        assertThat(out.toString()).contains("order-fulfilment", "three-engines");

        Path project = folder.resolve("project");
        assertThat(run("templates", "small", "leave-request", "-o", project.toString()))
                .isZero();
        assertThat(project.resolve("small.json")).exists();
        assertThat(project.resolve("leave-request.bpmn")).exists();
        assertThat(run("templates", "small", "-o", project.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("exists already");
    }

    @Test
    void aRuleCanBeExplained() {
        assertThat(run("validate", "--explain", "rule/fake-join")).isZero();
        assertThat(out.toString()).startsWith("# No fake join");

        assertThat(run("validate", "--explain", "no-such-rule")).isEqualTo(2);
        assertThat(err.toString()).contains("The rules are: ").contains("fake-join");
    }

    @Test
    void whatIsNotUnderstoodIsSaidInOneSentenceWithTheWayToHelp() {
        assertThat(run("validat")).isEqualTo(2);
        assertThat(err.toString())
                .contains("there is no command or option 'validat'.")
                .contains("wavetank validate");

        assertThat(run("render", good.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Help: wavetank render --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutAClusterEachClusterCommandSaysHowToGetOne() {
        for (String[] words : new String[][] {{"logs", "engine-1"}, {"start", "p"}, {"kill", "engine-1"}, {"down"}}) {
            assertThat(run(words)).as(words[0]).isEqualTo(2);
            assertThat(err.toString()).as(words[0]).contains("Start one with: wavetank up");
            err.getBuffer().setLength(0);
        }
        assertThat(run("status")).isZero();
        assertThat(out.toString()).isEqualTo("No cluster is running. Start one with: wavetank up\n");
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("demo", "validate", "doctor");
        for (String command : new String[] {
            "demo",
            "up",
            "status",
            "deploy",
            "start",
            "logs",
            "kill",
            "tenants",
            "down",
            "validate",
            "convert",
            "render",
            "templates",
            "doctor"
        }) {
            out.getBuffer().setLength(0);
            assertThat(run(command, "--help")).as(command).isZero();
            assertThat(out.toString()).startsWith("Usage: wavetank " + command);
        }
    }

    @Test
    void whatCanBeDoneWithTenantsHasHelpAndNeedsACluster() {
        for (String command : new String[] {"list", "create", "suspend", "resume", "delete", "import", "keys"}) {
            out.getBuffer().setLength(0);
            assertThat(run("tenants", command, "--help")).as(command).isZero();
            assertThat(out.toString()).startsWith("Usage: wavetank tenants " + command);
        }
        for (String[] words : new String[][] {{"tenants"}, {"tenants", "list"}, {"tenants", "keys", "acme"}}) {
            err.getBuffer().setLength(0);
            assertThat(run(words)).isEqualTo(2);
            assertThat(err.toString()).contains("Start one with: wavetank up");
        }
        assertThat(run("tenants", "import", folder.resolve("gone.csv").toString()))
                .isEqualTo(2);
    }

    private int run(String... words) {
        LauncherSettings settings = new LauncherSettings(
                folder.resolve("state"),
                folder.resolve("cache"),
                Optional.empty(),
                Optional.empty(),
                Path.of(System.getProperty("java.home")));
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
        return new Cli(terminal, settings).execute(words);
    }
}
