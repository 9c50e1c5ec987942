package dev.wavetank.engine.web;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// One call of the REST API, declared once: its route, its description and the tests that try every call with bad
/// input or as the wrong tenant are made of this.
///
/// @param path       with its variables in braces
/// @param tag        the group it is shown in
/// @param parameters of the query string
public record Endpoint(
        Method method,
        String path,
        String tag,
        String summary,
        List<Field> parameters,
        Body body,
        List<Answer> answers,
        Handler handler) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\+?(\\w+)}");

    /// A way in which a call goes well; how it fails is the same for all.
    ///
    /// @param media empty for an answer without a body
    public record Answer(int status, String media) {}

    public Endpoint {
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
    }

    /// Unique, since it is made of method and path: `getRuntimeTasksIdVariables`.
    public String operationId() {
        StringBuilder id = new StringBuilder(method.text().toLowerCase(java.util.Locale.ROOT));
        Arrays.stream(path.replaceFirst("^/flowable-rest/(service/)?", "").split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .forEach(
                        word -> id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        return id.toString();
    }

    /// The path as it is described: `{+name}`, which takes slashes too, is this server's own form.
    String describedPath() {
        return path.replace("{+", "{");
    }

    public List<String> pathVariables() {
        return VARIABLE.matcher(path)
                .results()
                .map(variable -> variable.group(1))
                .toList();
    }
}
