package dev.wavetank.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.workbench.StateDirectory;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.sample.GeneratedDiagram;
import dev.wavetank.core.edit.command.Connect;
import dev.wavetank.core.edit.command.RenameElement;
import dev.wavetank.core.interaction.Preview;
import dev.wavetank.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people see while they work: gestures under way, menus, dialogs, empty places, large files. Each can be read;
/// with `-Dwavetank.gallery=FOLDER` each is a picture, with `-Dwavetank.gallery.look=zh-dark` in Chinese and dark.
class SituationsWindowTest extends WindowTest {
    private static final String LOOK = System.getProperty("wavetank.gallery.look", "en-light");
    private static final String TASK_1 = "_ec59e164-68b4-4f94-98de-ffb1c58a84af";
    private static final String TASK_2 = "_820c21c0-45f3-473b-813f-06381cc637cd";
    private static final String TASK_3 = "_e70a6fcb-913c-4a7b-a65d-e83adc73d69c";

    private final Gallery gallery = new Gallery(this);

    @Override
    Locale language() {
        return LOOK.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    @BeforeEach
    void dress() {
        if (LOOK.endsWith("dark")) {
            interact(() -> lookup("#tool-view-dark").queryButton().fire());
        }
    }

    @AfterEach
    void everythingCouldBeRead() {
        assertThat(gallery.wrong()).isEmpty();
    }

    private void look(String situation) {
        gallery.look(LOOK + "-" + situation);
    }

    private DocumentSession simple() throws IOException {
        return open(corpus("miwg/A.1.0.bpmn"));
    }

    private void select(String... elements) {
        interact(() -> {
            DocumentSession session = desktop.workspace().activeSession().orElseThrow();
            session.selectionProperty()
                    .set(Arrays.stream(elements).map(ElementId::new).collect(Collectors.toSet()));
            canvas().requestFocus();
        });
    }

    @Test
    void gestures() throws IOException {
        simple();
        Point2D task = at(TASK_2);
        moveTo(task);
        press(MouseButton.PRIMARY);
        moveBy(20, 40);
        moveTo(task.add(30, 120));
        moveTo(at(TASK_1).add(4, 120));
        look("drag-with-guides");
        push(KeyCode.ESCAPE);
        release(MouseButton.PRIMARY);

        select();
        push(KeyCode.S);
        Point2D between = at(TASK_1).midpoint(at(TASK_2)).add(0, 110);
        moveTo(between);
        press(MouseButton.PRIMARY);
        moveBy(30, 0);
        moveTo(between.add(90, 0));
        look("space-tool");
        push(KeyCode.ESCAPE);
        release(MouseButton.PRIMARY);

        select(TASK_3);
        eventually(() -> shown("#pad-append-end"));
        moveTo("#pad-append-end");
        eventually(() -> canvas().model().interactionProperty().get().stream()
                .anyMatch(state -> state.previews().stream().anyMatch(Preview.Appended.class::isInstance)));
        look("append-preview");
        moveTo(at(TASK_1).add(0, 160));

        select(TASK_1);
        push(KeyCode.C);
        push(KeyCode.TAB);
        look("connecting-by-keys");
        push(KeyCode.ESCAPE);

        select();
        press(KeyCode.SHIFT);
        moveTo(at(TASK_1).add(-70, -90));
        press(MouseButton.PRIMARY);
        moveTo(at(TASK_2).add(70, 90));
        look("lasso");
        release(MouseButton.PRIMARY);
        release(KeyCode.SHIFT);

        push(KeyCode.ESCAPE);
        doubleClickUntil(TASK_1, () -> shown("#label-editor"));
        look("naming");
        push(KeyCode.ESCAPE);
        push(KeyCode.CONTROL, KeyCode.G);
        interact(() -> canvas().model().viewport().zoomTo(3));
        look("grid-and-minimap");
    }

    @Test
    void menusAndPads() throws IOException {
        simple();
        select(TASK_1, TASK_2, TASK_3);
        eventually(() -> shown("#pad-arrange-alignTop"));
        moveTo("#pad-arrange-alignTop");
        look("pad-for-several");
        push(KeyCode.K);
        look("colour-menu");
        push(KeyCode.ESCAPE);

        select(TASK_2);
        push(KeyCode.R);
        eventually(() -> shown("#element-menu"));
        look("replace-menu");
        push(KeyCode.ESCAPE);
        push(KeyCode.A);
        eventually(() -> shown("#element-menu"));
        write("tim");
        look("append-menu");
        write("xyzzy");
        look("append-menu-nothing");
        push(KeyCode.ESCAPE);

        push(KeyCode.CONTROL, KeyCode.F);
        eventually(() -> shown("#search"));
        write("task");
        look("search");
        write("xyzzy");
        look("search-nothing");
        push(KeyCode.ESCAPE);
    }

    @Test
    void drawings() throws IOException {
        DocumentSession pools = open(corpus("miwg/B.2.0.bpmn"));
        eventually(() -> !pools.findingsProperty().get().isEmpty());
        select(pools.diagram().elements().stream()
                .filter(element -> element.type() == BpmnType.LANE)
                .findFirst()
                .orElseThrow()
                .id()
                .value());
        look("lanes-with-badges");

        DocumentSession loops = simple();
        interact(() -> {
            loops.execute(new Connect(new ElementId(TASK_3), new ElementId(TASK_1)));
            loops.execute(new Connect(new ElementId(TASK_2), new ElementId(TASK_1)));
        });
        select();
        look("ways-back");

        Path claim = folder.resolve("claim.bpmn");
        Files.write(claim, Templates.find("insurance-claim").orElseThrow().bytes());
        open(claim);
        look("template");

        open(chinese());
        look("chinese-labels");
    }

    private Path chinese() throws IOException {
        return Files.writeString(folder.resolve("报销.bpmn"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
                  <collaboration id="c"><participant id="pool" name="财务部报销流程" processRef="p"/></collaboration>
                  <process id="p"><laneSet id="ls">
                      <lane id="l1" name="申请人"><flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef></lane>
                      <lane id="l2" name="部门经理"><flowNodeRef>c1</flowNodeRef><flowNodeRef>g</flowNodeRef>
                        <flowNodeRef>e</flowNodeRef></lane></laneSet>
                    <startEvent id="a" name="提交报销申请"/>
                    <sequenceFlow id="f1" sourceRef="a" targetRef="b"/>
                    <userTask id="b" name="填写报销单并上传全部发票的扫描件"/>
                    <sequenceFlow id="f2" sourceRef="b" targetRef="c1"/>
                    <userTask id="c1" name="审核金额与预算（不超过五千元）"/>
                    <sequenceFlow id="f3" sourceRef="c1" targetRef="g"/>
                    <exclusiveGateway id="g" name="是否批准？"/>
                    <sequenceFlow id="f4" name="批准" sourceRef="g" targetRef="e"/>
                    <sequenceFlow id="f5" name="退回修改" sourceRef="g" targetRef="b"/>
                    <endEvent id="e" name="付款完成"/>
                  </process>
                </definitions>
                """);
    }

    @Test
    void aLargeFile() throws IOException {
        open(Files.write(folder.resolve("large.bpmn"), GeneratedDiagram.of(20_000)));
        look("large-zoomed-out");
        interact(() -> canvas().model().viewport().zoomTo(0.6));
        look("large-near");
        moveTo(canvas());
        press(KeyCode.CONTROL);
        for (int i = 0; i < 8; i++) {
            scroll(1, javafx.geometry.VerticalDirection.UP);
        }
        look("large-while-zooming");
        release(KeyCode.CONTROL);
    }

    @Test
    void dialogs() throws IOException {
        Path file = corpus("miwg/A.1.0.bpmn");
        leaveBehind(file);
        Platform.runLater(desktop::offerRecovery);
        dialog("recovery");

        DocumentSession session = open(file);
        interact(() -> session.execute(new RenameElement(new ElementId(TASK_1), "Pack it")));
        Platform.runLater(() -> desktop.files().close(session));
        dialog("unsaved");
        Platform.runLater(() -> desktop.files().discardToOpened(session));
        dialog("discard");

        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        eventually(() -> shown("#export"));
        eventually(() -> shown("#export-page"));
        look("export");
        String print = new Messages(language()).text("export.print");
        Platform.runLater(() -> lookup(".dialog-pane .button").queryAllAs(Button.class).stream()
                .filter(button -> print.equals(button.getText()))
                .forEach(Button::fire));
        eventually(() -> lookup(".dialog-pane").queryAll().size() > 1);
        look("print");
        closeDialog();
        closeDialog();

        for (String command : java.util.List.of("app-settings", "edit-keyMap", "help-keys")) {
            interact(() -> item(command).fire());
            look(command);
            interact(() -> Window.getWindows().stream()
                    .filter(each -> each != stage && each instanceof Stage)
                    .toList()
                    .forEach(Window::hide));
        }

        Files.writeString(file, Files.readString(file).replace("name=\"Task 2\"", "name=\"From outside\""));
        Platform.runLater(() -> desktop.files().compare(session));
        dialog("compare");
        eventually(() -> shown(".info-bar.warning"));
        look("changed-outside");
    }

    private Path leaveBehind(Path origin) throws IOException {
        Path journal = Files.createDirectories(new StateDirectory(folder.resolve("state")).journal());
        var time = Files.getLastModifiedTime(origin).toInstant();
        Files.writeString(journal.resolve("999999999-a.origin"), origin + "\n" + Files.size(origin) + " " + time);
        Files.writeString(journal.resolve("999999998-b.origin"), origin + "\n" + 1 + " " + time.minusSeconds(60));
        Files.copy(origin, journal.resolve("999999998-b.bpmn"));
        return Files.copy(origin, journal.resolve("999999999-a.bpmn"));
    }

    private void dialog(String situation) {
        eventually(() -> shown(".dialog-pane"));
        look(situation);
        closeDialog();
        eventually(() -> !shown(".dialog-pane"));
    }

    private void closeDialog() {
        int before = lookup(".dialog-pane").queryAll().size();
        interact(() -> Window.getWindows().stream()
                .filter(each -> each != stage && each instanceof Stage)
                .reduce((_, last) -> last)
                .ifPresent(Window::hide));
        eventually(() -> lookup(".dialog-pane").queryAll().size() < before);
    }

    private MenuItem item(String command) {
        return lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(each -> ("menu-" + command).equals(each.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void emptyPlaces() throws IOException {
        look("start");
        interact(() -> desktop.reveal("project"));
        look("no-project-no-file");
        interact(() -> desktop.reveal("properties"));
        look("no-file");
        Path whole = folder.resolve("leave.bpmn");
        Files.write(whole, Templates.find("leave-request").orElseThrow().bytes());
        open(whole);
        select();
        look("no-problems-nothing-selected");
        for (String panel : java.util.List.of("run", "cluster")) {
            interact(() -> desktop.reveal(panel));
        }
        look("no-deployment-no-cluster");
        interact(() -> {
            desktop.project().open(folder);
            desktop.reveal("project");
        });
        eventually(() -> shown("#project-tree"));
        look("project");
        interact(() -> lookup("#project-search").queryAs(TextField.class).setText("xyzzy"));
        eventually(() -> shown("#project-hits"));
        look("project-nothing-found");
    }

    @Test
    void textsAndWhatIsWrongWithThem() throws IOException {
        simple();
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        CodeArea area = lookup("#xml-text").queryAs(CodeArea.class);
        eventually(() -> area.getLength() > 100 && area.getStyleSpans(0, 100).getSpanCount() > 1);
        interact(() -> area.insertText(area.getAbsolutePosition(3, 2), "<oops"));
        eventually(() -> shown("#xml-problem"));
        look("xml-with-an-error");
        interact(() -> area.deleteText(area.getAbsolutePosition(3, 2), area.getAbsolutePosition(3, 2) + 5));

        Path bad = Files.writeString(
                folder.resolve("bad.bpmn"),
                "<?xml version=\"1.0\"?>\n<definitions>\n  <process id=\"p\">\n    <task/>\n</definitions>\n");
        interact(() -> desktop.files().open(bad));
        eventually(() -> shown("#refused"));
        look("refused");
        interact(() -> lookup("#refused-text").queryAs(Button.class).fire());
        CodeArea source = lookup("#source-text").queryAs(CodeArea.class);
        eventually(() -> source.getStyleSpans(0, 30).getSpanCount() > 1);
        look("source-text");
    }

    @Test
    void theTour() {
        clickOn("#start-tour");
        eventually(() -> shown("#tour"));
        look("tour-begins");
        interact(() -> desktop.files().create());
        eventually(() -> desktop.workspace().activeSession().isPresent());
        eventually(() -> canvas().getWidth() > 100);
        look("tour-on-the-canvas");
    }

    @Test
    void theCluster() throws IOException {
        Path whole = folder.resolve("leave.bpmn");
        Files.write(whole, Templates.find("leave-request").orElseThrow().bytes());
        open(whole);
        interact(() -> desktop.reveal("cluster"));
        look("cluster-form");
        fakeLauncher.hold = true;
        clickOn("#cluster-start");
        eventually(() -> shown("#jobs-bar"));
        look("cluster-starts");
        fakeLauncher.hold = false;
        eventually(() -> !desktop.cluster().nodes().isEmpty());
        interact(() -> desktop.reveal("run"));
        look("cluster-runs");
    }

    @Test
    void aNarrowWindow() throws IOException {
        simple();
        interact(() -> {
            stage.setWidth(820);
            stage.setHeight(600);
        });
        select(TASK_2);
        look("narrow");
        push(KeyCode.R);
        eventually(() -> shown("#element-menu"));
        look("narrow-menu");
        push(KeyCode.ESCAPE);
        interact(() -> desktop.files().closeAll(desktop.workspace().documents()));
        look("narrow-start");
    }
}
