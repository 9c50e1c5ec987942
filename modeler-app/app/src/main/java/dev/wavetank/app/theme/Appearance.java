package dev.wavetank.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/// Light or dark. Applies AtlantaFX's theme, the bridge that gives ControlsFX and RichTextFX the colours they look
/// up, and our own stylesheet on top.
public enum Appearance {
    LIGHT,
    DARK;

    private static final PseudoClass DARK_CLASS = PseudoClass.getPseudoClass("dark");

    public static Appearance of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    public void applyTo(Scene scene) {
        var theme = this == DARK ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("bridge.css"), sheet("wavetank.css"));
        scene.getRoot().pseudoClassStateChanged(DARK_CLASS, this == DARK);
        // The scene's own ground costs a tenth of a background of its root, which lies below every frame.
        scene.setFill(Color.web(this == DARK ? "#0d1117" : "#ffffff"));
        scene.getRoot().setStyle("-fx-background-color: null");
    }

    /// Our stylesheets, for dialogs, which have scenes of their own.
    public static void dress(Scene dialog) {
        dialog.getStylesheets().setAll(sheet("bridge.css"), sheet("wavetank.css"));
    }

    private static String sheet(String name) {
        URL found = Appearance.class.getResource(name);
        return Objects.requireNonNull(found, name).toExternalForm();
    }
}
