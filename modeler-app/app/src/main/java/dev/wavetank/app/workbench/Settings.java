package dev.wavetank.app.workbench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is remembered between two starts. Paths are strings here because a remembered path may not be legal on the
/// machine that reads it; who uses one checks it.
///
/// @param look     null in a file of an earlier version
/// @param window   last place of the window, null before the first run
/// @param dividers split positions by the name of the split pane, each 0 to 1
/// @param recent   newest first
/// @param sheet    null before it was first kept
/// @param lastUsed the entries of the menu of elements that were chosen last, the latest first
/// @param session  the files that were open, in the order of their tabs
/// @param work     null in a file of an earlier version
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        @Nullable Look look,
        @Nullable Place window,
        Map<String, Double> dividers,
        List<String> recent,
        List<String> session,
        boolean rightPanel,
        boolean bottomPanel,
        boolean minimap,
        @Nullable Sheet sheet,
        @Nullable Work work,
        List<String> lastUsed) {

    public static final Settings FIRST_RUN = new Settings(
            Look.FIRST_RUN,
            null,
            Map.of(),
            List.of(),
            List.of(),
            true,
            true,
            true,
            Sheet.FIRST_RUN,
            Work.FIRST_RUN,
            List.of());

    /// What was worked on.
    ///
    /// @param pinned  recent files that stay in the list
    /// @param restore whether the next start opens the files of the last one again
    /// @param front   the file in front; empty if none was
    /// @param project the folder of the project; empty if none was open
    /// @param views   how the files were looked at, by their path, the latest last
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Work(
            List<String> pinned, boolean restore, String front, String project, Map<String, LastView> views) {
        static final Work FIRST_RUN = new Work(List.of(), true, "", "", Map.of());

        public Work {
            pinned = List.copyOf(Objects.requireNonNullElse(pinned, List.of()));
            front = Objects.requireNonNullElse(front, "");
            project = Objects.requireNonNullElse(project, "");
            views = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNullElse(views, Map.of())));
        }
    }

    /// How a file was looked at last.
    ///
    /// @param plane which of its diagrams
    /// @param x     of the middle of what was seen, in DI units
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LastView(int plane, double x, double y, double scale) {}

    /// The window's bounds in screen pixels.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(double x, double y, double width, double height, boolean maximized) {}

    /// How all sheets look and behave.
    ///
    /// @param snap what is dragged goes to the grid
    /// @param jumps flows jump over those they cross
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sheet(boolean grid, boolean snap, boolean jumps) {
        static final Sheet FIRST_RUN = new Sheet(false, true, true);
    }

    public Settings {
        look = Objects.requireNonNullElse(look, Look.FIRST_RUN);
        sheet = Objects.requireNonNullElse(sheet, Sheet.FIRST_RUN);
        dividers = Map.copyOf(Objects.requireNonNullElse(dividers, Map.of()));
        recent = List.copyOf(Objects.requireNonNullElse(recent, List.of()));
        lastUsed = List.copyOf(Objects.requireNonNullElse(lastUsed, List.of()));
        session = List.copyOf(Objects.requireNonNullElse(session, List.of()));
    }

    @Override
    public Look look() {
        return Objects.requireNonNullElse(look, Look.FIRST_RUN);
    }

    @Override
    public Sheet sheet() {
        return Objects.requireNonNullElse(sheet, Sheet.FIRST_RUN);
    }

    @Override
    public Work work() {
        return Objects.requireNonNullElse(work, Work.FIRST_RUN);
    }

    public Settings withLastUsed(List<String> value) {
        return new Settings(
                look, window, dividers, recent, session, rightPanel, bottomPanel, minimap, sheet, work, value);
    }

    public Settings withWork(Work value) {
        return new Settings(
                look, window, dividers, recent, session, rightPanel, bottomPanel, minimap, sheet, value, lastUsed);
    }

    public Settings withSheet(Sheet value) {
        return new Settings(
                look, window, dividers, recent, session, rightPanel, bottomPanel, minimap, value, work, lastUsed);
    }

    public Settings withLook(Look value) {
        return new Settings(
                value, window, dividers, recent, session, rightPanel, bottomPanel, minimap, sheet, work, lastUsed);
    }

    public Settings withWindow(Place value) {
        return new Settings(
                look, value, dividers, recent, session, rightPanel, bottomPanel, minimap, sheet, work, lastUsed);
    }

    public Settings withDividers(Map<String, Double> value) {
        return new Settings(
                look, window, value, recent, session, rightPanel, bottomPanel, minimap, sheet, work, lastUsed);
    }

    public Settings withFiles(List<String> newRecent, List<String> newSession) {
        return new Settings(
                look, window, dividers, newRecent, newSession, rightPanel, bottomPanel, minimap, sheet, work, lastUsed);
    }

    public Settings withPanels(boolean right, boolean bottom, boolean map) {
        return new Settings(look, window, dividers, recent, session, right, bottom, map, sheet, work, lastUsed);
    }
}
