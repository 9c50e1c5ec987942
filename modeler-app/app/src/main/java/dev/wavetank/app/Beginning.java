package dev.wavetank.app;

import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.RecentFiles;
import dev.wavetank.app.feature.start.RecentActions;
import dev.wavetank.app.feature.start.StartActions;
import dev.wavetank.app.feature.start.StartPage;
import dev.wavetank.app.feature.tour.TourViewModel;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.SettingsStore;
import dev.wavetank.templates.Template;
import dev.wavetank.templates.Templates;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;

/// The start page, kept to what was opened last, and what its entries do.
final class Beginning implements StartActions, RecentActions {
    private final DocumentFiles files;
    private final TourViewModel tour;
    private final Runnable startCluster;

    /// @param startCluster starts a cluster and shows it
    Beginning(DocumentFiles files, TourViewModel tour, Runnable startCluster) {
        this.files = files;
        this.tour = tour;
        this.startCluster = startCluster;
    }

    StartPage page(Messages messages, SettingsStore settings) {
        var page = new StartPage(messages, this, Templates.processes());
        RecentFiles recent = files.recent();
        Runnable refresh = () -> page.showRecent(recent.entries(), this);
        recent.entries().addListener((ListChangeListener<RecentFiles.Entry>) _ -> refresh.run());
        refresh.run();
        recent.look();
        tour.stepProperty()
                .subscribe(_ -> page.offerTour(!settings.current().look().toured()));
        return page;
    }

    @Override
    public void create() {
        files.create();
    }

    @Override
    public void open() {
        files.chooseAndOpen();
    }

    @Override
    public void cluster() {
        startCluster.run();
    }

    @Override
    public void tour() {
        tour.start();
    }

    @Override
    public void template(Template template) {
        files.openCopy(template.fileName(), template.bytes());
    }

    @Override
    public void open(Path file) {
        files.open(file);
    }

    @Override
    public void pin(Path file, boolean pinned) {
        files.recent().pin(file, pinned);
    }

    @Override
    public void forget(Path file) {
        files.recent().forget(file);
    }

    @Override
    public void clear() {
        files.recent().clear();
    }
}
