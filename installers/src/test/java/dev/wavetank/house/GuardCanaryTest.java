package dev.wavetank.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The compiler's guards, with the very arguments of the root pom, reject a small bad file each. A guard that is
/// switched off by mistake is found here.
class GuardCanaryTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NullAway             | String name() { return null; }
            NullAway             | int length(@org.jspecify.annotations.Nullable String s) { return s.length(); }
            ReferenceEquality    | boolean same(java.util.Optional<String> a, java.util.Optional<String> b) { return a == b; }
            MissingOverride      | public String toString() { return "bad"; }
            ReturnValueIgnored   | void trim(String s) { s.trim(); }
            """)
    void aBadFileIsRejected(String check, String member) throws Exception {
        String output = compile(member);

        assertThat(output).contains("error: [" + check + "]");
    }

    @Test
    void aGoodFilePasses() throws Exception {
        assertThat(compile("String name() { return \"good\"; }")).doesNotContain("error:");
    }

    private String compile(String member) throws IOException, InterruptedException {
        Path file = folder.resolve("Canary.java");
        Files.writeString(
                file,
                "package canary;\n@org.jspecify.annotations.NullMarked\nfinal class Canary {\n" + member + "\n}\n");
        String pom = SourceTree.text(SourceTree.root().resolve("pom.xml"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        for (String line : SourceTree.lines(SourceTree.root().resolve(".mvn/jvm.config"))) {
            if (line.startsWith("--add-")) {
                Stream.of(line.split(" "))
                        .map(part -> "-J" + part.replace("exports ", "exports="))
                        .forEach(command::add);
            }
        }
        joinOptionValues(command);
        Matcher plugin =
                Pattern.compile("<arg>(-Xplugin:ErrorProne[^<]*)</arg>").matcher(pom);
        assertThat(plugin.find())
                .as("the root pom passes Error Prone to the compiler")
                .isTrue();
        command.addAll(
                List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-XDaddTypeAnnotationsToSymbol=true"));
        command.addAll(List.of(
                plugin.group(1),
                "-processorpath",
                guardPath(),
                "-cp",
                classPathOf("jspecify"),
                "-d",
                folder.toString()));
        command.add(file.toString());
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = javac.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(javac.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return text;
        }
    }

    /// `--add-exports X` stands as two words in jvm.config; a javac launcher option wants one.
    private static void joinOptionValues(List<String> command) {
        for (int i = command.size() - 1; i > 0; i--) {
            if (command.get(i - 1).matches("-J--add-(exports|opens)")
                    && command.get(i).startsWith("-J")) {
                command.set(i - 1, command.get(i - 1) + "=" + command.remove(i).substring(2));
            }
        }
    }

    private static String guardPath() {
        return classPathOf("");
    }

    private static String classPathOf(String part) {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && entry.contains(part))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
