package dev.wavetank.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// A call that the stock application maps: read from the annotations of its own classes, without starting it.
///
/// @param call  as `GET /flowable-rest/service/runtime/tasks/{}`
/// @param names of the parameters of its query string and of the fields of its body
record StockCall(String call, Set<String> names) {
    /// Which part of the application answers below which path.
    private static final Map<String, String> ROOTS = Map.of(
            "flowable-rest-", "/flowable-rest/service",
            "flowable-external-job-rest-", "/flowable-rest/external-job-api");

    private static final String ANNOTATIONS = "org.springframework.web.bind.annotation.";

    static List<StockCall> all() throws IOException {
        List<Path> libraries = libraries();
        List<StockCall> calls = new ArrayList<>();
        URL[] urls = libraries.stream().map(StockCall::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            for (Path library : libraries) {
                for (Map.Entry<String, String> root : ROOTS.entrySet()) {
                    if (!library.getFileName().toString().matches(root.getKey() + "\\d.*")) continue;
                    for (String name : resources(library)) calls.addAll(of(loader.loadClass(name), root.getValue()));
                }
            }
        } catch (ReflectiveOperationException unreadable) {
            throw new AssertionError("The stock application cannot be read", unreadable);
        }
        return calls;
    }

    /// A call with its variables nameless, since the two sides name them differently.
    static String nameless(String call) {
        return call.replaceAll("\\{[^}]*}|\\*\\*", "{}");
    }

    private static List<Path> libraries() throws IOException {
        Path peer = Path.of(System.getProperty("wavetank.root"), "engine-node", "peer", "target", "peer.classpath");
        return Stream.of(Files.readString(peer).strip().split(System.getProperty("path.separator")))
                .map(Path::of)
                .toList();
    }

    private static URL url(Path library) {
        try {
            return library.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> resources(Path library) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName().replace('/', '.'))
                    .filter(name -> name.endsWith("Resource.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
    }

    private static List<StockCall> of(Class<?> type, String root) throws ReflectiveOperationException {
        boolean answers = Arrays.stream(type.getAnnotations()).anyMatch(one -> isOfSpring(one, "RestController"));
        List<StockCall> calls = new ArrayList<>();
        for (Method method : answers ? type.getMethods() : new Method[0]) {
            for (Annotation mapping : method.getAnnotations()) {
                if (!isOfSpring(mapping, "Mapping")) continue;
                for (String path : (String[]) value(mapping, "value")) {
                    calls.add(new StockCall(nameless(verb(mapping) + " " + root + path), names(method)));
                }
            }
        }
        return calls;
    }

    private static boolean isOfSpring(Annotation annotation, String end) {
        String name = annotation.annotationType().getName();
        return name.startsWith(ANNOTATIONS) && name.endsWith(end);
    }

    /// `GetMapping` names its verb itself, `RequestMapping` as a value.
    private static String verb(Annotation mapping) throws ReflectiveOperationException {
        String kind = mapping.annotationType().getSimpleName().replace("Mapping", "");
        return kind.equals("Request")
                ? ((Object[]) value(mapping, "method"))[0].toString()
                : kind.toUpperCase(Locale.ROOT);
    }

    private static Set<String> names(Method method) throws ReflectiveOperationException {
        Set<String> names = new TreeSet<>();
        for (Annotation annotation : method.getAnnotations()) {
            if (!annotation.annotationType().getSimpleName().equals("ApiImplicitParams")) continue;
            for (Object documented : (Object[]) value(annotation, "value")) {
                boolean query = value((Annotation) documented, "paramType").equals("query");
                if (query) names.add((String) value((Annotation) documented, "name"));
            }
        }
        for (Parameter parameter : method.getParameters()) {
            boolean body = Arrays.stream(parameter.getAnnotations()).anyMatch(one -> isOfSpring(one, "RequestBody"));
            if (body) names.addAll(fields(parameter.getType()));
        }
        return names;
    }

    private static List<String> fields(Class<?> request) {
        return Arrays.stream(request.getMethods())
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .map(method -> method.getName().substring(3))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .toList();
    }

    private static Object value(Annotation annotation, String name) throws ReflectiveOperationException {
        return annotation.annotationType().getMethod(name).invoke(annotation);
    }
}
