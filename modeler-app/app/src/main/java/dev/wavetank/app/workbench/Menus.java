package dev.wavetank.app.workbench;

import dev.wavetank.app.i18n.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes menus and buttons from commands; `-` in a list is a separator.
final class Menus {
    private final Messages messages;
    private final CommandRegistry commands;
    private final KeyMap keys;

    Menus(Messages messages, CommandRegistry commands, KeyMap keys) {
        this.messages = messages;
        this.commands = commands;
        this.keys = keys;
    }

    MenuBar bar(List<MenuSpec> specs) {
        var bar = new MenuBar();
        specs.forEach(spec -> bar.getMenus().add(menu(spec)));
        return bar;
    }

    private Menu menu(MenuSpec spec) {
        var menu = new Menu(messages.text("menu." + spec.id()));
        menu.setId("menu-" + spec.id());
        for (String id : spec.commands()) {
            menu.getItems()
                    .add(
                            id.startsWith(">")
                                    ? menu(spec.inside(id.substring(1)))
                                    : "-".equals(id) ? new SeparatorMenuItem() : entry(id));
        }
        return menu;
    }

    private MenuItem entry(String id) {
        return commands.menu(id).<MenuItem>map(choices -> within(id, choices)).orElseGet(() -> item(commands.get(id)));
    }

    private Menu within(String id, Supplier<List<CommandRegistry.Choice>> choices) {
        var menu = new Menu(messages.text(AppCommand.words(id)));
        menu.setId("menu-" + id.replace('.', '-'));
        Runnable fill = () ->
                menu.getItems().setAll(choices.get().stream().map(Menus::item).toList());
        menu.setOnShowing(_ -> fill.run());
        fill.run(); // an empty menu does not open
        return menu;
    }

    private static MenuItem item(CommandRegistry.Choice choice) {
        var item = new MenuItem(choice.text());
        item.setMnemonicParsing(false);
        item.setDisable(!choice.enabled());
        item.setOnAction(_ -> choice.action().run());
        return item;
    }

    private MenuItem item(AppCommand command) {
        var item = new MenuItem(messages.text(AppCommand.words(command.id())));
        item.setId("menu-" + command.id().replace('.', '-'));
        item.setOnAction(_ -> command.action().run());
        item.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
        showKey(item, command.id());
        keys.onChange(() -> showKey(item, command.id()));
        return item;
    }

    private void showKey(MenuItem item, String id) {
        item.setAccelerator(keys.keyOf(id)
                .map(key -> CanvasKeys.needsModifier(key) ? key : new ShownKey(key))
                .orElse(null));
    }

    Button button(String commandId) {
        AppCommand command = commands.get(commandId);
        var button = new Button();
        if (command.icon() != null) {
            button.setGraphic(new FontIcon(command.icon()));
        }
        String words = messages.text(AppCommand.words(command.id()));
        button.setId("tool-" + command.id().replace('.', '-'));
        button.setOnAction(_ -> command.action().run());
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
        button.setAccessibleText(words);
        var tip = new Tooltip();
        button.setTooltip(tip);
        Runnable name = () -> tip.setText(new CanvasKeys(commands, keys).withKey(commandId, words));
        name.run();
        keys.onChange(name);
        return button;
    }

    Button labelled(String commandId) {
        Button button = button(commandId);
        button.setText(messages.text(AppCommand.words(commandId)));
        button.getStyleClass().add("labelled");
        return button;
    }
}
