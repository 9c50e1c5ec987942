package dev.wavetank.app.feature.export;

import dev.wavetank.app.document.AtomicFile;
import dev.wavetank.app.document.Dialogs;
import dev.wavetank.app.document.DiskTrouble;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Job;
import dev.wavetank.app.ui.LatestWork;
import dev.wavetank.app.ui.Progress;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.paint.export.DiagramRenderer;
import dev.wavetank.core.paint.export.DrawnPage;
import dev.wavetank.core.paint.export.PageSetup;
import dev.wavetank.core.paint.export.Paper;
import dev.wavetank.core.paint.export.PdfDocument;
import dev.wavetank.core.paint.export.RenderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One export: what of the diagram, in which form, how it comes onto pages, and its way into a file.
public final class ExportViewModel {
    private static final Duration CALM = Duration.ofMillis(80);

    private final Diagram diagram;
    private final Optional<Plane> shown;
    private final String name;
    private final Tasks tasks;
    private final Messages messages;
    private final Dialogs dialogs;
    private final LatestWork paging;
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.PDF);
    private final BooleanProperty all = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Paper>> paper = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty tiles = new SimpleBooleanProperty();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final DoubleProperty scale = new SimpleDoubleProperty(2);
    private final ObservableList<DrawnPage> pages = FXCollections.observableArrayList();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty done = new SimpleBooleanProperty();
    private Optional<Job> job = Optional.empty();

    /// What comes out.
    public enum Format {
        PDF,
        SVG,
        PNG;

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param shown the plane in front, which is what is exported if not all are
    /// @param name  of the document, without ending
    public ExportViewModel(
            Diagram diagram, Optional<Plane> shown, String name, Tasks tasks, Messages messages, Dialogs dialogs) {
        this.diagram = diagram;
        this.shown = shown;
        this.name = name;
        this.tasks = tasks;
        this.messages = messages;
        this.dialogs = dialogs;
        this.paging = new LatestWork(tasks, messages.text("export.job.pages"), CALM);
        format.subscribe(_ -> page());
        all.addListener((_, _, _) -> page());
        paper.addListener((_, _, _) -> page());
        tiles.addListener((_, _, _) -> page());
        dark.addListener((_, _, _) -> page());
    }

    private void page() {
        PageSetup setup = setup();
        paging.request(_ -> pages(setup), pages::setAll, failure -> dialogs.error(messages.failure(failure)));
    }

    /// The pages under another setup, such as a printer's.
    List<DrawnPage> pages(PageSetup setup) {
        return renderer().pages(diagram, planes(), setup);
    }

    private DiagramRenderer renderer() {
        return new DiagramRenderer(dark.get() ? Theme.DARK : Theme.LIGHT);
    }

    private List<Plane> planes() {
        return all.get() ? diagram.planes() : shown.stream().toList();
    }

    private PageSetup setup() {
        boolean sheets = format.get() == Format.PDF && paper.get().isPresent();
        return sheets ? PageSetup.Sheets.of(paper.get().get(), PageSetup.MARGIN, fit()) : new PageSetup.AsDrawn();
    }

    PageSetup.Fit fit() {
        return tiles.get() ? PageSetup.Fit.TILES : PageSetup.Fit.ONE_PAGE;
    }

    /// Asks where to, and writes it there in the background. A diagram that becomes several pictures gets a number
    /// for each.
    public void export() {
        if (pages.isEmpty()) {
            dialogs.error(messages.text("export.nothing"));
            return;
        }
        Format wanted = format.get();
        List<DrawnPage> drawn = List.copyOf(pages);
        List<Plane> planes = planes();
        DiagramRenderer renderer = renderer();
        double pixels = scale.get();
        dialogs.chooseToSave(name, List.of(wanted.ending())).ifPresent(target -> {
            running.set(true);
            job = Optional.of(tasks.submit(
                    messages.text("export.job", target.getFileName()),
                    watch -> {
                        if (wanted == Format.PDF) {
                            AtomicFile.write(target, PdfDocument.of(name, drawn, (at, of) -> goOn(watch, at, of)));
                        } else {
                            pictures(renderer, planes, target, wanted, pixels, watch);
                        }
                        return target;
                    },
                    _ -> end(true),
                    failure -> fail(target, failure)));
        });
    }

    private void pictures(
            DiagramRenderer renderer, List<Plane> planes, Path target, Format wanted, double pixels, Progress watch)
            throws RenderException, IOException {
        for (int i = 0; i < planes.size(); i++) {
            if (!goOn(watch, i, planes.size())) {
                throw new RenderException(RenderException.Code.STOPPED, messages.text("jobs.cancelled"));
            }
            Plane plane = planes.get(i);
            if (plane.shapes().isEmpty() && plane.edges().isEmpty()) {
                continue;
            }
            byte[] picture = wanted == Format.PNG
                    ? renderer.png(diagram, plane, pixels)
                    : renderer.svg(diagram, plane).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(planes.size() == 1 ? target : numbered(target, i + 1), picture);
        }
    }

    private static Path numbered(Path target, int number) {
        String file = String.valueOf(target.getFileName());
        int dot = file.lastIndexOf('.');
        return target.resolveSibling(file.substring(0, dot) + "-" + number + file.substring(dot));
    }

    private boolean goOn(Progress watch, int at, int of) {
        watch.report((double) at / of, messages.text("export.page", at + 1, of));
        return !watch.cancelled();
    }

    private void fail(Path target, Exception failure) {
        end(false);
        boolean stopped = failure instanceof RenderException refused && refused.code() == RenderException.Code.STOPPED;
        if (!stopped) {
            String reason = failure instanceof IOException disk
                    ? messages.sentence(DiskTrouble.reason(disk))
                    : messages.failure(failure);
            dialogs.error(messages.text("document.notSaved", target, reason));
        }
    }

    private void end(boolean written) {
        running.set(false);
        done.set(written);
    }

    /// Gives up what is being written; the file that was there before stays.
    public void stop() {
        job.ifPresent(Job::cancel);
        end(false);
    }

    public ObjectProperty<Format> formatProperty() {
        return format;
    }

    /// Whether every diagram of the file is wanted, and the inside of every closed sub-process, or only what is
    /// shown.
    public BooleanProperty allProperty() {
        return all;
    }

    /// Empty for pages as large as their drawings.
    public ObjectProperty<Optional<Paper>> paperProperty() {
        return paper;
    }

    /// Whether a large drawing goes over several sheets instead of being made smaller.
    public BooleanProperty tilesProperty() {
        return tiles;
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /// Pixels of a PNG to a unit, 1 to 4.
    public DoubleProperty scaleProperty() {
        return scale;
    }

    public ObservableList<DrawnPage> pages() {
        return pages;
    }

    /// How many planes there are to choose from.
    int planeCount() {
        return diagram.planes().size();
    }

    BooleanProperty runningProperty() {
        return running;
    }

    /// Becomes true when the file is written.
    public BooleanProperty doneProperty() {
        return done;
    }
}
