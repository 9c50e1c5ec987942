package dev.wavetank.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Calls to make one after the other, read from a text of this form:
///
/// ```
/// # a note
/// deploy review.bpmn20.xml
/// POST /runtime/process-instances
/// {"processDefinitionKey": "review"}
/// keep instance /id
/// GET /runtime/tasks?processInstanceId={instance}
/// POST /runtime/tasks/{task}/variables
/// form name=photo type=binary file=@hello
/// ```
///
/// A path goes below `/flowable-rest/service`, one that begins with `//` below `/flowable-rest`. The lines below a
/// call are its body. `keep` remembers a value of the last answer under a name, for braces in later lines. `until`
/// below a call repeats it until the pointer has the value: `until /total 1`.
record Script(String name, List<Step> steps) {
    private static final Pattern CALL = Pattern.compile("(GET|POST|PUT|DELETE) (/\\S+)");
    private static final Pattern KEEP = Pattern.compile("keep (\\w+) (/\\S*)");
    private static final Pattern UNTIL = Pattern.compile("until (/\\S*) (.*)");
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    /// What a line asks for.
    sealed interface Step {
        /// @param body empty for none
        record Request(String method, String path, String body) implements Step {}

        /// @param fields `name=value`, and `file=@content` for a file
        record Form(String method, String path, List<String> fields) implements Step {}

        record Deploy(String file, byte[] content) implements Step {}

        record Keep(String name, String pointer) implements Step {}

        record Until(String pointer, String value, Request request) implements Step {}
    }

    static Script load(String name) {
        List<Step> steps = new ArrayList<>();
        List<String> lines = new String(resource(name), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        for (String line : lines) steps.add(step(line, steps));
        return new Script(name, List.copyOf(steps));
    }

    private static Step step(String line, List<Step> before) {
        if (line.startsWith("deploy ")) return new Step.Deploy(line.substring(7), resource(line.substring(7)));
        Matcher keep = KEEP.matcher(line);
        if (keep.matches()) return new Step.Keep(keep.group(1), keep.group(2));
        Matcher until = UNTIL.matcher(line);
        if (until.matches()) {
            return new Step.Until(until.group(1), until.group(2), (Step.Request) before.removeLast());
        }
        Matcher call = CALL.matcher(line);
        if (call.matches()) return new Step.Request(call.group(1), call.group(2), "");
        Step.Request last = (Step.Request) before.removeLast();
        return line.startsWith("form ")
                ? new Step.Form(
                        last.method(), last.path(), List.of(line.substring(5).split(" ")))
                : new Step.Request(last.method(), last.path(), last.body() + line);
    }

    /// Fills the braces that name a kept value; other braces are JSON.
    static String filled(String text, Map<String, String> kept) {
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(kept.getOrDefault(hole.group(1), hole.group())));
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Script.class.getResourceAsStream(name)) {
            if (stream == null) throw new AssertionError("There is no " + name + " beside " + Script.class);
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
