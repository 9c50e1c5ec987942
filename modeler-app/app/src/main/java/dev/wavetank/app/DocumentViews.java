package dev.wavetank.app;

import dev.wavetank.app.canvas.Canvases;
import dev.wavetank.app.canvas.DiagramView;
import dev.wavetank.app.document.DocumentFiles;
import dev.wavetank.app.document.DocumentSession;
import dev.wavetank.app.document.OpenDocument;
import dev.wavetank.app.document.RefusedFile;
import dev.wavetank.app.document.SourceFile;
import dev.wavetank.app.feature.xml.SourceView;
import dev.wavetank.app.i18n.Messages;
import dev.wavetank.app.ui.Tasks;
import dev.wavetank.app.workbench.FileManager;
import dev.wavetank.app.workbench.RefusedView;
import javafx.scene.Node;

/// What stands in the tab of each document: its diagram, its text, or why it could not be opened.
final class DocumentViews {
    private final Messages messages;
    private final Tasks tasks;
    private final DocumentFiles files;
    private final FileManager programs;
    private final Canvases canvases;
    private final LastViews views;
    private final OutsideNotices notices;
    private final Navigator navigator;

    DocumentViews(
            Messages messages,
            Tasks tasks,
            DocumentFiles files,
            FileManager programs,
            Canvases canvases,
            LastViews views,
            OutsideNotices notices,
            Navigator navigator) {
        this.messages = messages;
        this.tasks = tasks;
        this.files = files;
        this.programs = programs;
        this.canvases = canvases;
        this.views = views;
        this.notices = notices;
        this.navigator = navigator;
    }

    Node of(OpenDocument document) {
        return switch (document) {
            case RefusedFile refused -> new RefusedView(messages, refused, new RefusedWays(refused));
            case SourceFile source ->
                new SourceView(
                        messages, source, tasks, () -> programs.open(source.path()), () -> files.openAgain(source));
            case DocumentSession session -> diagram(session);
        };
    }

    private Node diagram(DocumentSession session) {
        DiagramView view = canvases.of(session);
        if (session.isLaidOut()) {
            view.notice(messages.text("notice.laidOut"), false);
        }
        views.follow(session, view.canvas());
        notices.follow(session, view);
        navigator.follow(session, view.canvas());
        return view;
    }

    private final class RefusedWays implements RefusedView.Ways {
        private final RefusedFile file;

        RefusedWays(RefusedFile file) {
            this.file = file;
        }

        @Override
        public void tryAgain() {
            files.openAgain(file);
        }

        @Override
        public void showText() {
            files.showText(file);
        }

        @Override
        public void openElsewhere() {
            programs.open(file.path());
        }
    }
}
