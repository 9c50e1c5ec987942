package dev.wavetank.app.feature.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// All that is known of a project's files, as one immutable value.
///
/// @param files    in the order of their paths
/// @param complete false if the folder has more than is looked at
public record ProjectIndex(List<IndexedFile> files, boolean complete) {
    static final ProjectIndex EMPTY = new ProjectIndex(List.of(), true);
    private static final int MOST_HITS = 500;
    private static final Set<String> DECISIONS = Set.of("decision", "decisionService");

    public ProjectIndex {
        files = List.copyOf(files);
    }

    /// The files that are listed.
    List<Path> paths() {
        return files.stream()
                .filter(IndexedFile::isListed)
                .map(IndexedFile::path)
                .toList();
    }

    Optional<IndexedFile> file(Path path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /// The same with other versions of some files: those that are open with unsaved changes.
    ProjectIndex with(List<IndexedFile> present) {
        List<IndexedFile> merged = new ArrayList<>(files);
        merged.replaceAll(file -> present.stream()
                .filter(open -> open.path().equals(file.path()))
                .findFirst()
                .orElse(file));
        return new ProjectIndex(merged, complete);
    }

    /// What a reference leads to. A form is also found by the name of its file.
    List<Hit> targets(Reference reference) {
        return hits((file, element) -> {
            boolean found = switch (reference.kind()) {
                case PROCESS -> element.type().equals("process") && element.id().equals(reference.key());
                case DECISION ->
                    DECISIONS.contains(element.type()) && element.id().equals(reference.key());
                case FORM ->
                    element.type().equals("form")
                            && (element.id().equals(reference.key()) || file.endsWith(fileName(reference.key())));
            };
            return found ? Optional.of(new Hit(file, element, "")) : Optional.empty();
        });
    }

    /// Keys may say where the form comes from, as in `camunda-forms:deployment:forms/approve.form`.
    private static String fileName(String key) {
        return key.substring(key.lastIndexOf(':') + 1).replaceFirst("^/+", "");
    }

    /// The call activities that call one of the processes.
    List<Hit> callers(List<String> processes) {
        return hits((file, element) -> element.type().equals("callActivity")
                ? element.value("calledElement")
                        .filter(processes::contains)
                        .map(called -> new Hit(file, element, called))
                : Optional.empty());
    }

    /// The elements whose name, id or another attribute contains what is sought, whatever its case: those that are
    /// called exactly that first.
    List<Hit> search(String sought, BooleanSupplier cancelled) {
        String wanted = sought.strip().toLowerCase(Locale.ROOT);
        List<Hit> exact = new ArrayList<>();
        List<Hit> others = new ArrayList<>();
        for (IndexedFile file : files) {
            if (wanted.isEmpty() || cancelled.getAsBoolean() || exact.size() + others.size() >= MOST_HITS) {
                break;
            }
            for (IndexedElement element : file.elements()) {
                match(file.path(), element, wanted)
                        .ifPresent(hit -> (element.name().equalsIgnoreCase(wanted)
                                                || element.id().equalsIgnoreCase(wanted)
                                        ? exact
                                        : others)
                                .add(hit));
            }
        }
        exact.addAll(others);
        return exact.subList(0, Math.min(MOST_HITS, exact.size()));
    }

    private static Optional<Hit> match(Path file, IndexedElement element, String wanted) {
        if (contains(element.name(), wanted) || contains(element.id(), wanted)) {
            return Optional.of(new Hit(file, element, contains(element.name(), wanted) ? "" : element.id()));
        }
        return element.values().stream()
                .filter(value -> contains(value.value(), wanted))
                .findFirst()
                .map(value -> new Hit(file, element, value.attribute() + " = " + value.value()));
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private interface Question {
        Optional<Hit> ask(Path file, IndexedElement element);
    }

    private List<Hit> hits(Question question) {
        return files.stream()
                .flatMap(file ->
                        file.elements().stream().flatMap(element -> question.ask(file.path(), element).stream()))
                .toList();
    }
}
