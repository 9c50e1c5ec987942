package dev.wavetank.app;

import dev.wavetank.app.feature.keys.KeyHelpView;
import dev.wavetank.app.feature.keys.KeyMapView;
import dev.wavetank.app.feature.keys.KeyMapViewModel;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.theme.Appearance;
import dev.wavetank.app.workbench.CommandRegistry;
import dev.wavetank.app.workbench.KeyMap;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The two windows about keys; each is open once.
final class KeyWindows {
    private final Window owner;
    private final Messages messages;
    private final BooleanSupplier dark;
    private final KeyMapViewModel model;
    private Optional<Stage> open = Optional.empty();

    KeyWindows(Window owner, Messages messages, CommandRegistry commands, KeyMap keys, BooleanSupplier dark) {
        this.owner = owner;
        this.messages = messages;
        this.dark = dark;
        this.model = new KeyMapViewModel(messages, commands, keys);
    }

    void help() {
        model.soughtProperty().set("");
        show("command.help-keys", new KeyHelpView(messages, model), 1180, 660);
    }

    void change() {
        show("command.edit-keyMap", new KeyMapView(messages, model), 640, 560);
    }

    private void show(String title, Parent content, double width, double height) {
        open.ifPresent(Stage::close);
        var stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(messages.text(title));
        var scene = new Scene(content, width, height);
        Appearance.of(dark.getAsBoolean()).applyTo(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setScene(scene);
        stage.setOnHidden(_ -> open = Optional.empty());
        open = Optional.of(stage);
        stage.show();
    }
}
