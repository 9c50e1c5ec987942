package dev.wavetank.app.feature.project;

import java.nio.file.Path;

/// What the project view asks for.
public interface ProjectActions {
    void chooseFolder();

    void open(Path file);

    /// Opens the file and shows the element.
    void show(Hit hit);
}
