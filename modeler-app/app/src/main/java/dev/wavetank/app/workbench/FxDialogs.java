package dev.wavetank.app.workbench;

import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.document.Difference;
import dev.wavetank.app.document.LostWork;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.theme.Appearance;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// The questions as windows of the platform.
public final class FxDialogs implements Dialogs {
    private final Window owner;
    private final Messages messages;
    private @Nullable File folder;

    public FxDialogs(Window owner, Messages messages) {
        this.owner = owner;
        this.messages = messages;
    }

    @Override
    public List<Path> chooseToOpen() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.text("dialog.open"));
        chooser.setInitialDirectory(folder);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                messages.text("dialog.bpmnFiles"), "*.bpmn", "*.bpmn20.xml", "*.xml"),
                        new FileChooser.ExtensionFilter(messages.text("dialog.allFiles"), "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        folder = chosen.getFirst().getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseToSave(String suggestedName, List<String> extensions) {
        var chooser = new FileChooser();
        chooser.setTitle(messages.text("dialog.save"));
        chooser.setInitialDirectory(folder);
        chooser.setInitialFileName(suggestedName);
        for (String extension : extensions) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        }
        File chosen = chooser.showSaveDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        boolean named =
                extensions.stream().anyMatch(extension -> chosen.getName().endsWith("." + extension));
        return Optional.of(named ? chosen.toPath() : Path.of(chosen.getPath() + "." + extensions.getFirst()));
    }

    @Override
    public Unsaved unsaved(String title) {
        var save = new ButtonType(messages.text("dialog.unsaved.save"), ButtonBar.ButtonData.YES);
        var discard = new ButtonType(messages.text("dialog.unsaved.discard"), ButtonBar.ButtonData.NO);
        var cancel = cancel();
        ButtonType answer = ask(
                Alert.AlertType.CONFIRMATION,
                messages.text("dialog.unsaved.headline", title),
                messages.text("dialog.unsaved.text"),
                save,
                discard,
                cancel);
        if (answer == save) {
            return Unsaved.SAVE;
        }
        return answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public boolean confirm(String question, String action) {
        var yes = new ButtonType(action, ButtonBar.ButtonData.YES);
        return ask(Alert.AlertType.CONFIRMATION, "", question, yes, cancel()) == yes;
    }

    @Override
    public OptionalInt choose(String question, List<String> choices) {
        var list = new ListView<>(FXCollections.observableArrayList(choices));
        list.setId("choices");
        list.setPrefSize(460, 26 * Math.min(10, choices.size()) + 12);
        list.getSelectionModel().selectFirst();
        var go = new ButtonType(messages.text("dialog.choose"), ButtonBar.ButtonData.OK_DONE);
        boolean chosen = show(question, list, go, cancel()) == go;
        int index = list.getSelectionModel().getSelectedIndex();
        return chosen && index >= 0 ? OptionalInt.of(index) : OptionalInt.empty();
    }

    @Override
    public Optional<List<LostWork.Choice>> recover(List<LostWork> lost) {
        var rows = new LostWorkRows(messages, lost);
        var restore = new ButtonType(messages.text("recovery.action"), ButtonBar.ButtonData.OK_DONE);
        var later = new ButtonType(messages.text("recovery.later"), ButtonBar.ButtonData.CANCEL_CLOSE);
        boolean now = show(messages.text("recovery.question", lost.size()), rows, restore, later) == restore;
        return now ? Optional.of(rows.choices()) : Optional.empty();
    }

    @Override
    public boolean compare(String title, List<Difference> differences) {
        var take = new ButtonType(messages.text("compare.take"), ButtonBar.ButtonData.YES);
        var keep = new ButtonType(messages.text("compare.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
        String headline = messages.text("compare.headline", title, differences.size());
        return show(headline, new DifferenceTable(messages, differences), take, keep) == take;
    }

    @Override
    public Optional<Path> chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(messages.text("dialog.folder"));
        chooser.setInitialDirectory(folder);
        return Optional.ofNullable(chooser.showDialog(owner)).map(chosen -> {
            folder = chosen;
            return chosen.toPath();
        });
    }

    private ButtonType cancel() {
        return new ButtonType(messages.text("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    }

    private ButtonType ok() {
        return new ButtonType(messages.text("dialog.ok"), ButtonBar.ButtonData.OK_DONE);
    }

    @Override
    public void error(String sentence) {
        ask(Alert.AlertType.ERROR, messages.text("dialog.error"), sentence, ok());
    }

    private static Optional<FontIcon> picture(Alert.AlertType kind) {
        return switch (kind) {
            case ERROR -> {
                var icon = new FontIcon(Material2OutlinedAL.ERROR_OUTLINE);
                icon.getStyleClass().add("severity-error");
                yield Optional.of(icon);
            }
            case CONFIRMATION -> Optional.of(new FontIcon(Material2OutlinedAL.HELP_OUTLINE));
            case NONE, INFORMATION, WARNING -> Optional.empty();
        };
    }

    private ButtonType ask(Alert.AlertType kind, String headline, String text, ButtonType... answers) {
        return show(new Alert(kind, text, answers), headline);
    }

    private ButtonType show(String headline, Node content, ButtonType... answers) {
        var alert = new Alert(Alert.AlertType.NONE, "", answers);
        alert.getDialogPane().setContent(content);
        alert.setResizable(true);
        return show(alert, headline);
    }

    private ButtonType show(Alert alert, String headline) {
        alert.initOwner(owner);
        alert.setTitle(messages.text("app.name"));
        alert.setHeaderText(headline.isEmpty() ? null : headline);
        picture(alert.getAlertType()).ifPresent(alert::setGraphic);
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        Appearance.dress(alert.getDialogPane().getScene());
        return alert.showAndWait().orElse(ButtonType.CANCEL);
    }
}
