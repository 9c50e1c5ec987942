package dev.wavetank.app.workbench;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it was, unless the screen it was on is gone.
public final class WindowPlace {
    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;

    private WindowPlace() {}

    public static void restore(Stage stage, Settings settings) {
        stage.setMinWidth(640);
        stage.setMinHeight(480);
        Settings.Place place = settings.window();
        if (place != null
                && !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                        .isEmpty()) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
            return;
        }
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
        stage.centerOnScreen();
    }

    public static Settings.Place of(Stage stage) {
        return new Settings.Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }
}
