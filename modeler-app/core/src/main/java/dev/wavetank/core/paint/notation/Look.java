package dev.wavetank.core.paint.notation;

import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Theme;
import java.util.Optional;

/// The colours of one element: the file's where it has them, else the theme's. `colored` says that the file
/// gave a fill.
public record Look(int stroke, int fill, int label, boolean colored) {
    public static Look of(Theme theme) {
        return new Look(theme.stroke(), theme.fill(), theme.label(), false);
    }

    /// The file's colours over the theme's. Names keep the border's colour, as the field is used to; where that
    /// or the theme's label colour would be unreadable on the given fill, they turn black or white.
    public static Look of(Theme theme, Optional<String> fill, Optional<String> stroke) {
        Optional<Integer> givenFill = fill.flatMap(Argb::parse);
        Optional<Integer> givenStroke = stroke.flatMap(Argb::parse);
        int paper = givenFill.orElse(theme.fill());
        int behind = Argb.alpha(paper) < 128 ? theme.canvas() : paper;
        int ink = givenStroke
                .map(given -> visible(given, theme.canvas(), theme.stroke()))
                .orElse(theme.stroke());
        int letters = readable(givenStroke.orElse(theme.label()), behind);
        return new Look(ink, paper, letters, givenFill.isPresent());
    }

    Look withFill(int newFill) {
        return new Look(stroke, newFill, label, colored);
    }

    /// The same colours on another paper, with a label that can be read on it.
    Look on(int newFill) {
        return new Look(stroke, newFill, readable(label, newFill), colored);
    }

    /// The given colour if it can be told from the paper, else the other.
    static int visible(int ink, int paper, int otherwise) {
        return Math.abs(Argb.luminance(paper) - Argb.luminance(ink)) > 0.12 ? ink : otherwise;
    }

    private static int readable(int ink, int paper) {
        double light = Argb.luminance(paper);
        if (Math.abs(light - Argb.luminance(ink)) > 0.25) {
            return ink;
        }
        return light > 0.5 ? Argb.BLACK : Argb.WHITE;
    }
}
