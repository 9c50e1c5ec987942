package dev.wavetank.app;

import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.Journal;
import dev.wavetank.app.document.LostWork;
import java.util.List;
import java.util.Optional;

/// Asks what is to become of the changes that a crash left behind.
final class Recovery {
    private final Journal journal;
    private final Dialogs dialogs;
    private final DocumentFiles files;

    Recovery(Journal journal, Dialogs dialogs, DocumentFiles files) {
        this.journal = journal;
        this.dialogs = dialogs;
        this.files = files;
    }

    void offer() {
        List<Journal.LeftBehind> left = journal.leftBehind();
        if (left.isEmpty()) {
            return;
        }
        Optional<List<LostWork.Choice>> choices = dialogs.recover(left.stream()
                .map(entry -> new LostWork(entry.origin(), entry.originChanged()))
                .toList());
        for (int i = 0; choices.isPresent() && i < left.size(); i++) {
            LostWork.Choice choice = choices.get().get(i);
            if (choice != LostWork.Choice.DROP) {
                files.recover(left.get(i), choice == LostWork.Choice.BOTH);
            }
            journal.forget(left.get(i));
        }
    }
}
