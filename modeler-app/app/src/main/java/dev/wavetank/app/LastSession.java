package dev.wavetank.app;

import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.document.Workspace;
import dev.wavetank.app.feature.project.ProjectViewModel;
import dev.wavetank.app.workbench.LayoutModel;
import dev.wavetank.app.workbench.Look;
import dev.wavetank.app.workbench.Settings;
import dev.wavetank.app.workbench.SettingsStore;
import dev.wavetank.app.workbench.WindowPlace;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.stage.Stage;

/// What the next start finds again: the window and its panels, the files and the project that were open, how they were
/// looked at.
final class LastSession {
    private final SettingsStore settings;
    private final LayoutModel layout;
    private final Workspace workspace;
    private final DocumentFiles files;
    private final ProjectViewModel project;
    private final LastViews views;

    LastSession(
            SettingsStore settings,
            LayoutModel layout,
            Workspace workspace,
            DocumentFiles files,
            ProjectViewModel project,
            LastViews views) {
        this.settings = settings;
        this.layout = layout;
        this.workspace = workspace;
        this.files = files;
        this.project = project;
        this.views = views;
    }

    /// Opens the files and the project of the last session again, if that is wanted.
    void restore() {
        Settings.Work last = settings.current().work();
        if (!last.restore()) {
            return;
        }
        List<Path> session = paths(settings.current().session());
        if (!session.isEmpty()) {
            files.openAll(session, paths(List.of(last.front())).stream().findFirst());
        }
        if (!last.project().isBlank()) {
            paths(List.of(last.project())).stream().filter(Files::isDirectory).forEach(project::open);
        }
    }

    /// The tour was taken, or ended.
    void tourTaken() {
        settings.save(settings.current().withLook(look(true)));
    }

    /// @param dividers where they stand, by name
    void keep(Stage stage, Map<String, Double> dividers) {
        settings.save(settings.current()
                .withLook(look(settings.current().look().toured()))
                .withSheet(new Settings.Sheet(
                        layout.gridProperty().get(),
                        layout.snapProperty().get(),
                        layout.jumpsProperty().get()))
                .withWindow(WindowPlace.of(stage))
                .withDividers(dividers)
                .withPanels(
                        layout.rightProperty().get(),
                        layout.bottomProperty().get(),
                        layout.minimapProperty().get())
                .withWork(work())
                .withFiles(
                        files.recent().files().stream().map(Path::toString).toList(),
                        workspace.documents().stream()
                                .flatMap(document -> document.file().stream())
                                .map(Path::toString)
                                .toList()));
    }

    private Settings.Work work() {
        return new Settings.Work(
                files.recent().pinned().stream().map(Path::toString).toList(),
                layout.restoreProperty().get(),
                workspace
                        .activeProperty()
                        .get()
                        .flatMap(OpenDocument::file)
                        .map(Path::toString)
                        .orElse(""),
                project.rootProperty().get().map(Path::toString).orElse(""),
                views.now());
    }

    private Look look(boolean toured) {
        return new Look(layout.languageProperty().get(), layout.themeProperty().get(), toured);
    }

    /// The paths that mean something on this machine.
    static List<Path> paths(List<String> names) {
        return names.stream()
                .flatMap(name -> {
                    try {
                        return Stream.of(Path.of(name));
                    } catch (InvalidPathException fromAnotherMachine) {
                        return Stream.empty();
                    }
                })
                .toList();
    }
}
