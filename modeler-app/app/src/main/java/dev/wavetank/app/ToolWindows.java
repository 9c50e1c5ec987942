package dev.wavetank.app;

import dev.wavetank.app.feature.keys.KeyHelpView;
import dev.wavetank.app.feature.keys.KeyMapView;
import dev.wavetank.app.feature.keys.KeyMapViewModel;
import dev.wavetank.app.feature.settings.SettingsView;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.theme.Appearance;
import dev.wavetank.app.workbench.CommandRegistry;
import dev.wavetank.app.workbench.KeyMap;
import dev.wavetank.app.workbench.LayoutModel;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;

/// The small windows beside the main one: settings and keys. One is open at a time.
final class ToolWindows {
    private final Window owner;
    private final Messages messages;
    private final LayoutModel layout;
    private final KeyMapViewModel model;
    private Optional<Stage> open = Optional.empty();

    ToolWindows(Window owner, Messages messages, CommandRegistry commands, KeyMap keys, LayoutModel layout) {
        this.owner = owner;
        this.messages = messages;
        this.layout = layout;
        this.model = new KeyMapViewModel(messages, commands, keys);
    }

    void help() {
        model.soughtProperty().set("");
        show("command.help-keys", new KeyHelpView(messages, model), 1180, 660);
    }

    void settings() {
        show("command.app-settings", new SettingsView(messages, layout, this::keys), 480, 460);
    }

    void keys() {
        show("command.edit-keyMap", new KeyMapView(messages, model), 640, 560);
    }

    private void show(String title, Parent content, double width, double height) {
        open.ifPresent(Stage::close);
        var stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(messages.text(title));
        var scene = new Scene(content, width, height);
        Subscription theme =
                layout.darkProperty().subscribe(dark -> Appearance.of(dark).applyTo(scene));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setScene(scene);
        stage.setOnHidden(_ -> {
            theme.unsubscribe();
            open = Optional.empty();
        });
        open = Optional.of(stage);
        stage.show();
    }
}
