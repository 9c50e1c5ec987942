package dev.wavetank.app.workbench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is remembered between two starts. Paths are strings here because a remembered path may not be legal on the
/// machine that reads it; who uses one checks it.
///
/// @param window   last place of the window, null before the first run
/// @param dividers split positions by the name of the split pane, each 0 to 1
/// @param recent   newest first
/// @param sheet    null before it was first kept
/// @param session  the files that were open, in the order of their tabs
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        boolean dark,
        @Nullable Place window,
        Map<String, Double> dividers,
        List<String> recent,
        List<String> session,
        boolean rightPanel,
        boolean bottomPanel,
        boolean minimap,
        @Nullable Sheet sheet) {

    public static final Settings FIRST_RUN =
            new Settings(false, null, Map.of(), List.of(), List.of(), true, true, true, Sheet.FIRST_RUN);

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
        sheet = Objects.requireNonNullElse(sheet, Sheet.FIRST_RUN);
        dividers = Map.copyOf(Objects.requireNonNullElse(dividers, Map.of()));
        recent = List.copyOf(Objects.requireNonNullElse(recent, List.of()));
        session = List.copyOf(Objects.requireNonNullElse(session, List.of()));
    }

    @Override
    public Sheet sheet() {
        return Objects.requireNonNullElse(sheet, Sheet.FIRST_RUN);
    }

    public Settings withSheet(Sheet value) {
        return new Settings(dark, window, dividers, recent, session, rightPanel, bottomPanel, minimap, value);
    }

    public Settings withDark(boolean value) {
        return new Settings(value, window, dividers, recent, session, rightPanel, bottomPanel, minimap, sheet);
    }

    public Settings withWindow(Place value) {
        return new Settings(dark, value, dividers, recent, session, rightPanel, bottomPanel, minimap, sheet);
    }

    public Settings withDividers(Map<String, Double> value) {
        return new Settings(dark, window, value, recent, session, rightPanel, bottomPanel, minimap, sheet);
    }

    public Settings withFiles(List<String> newRecent, List<String> newSession) {
        return new Settings(dark, window, dividers, newRecent, newSession, rightPanel, bottomPanel, minimap, sheet);
    }

    public Settings withPanels(boolean right, boolean bottom, boolean map) {
        return new Settings(dark, window, dividers, recent, session, right, bottom, map, sheet);
    }
}
