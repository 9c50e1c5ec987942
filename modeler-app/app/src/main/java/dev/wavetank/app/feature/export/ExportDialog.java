package dev.wavetank.app.feature.export;

import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.theme.Appearance;
import dev.wavetank.core.paint.export.Paper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

/// Asks how to export, and shows beforehand what will come out, page by page.
public final class ExportDialog extends Dialog<Void> {
    private final Messages messages;
    private final ExportViewModel model;
    private final GridPane form = new GridPane();

    /// @param print hands the pages to a printer
    public ExportDialog(Window owner, Messages messages, ExportViewModel model, Runnable print) {
        this.messages = messages;
        this.model = model;
        initOwner(owner);
        setTitle(messages.text("export.title"));
        setResizable(true);
        var toFile = new ButtonType(messages.text("export.action"), ButtonBar.ButtonData.OK_DONE);
        var toPrinter = new ButtonType(messages.text("export.print"), ButtonBar.ButtonData.LEFT);
        var close = new ButtonType(messages.text("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        getDialogPane().getButtonTypes().setAll(toPrinter, toFile, close);
        getDialogPane().setContent(content());
        getDialogPane().setId("export");
        setResultConverter(_ -> null);
        button(toFile, model::export);
        button(toPrinter, print);
        var cancel = (Button) getDialogPane().lookupButton(close);
        cancel.addEventFilter(ActionEvent.ACTION, event -> {
            if (model.runningProperty().get()) {
                model.stop();
                event.consume();
            }
        });
        model.doneProperty().subscribe(done -> {
            if (done) {
                close();
            }
        });
        Appearance.dress(getDialogPane().getScene());
    }

    private void button(ButtonType type, Runnable action) {
        var button = (Button) getDialogPane().lookupButton(type);
        button.disableProperty().bind(model.runningProperty());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            action.run();
        });
    }

    private Node content() {
        form.setHgap(12);
        form.setVgap(10);
        form.setMinWidth(Region.USE_PREF_SIZE);
        var format =
                choice(model.formatProperty(), List.of(ExportViewModel.Format.values()), ExportViewModel.Format::name);
        format.setId("export-format");
        row("export.format", format);
        var all = new CheckBox(messages.text("export.all", model.planeCount()));
        all.setId("export-all");
        all.selectedProperty().bindBidirectional(model.allProperty());
        all.setDisable(model.planeCount() < 2);
        row("export.what", all);
        var paper = choice(
                model.paperProperty(),
                Stream.concat(
                                Stream.of(Optional.<Paper>empty()),
                                Arrays.stream(Paper.values()).map(Optional::of))
                        .toList(),
                size -> size.map(this::name).orElse(messages.text("export.asDrawn")));
        paper.setId("export-paper");
        row("export.paper", paper);
        var fit = choice(
                model.tilesProperty(),
                List.of(false, true),
                tiles -> messages.text(tiles ? "export.tiles" : "export.onePage"));
        fit.setId("export-fit");
        row("export.fit", fit);
        var scale = choice(
                model.scaleProperty().asObject(),
                List.of(1.0, 2.0, 3.0, 4.0),
                factor -> messages.text("export.times", factor));
        scale.setId("export-scale");
        row("export.scale", scale);
        var dark = choice(
                model.darkProperty(), List.of(false, true), is -> messages.text(is ? "export.dark" : "export.light"));
        dark.setId("export-colours");
        row("export.colours", dark);
        paper.disableProperty().bind(model.formatProperty().isNotEqualTo(ExportViewModel.Format.PDF));
        fit.disableProperty()
                .bind(paper.disableProperty()
                        .or(Bindings.createBooleanBinding(
                                () -> model.paperProperty().get().isEmpty(), model.paperProperty())));
        scale.disableProperty().bind(model.formatProperty().isNotEqualTo(ExportViewModel.Format.PNG));
        var progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.visibleProperty().bind(model.runningProperty());
        progress.setAccessibleText(messages.text("jobs.progress"));
        var left = new VBox(16, form, progress);
        var content = new HBox(24, left, new PagesPreview(messages, model.pages()));
        content.getStyleClass().add("export");
        return content;
    }

    private String name(Paper paper) {
        return paper.name().length() == 2
                ? paper.name()
                : paper.name().charAt(0) + paper.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private <T> ChoiceBox<T> choice(Property<T> value, List<T> values, Function<T, String> words) {
        var box = new ChoiceBox<T>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : words.apply(one);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("choices are chosen, not typed");
            }
        });
        box.valueProperty().bindBidirectional(value);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private void row(String key, Node control) {
        var label = new Label(messages.text(key));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        form.addRow(form.getRowCount(), label, control);
    }
}
