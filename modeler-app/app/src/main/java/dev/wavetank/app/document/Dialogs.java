package dev.wavetank.app.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The questions that working with files has to ask a person. A port, so that tests answer them.
public interface Dialogs {
    /// What to do with unsaved changes.
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /// Which files to open; empty if the person thought better of it.
    List<Path> chooseToOpen();

    /// Where to save.
    ///
    /// @param extensions the first is added where the person gives none, for example `bpmn`
    Optional<Path> chooseToSave(String suggestedName, List<String> extensions);

    Unsaved unsaved(String title);

    /// A plain question with a named action.
    boolean confirm(String question, String action);

    /// Which of several; empty if the person thought better of it.
    OptionalInt choose(String question, List<String> choices);

    /// What to do with what a crash left behind, one answer for each; empty to decide later.
    Optional<List<LostWork.Choice>> recover(List<LostWork> lost);

    /// Shows in what the file on disk differs from the diagram here.
    ///
    /// @return whether the file's version is to be taken
    boolean compare(String title, List<Difference> differences);

    /// Which folder; empty if the person thought better of it.
    Optional<Path> chooseFolder();

    /// Something failed; the sentence says what to do next.
    void error(String sentence);
}
