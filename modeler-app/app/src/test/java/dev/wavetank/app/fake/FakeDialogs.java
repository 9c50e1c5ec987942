package dev.wavetank.app.fake;

import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.document.Difference;
import dev.wavetank.app.document.LostWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Answers every question as it was told to, and remembers what was asked.
public final class FakeDialogs implements Dialogs {
    public final List<String> questions = new ArrayList<>();
    public final List<String> errors = new ArrayList<>();
    public final List<Difference> differences = new ArrayList<>();
    public Optional<Path> target = Optional.empty();
    public Unsaved unsaved = Unsaved.CANCEL;
    public boolean yes;

    @Override
    public List<Path> chooseToOpen() {
        return List.of();
    }

    @Override
    public Optional<Path> chooseToSave(String suggestedName, List<String> extensions) {
        questions.add(suggestedName + extensions);
        return target;
    }

    @Override
    public Unsaved unsaved(String title) {
        questions.add(title);
        return unsaved;
    }

    @Override
    public boolean confirm(String question, String action) {
        questions.add(question);
        return yes;
    }

    @Override
    public OptionalInt choose(String question, List<String> choices) {
        questions.add(question);
        return yes ? OptionalInt.of(0) : OptionalInt.empty();
    }

    @Override
    public Optional<List<LostWork.Choice>> recover(List<LostWork> lost) {
        return Optional.empty();
    }

    @Override
    public boolean compare(String title, List<Difference> found) {
        differences.addAll(found);
        return yes;
    }

    @Override
    public Optional<Path> chooseFolder() {
        return target;
    }

    @Override
    public void error(String sentence) {
        errors.add(sentence);
    }
}
