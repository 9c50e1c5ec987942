package dev.wavetank.app;

import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.i18n.Language;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.SettingsStore;
import dev.wavetank.app.workbench.StateDirectory;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.LauncherSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What JavaFX starts: builds the desktop for this machine and opens the files named on the command line.
public final class DesktopApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopApplication.class);

    @Override
    public void start(Stage stage) {
        var state = StateDirectory.of(
                System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
        Language language = new SettingsStore(state.settings()).current().look().language();
        Locale locale = language.locale(Locale.getDefault());
        Locale.setDefault(locale); // JavaFX's own words follow
        var messages = new Messages(locale);
        var desktop = new Desktop(
                stage, state, messages, InstantSource.system(), Clusters.launcher(LauncherSettings.fromEnvironment()));
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> {
            LOG.error("The desktop met an error of its own", failure);
            desktop.ourMistake(failure);
        });
        desktop.show();
        DocumentFiles files = desktop.files();
        getParameters().getRaw().forEach(name -> files.open(Path.of(name)));
        if (getParameters().getRaw().isEmpty()) {
            desktop.restoreSession();
        }
        desktop.offerRecovery();
    }
}
