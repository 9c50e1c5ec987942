package dev.wavetank.app;

import dev.wavetank.app.workbench.MenuSpec;
import java.util.List;

/// Which commands stand in which menu and on the toolbar, in order. `-` separates; `+` gives a toolbar button its
/// words.
final class MainMenu {
    static final List<MenuSpec> MENUS = List.of(
            MenuSpec.of(
                    "file",
                    "file.new",
                    "file.open",
                    "file.recent",
                    "file.reopen",
                    "go.project",
                    "-",
                    "file.save",
                    "file.saveAs",
                    "file.saveAll",
                    "file.discard",
                    "-",
                    "file.export",
                    "-",
                    "file.close",
                    "file.closeAll",
                    "file.restore",
                    "file.quit"),
            MenuSpec.of(
                    "edit",
                    "edit.undo",
                    "edit.redo",
                    "-",
                    "edit.delete",
                    "edit.rename",
                    "edit.selectAll",
                    "edit.tidy",
                    "edit.moveToOrigin",
                    "-",
                    "edit.find"),
            MenuSpec.of(
                    "view",
                    "view.zoomIn",
                    "view.zoomOut",
                    "view.actualSize",
                    "view.fit",
                    "-",
                    "view.rightPanel",
                    "view.bottomPanel",
                    "view.minimap",
                    "view.grid",
                    "view.snap",
                    "view.jumps",
                    "-",
                    "view.dark",
                    "view.fullScreen"),
            MenuSpec.of(
                    "go",
                    "go.back",
                    "go.forward",
                    "-",
                    "go.called",
                    "go.usages",
                    "-",
                    "go.search",
                    "view.project",
                    "view.xml"),
            MenuSpec.of("run", "run.cluster", "-", "run.deploy", "run.start"));

    static final List<String> TOOLBAR = List.of(
            "file.new",
            "file.open",
            "file.save",
            "-",
            "edit.undo",
            "edit.redo",
            "edit.delete",
            "-",
            "view.zoomOut",
            "view.zoomIn",
            "view.fit",
            "edit.find",
            "-",
            "+run.cluster",
            "+run.deploy",
            "+run.start",
            "-",
            "view.dark");

    private MainMenu() {}
}
