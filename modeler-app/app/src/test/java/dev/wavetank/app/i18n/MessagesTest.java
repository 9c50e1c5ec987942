package dev.wavetank.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.validation.ValidationProfile;
import dev.wavetank.core.validation.Validator;
import dev.wavetank.templates.Templates;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /// What reads the same in both: names and formats.
    private static final Set<String> ALIKE = Set.of("XML", "Wavetank", "{0} - Wavetank", "Enter", "ID");
    /// What the schema's parser says that nobody has put into words of our own yet.
    private static final String PARSERS_WORDS = "schema/violation";

    private static final Path ROOT = Path.of(System.getProperty("wavetank.root", "."));

    private final Messages english = new Messages(Locale.ENGLISH);
    private final Messages chinese = new Messages(Locale.SIMPLIFIED_CHINESE);

    @Test
    void bothBundlesHaveTheSameKeys() throws IOException {
        assertThat(keys("messages_zh.properties")).containsExactlyInAnyOrderElementsOf(keys("messages.properties"));
    }

    @Test
    void bothBundlesFillInTheSameThings() throws IOException {
        Properties en = bundle("messages.properties");
        Properties zh = bundle("messages_zh.properties");

        assertThat(en.stringPropertyNames())
                .allSatisfy(key -> assertThat(gaps(zh.getProperty(key))).as(key).isEqualTo(gaps(en.getProperty(key))));
    }

    @Test
    void everyTextIsAFormatThatCanBeFilled() throws IOException {
        for (String name : List.of("messages.properties", "messages_zh.properties")) {
            Properties bundle = bundle(name);
            for (String key : bundle.stringPropertyNames()) {
                String text = new MessageFormat(bundle.getProperty(key), Locale.ENGLISH)
                        .format(IntStream.range(2, 12).boxed().toArray());

                assertThat(text).as(name + " " + key).doesNotContain("{");
            }
        }
    }

    @Test
    void theChineseBundleIsChinese() throws IOException {
        Properties zh = bundle("messages_zh.properties");

        assertThat(zh.stringPropertyNames().stream()
                        .filter(key -> !key.matches("keys\\.canvasKey\\..*"))
                        .map(zh::getProperty)
                        .filter(text ->
                                !text.replaceAll("\\{[^}]*}|[\\W\\d_]", "").isEmpty())
                        .filter(text -> !CHINESE.matcher(text).find()))
                .allMatch(text -> ALIKE.contains(text) || text.startsWith("CPU"));
    }

    @Test
    void whoeverReadsNeitherReadsEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);

            assertThat(new Messages(Locale.ENGLISH).text("command.file-save")).isEqualTo("Save");
            assertThat(new Messages(Locale.FRENCH).text("command.file-save")).isEqualTo("Save");
            assertThat(new Messages(Locale.forLanguageTag("zh-Hans-CN")).text("command.file-save"))
                    .isEqualTo("保存");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyKindOfElementHasAName() {
        assertThat(Arrays.stream(BpmnType.values()).filter(type -> type != BpmnType.UNKNOWN))
                .allSatisfy(type -> {
                    assertThat(english.has("element." + type.localName())).isTrue();
                    assertThat(chinese.kind(type.localName())).containsPattern(CHINESE);
                });
    }

    @Test
    void sentencesOfTheRulesNameTheElementInChinese() {
        assertThat(chinese.sentence("User task \"Check\" has no end event. Add one that names the result."))
                .isEqualTo("用户任务“Check”没有结束事件。请添加一个，以说明结果。");
        assertThat(chinese.sentence("Sequence flow 'f' has no name. Name the answer that leads this way."))
                .isEqualTo("顺序流“f”没有名称。请写出通向此路径的答案。");
        assertThat(chinese.sentence("The userTask (t) refers by messageRef to 'm', which is not in the file."))
                .isEqualTo("用户任务（t）通过 messageRef 引用“m”，但文件中没有它。");
        assertThat(chinese.sentence("Nobody translated this.")).isEqualTo("Nobody translated this.");
    }

    @Test
    void englishIsSaidAsItIs() {
        String sentence = "User task \"Check\" has no end event. Add one that names the result.";

        assertThat(english.sentence(sentence)).isEqualTo(sentence);
    }

    @Test
    void whateverIsForbiddenIsSaidInChinese() throws IOException {
        Pattern refusal = Pattern.compile("Forbidden\\(\\s*\"([^\"]*)\"\\s*\\)");
        List<String> reasons;
        try (Stream<Path> files = Files.walk(ROOT.resolve("modeler-app/core/src/main/java"))) {
            reasons = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> refusal.matcher(text(file)).results().map(found -> found.group(1)))
                    .distinct()
                    .toList();
        }

        assertThat(reasons).hasSizeGreaterThan(40).allMatch(chinese::canSay);
    }

    @Test
    void whatIsFoundInRealFilesIsSaidInChinese() throws IOException {
        List<Path> corpus;
        try (Stream<Path> files = Files.walk(ROOT.resolve("modeler-app/core/src/test/resources"))) {
            corpus = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .filter(file -> file.toFile().length() < 10_000)
                    .sorted()
                    .toList();
        }
        Set<String> unsaid = new TreeSet<>();
        Set<String> codes = new TreeSet<>();
        for (Path file : corpus) {
            for (Finding finding : findings(file)) {
                codes.add(finding.code());
                if (!PARSERS_WORDS.equals(finding.code()) && !chinese.canSay(finding.message())) {
                    unsaid.add(finding.code() + ": " + finding.message());
                }
            }
        }

        assertThat(unsaid).isEmpty();
        assertThat(codes).hasSizeGreaterThan(25);
    }

    @Test
    void templatesAreOfferedInChinese() {
        assertThat(Templates.processes()).allSatisfy(template -> {
            assertThat(chinese.canSay(template.title())).isTrue();
            assertThat(chinese.canSay(template.description())).isTrue();
        });
    }

    private static List<Finding> findings(Path file) {
        try {
            Diagram diagram = Diagram.read(file);
            return Stream.concat(
                            diagram.findings().stream(),
                            new Validator().validate(diagram, ValidationProfile.ALL, () -> false).stream())
                    .toList();
        } catch (dev.wavetank.core.xml.DocumentException refused) {
            return List.of();
        }
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(gap -> gap.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> keys(String name) throws IOException {
        try (var in = Objects.requireNonNull(Messages.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
        }
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (var in = Objects.requireNonNull(Messages.class.getResourceAsStream(name))) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return bundle;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
