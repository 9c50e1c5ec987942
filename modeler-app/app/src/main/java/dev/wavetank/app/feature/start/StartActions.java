package dev.wavetank.app.feature.start;

import dev.wavetank.templates.Template;

/// What the start page can ask for.
public interface StartActions {
    void create();

    void open();

    void cluster();

    /// Draws a process with the user, step by step.
    void tour();

    void template(Template template);
}
