package dev.wavetank.app;

import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.feature.project.Hit;
import dev.wavetank.app.feature.project.ProjectActions;
import dev.wavetank.app.feature.project.ProjectViewModel;
import java.nio.file.Path;

/// What the project panel leads to.
final class ProjectWays implements ProjectActions {
    private final Dialogs dialogs;
    private final ProjectViewModel project;
    private final Navigator navigator;
    private final Runnable reveal;

    /// @param reveal brings the project panel to the front
    ProjectWays(Dialogs dialogs, ProjectViewModel project, Navigator navigator, Runnable reveal) {
        this.dialogs = dialogs;
        this.project = project;
        this.navigator = navigator;
        this.reveal = reveal;
    }

    @Override
    public void chooseFolder() {
        dialogs.chooseFolder().ifPresent(folder -> {
            project.open(folder);
            reveal.run();
        });
    }

    @Override
    public void open(Path file) {
        navigator.open(file);
    }

    @Override
    public void show(Hit hit) {
        navigator.show(hit.file(), hit.element().id());
    }
}
