package dev.wavetank.app.feature.xml;

import dev.wavetank.app.ui.Job;
import dev.wavetank.app.ui.LatestWork;
import dev.wavetank.app.ui.Tasks;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import org.fxmisc.richtext.CodeArea;

/// Gives the lines on the screen their colours, and those that are scrolled to. The colours of the whole text are
/// found in the background after each pause in typing.
final class ColouredLines {
    private static final int BLOCK = 100;
    private static final int LARGE = 100_000;
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final CodeArea area;
    private final Tasks tasks;
    private final LatestWork work;
    private final BitSet done = new BitSet();
    private Optional<XmlColours> colours = Optional.empty();
    private Optional<Job> pause = Optional.empty();

    ColouredLines(CodeArea area, Tasks tasks, String job) {
        this.area = area;
        this.tasks = tasks;
        this.work = new LatestWork(tasks, job, Duration.ZERO);
        area.viewportDirtyEvents().subscribe(_ -> paint());
    }

    /// The text is another one now.
    void stale() {
        colours = Optional.empty();
        pause.ifPresent(Job::cancel);
        pause = Optional.of(tasks.later(PAUSE, this::find));
    }

    private void find() {
        String text = area.getText();
        work.request(
                _ -> XmlColours.of(text),
                found -> {
                    colours = Optional.of(found);
                    done.clear();
                    paintAll(found);
                },
                _ -> {});
    }

    /// A text of usual size gets all its colours at once; a large one those of the lines that are seen.
    private void paintAll(XmlColours found) {
        if (found.length() > LARGE) {
            paint();
        } else if (found.length() > 0 && found.length() == area.getLength()) {
            area.setStyleSpans(0, found.between(0, found.length()));
        }
    }

    private void paint() {
        if (colours.isEmpty() || area.getLength() <= LARGE || colours.get().length() != area.getLength()) {
            return;
        }
        int first = Math.max(0, area.getVisibleParagraphs().isEmpty() ? 0 : area.firstVisibleParToAllParIndex());
        int last = area.getVisibleParagraphs().isEmpty() ? 0 : area.lastVisibleParToAllParIndex();
        for (int block = first / BLOCK; block <= last / BLOCK; block++) {
            if (!done.get(block)) {
                done.set(block);
                paint(block);
            }
        }
    }

    private void paint(int block) {
        int lines = area.getParagraphs().size();
        int from = area.getAbsolutePosition(Math.min(lines - 1, block * BLOCK), 0);
        int to = (block + 1) * BLOCK < lines ? area.getAbsolutePosition((block + 1) * BLOCK, 0) : area.getLength();
        if (to > from) {
            area.setStyleSpans(from, colours.orElseThrow().between(from, to));
        }
    }
}
