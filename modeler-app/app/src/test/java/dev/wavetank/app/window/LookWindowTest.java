package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// Every screen in both languages and both themes, in a small and in a large window: no text is cut, none is too
/// faint.
class LookWindowTest extends WindowTest {
    private static final int SMALL = 1000;
    private static final int LARGE = 1600;

    private Locale language = Locale.ENGLISH;
    private final Gallery gallery = new Gallery(this);
    private String situation = "";

    @Override
    Locale language() {
        return language;
    }

    @Test
    void everyScreenCanBeReadInEnglish() throws Exception {
        look();
    }

    @Test
    void everyScreenCanBeReadInChinese() throws Exception {
        interact(() -> stage.hide());
        language = Locale.SIMPLIFIED_CHINESE;
        interact(() -> stage = new Stage());
        openDesktop();

        look();
    }

    private void look() throws Exception {
        boolean kept = Gallery.isKept();
        for (boolean dark : List.of(false, true)) {
            // Each language meets both themes and both sizes; all four pairs only for the pictures.
            int usual = dark == language.equals(Locale.ENGLISH) ? LARGE : SMALL;
            for (int width : kept ? List.of(SMALL, LARGE) : List.of(usual)) {
                situation = language.getLanguage() + (dark ? "-dark-" : "-light-") + width;
                theme(dark);
                interact(() -> {
                    stage.setWidth(width);
                    stage.setHeight(width == SMALL ? 700 : 1000);
                });
                screens();
            }
        }

        assertThat(gallery.wrong()).isEmpty();
    }

    private void theme(boolean dark) {
        boolean now = canvasIsDark();
        if (now != dark) {
            interact(() -> button("#tool-view-dark").fire());
        }
    }

    private boolean canvasIsDark() {
        return stage.getScene().getRoot().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("dark"));
    }

    private void screens() throws Exception {
        keep("start");
        open(file());
        interact(() -> desktop.workspace()
                .activeSession()
                .orElseThrow()
                .selectionProperty()
                .set(Set.of()));
        keep("canvas");
        select(3);
        for (String panel : List.of("properties", "run", "xml", "project", "problems", "cluster")) {
            interact(() -> desktop.reveal(panel));
            keep(panel);
        }
        interact(() -> desktop.reveal("properties"));
        interact(() -> canvas().createMenu());
        keep("create-menu");
        interact(() -> lookup("#element-menu").query().setVisible(false));
        other("edit-find");
        for (String id : List.of("app-settings", "edit-keyMap", "help-keys")) {
            other(id);
        }
        interact(() -> desktop.files().closeAll(desktop.workspace().documents()));
    }

    private void other(String command) throws Exception {
        interact(() -> item(command).fire());
        keep(command);
        interact(() -> {
            Window.getWindows().stream()
                    .filter(each -> each != stage && each instanceof Stage)
                    .toList()
                    .forEach(Window::hide);
        });
    }

    private MenuItem item(String command) {
        return ((javafx.scene.control.MenuBar) lookup(".menu-bar").query())
                .getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(each -> ("menu-" + command).equals(each.getId()))
                        .findFirst()
                        .orElseThrow();
    }

    private Button button(String id) {
        return lookup(id).queryButton();
    }

    private Path file() throws IOException {
        Path file = folder.resolve("orders.bpmn");
        return Files.exists(file)
                ? file
                : Files.write(
                        file,
                        dev.wavetank.templates.Templates.find("invoice-approval")
                                .orElseThrow()
                                .bytes());
    }

    private void select(int shape) {
        interact(() -> {
            var session = desktop.workspace().activeSession().orElseThrow();
            session.selectionProperty()
                    .set(Set.of(session.diagram()
                            .planes()
                            .getFirst()
                            .shapes()
                            .get(shape)
                            .element()));
        });
    }

    private void keep(String screen) {
        gallery.look(situation + "-" + screen);
    }
}
