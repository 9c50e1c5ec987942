package dev.wavetank.core.conformance;

import dev.wavetank.core.bpmn.Corpus;
import java.nio.file.Path;
import java.util.List;

/// The reference models of the OMG Model Interchange Working Group that stand in the corpus, and what other tools made
/// of them.
final class Miwg {
    private Miwg() {}

    static List<Path> references() {
        return models().stream()
                .filter(file -> !file.toString().contains("tool-outputs"))
                .toList();
    }

    static List<Path> models() {
        return Corpus.files().stream()
                .filter(file -> file.toString().contains("/miwg/"))
                .toList();
    }

    static Path reference(String name) {
        return references().stream()
                .filter(file -> file.getFileName().toString().equals(name + ".bpmn"))
                .findFirst()
                .orElseThrow();
    }
}
