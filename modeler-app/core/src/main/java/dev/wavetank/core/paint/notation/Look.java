package dev.wavetank.core.paint.notation;

import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Theme;
import java.util.Optional;

/// The colours of one element: the file's where it has them, else the theme's. `colored` says that the file gave a
/// fill.
public record Look(int stroke, int fill, int label, boolean colored) {
    public static Look of(Theme theme) {
        return new Look(theme.stroke(), theme.fill(), theme.label(), false);
    }

    /// The file's colours over the theme's. Names keep the border's colour, as the field is used to; where that or the
    /// theme's label colour
    /// would be unreadable on the given fill, they turn black or white.
    public static Look of(Theme theme, Optional<String> fill, Optional<String> stroke) {
        Optional<Integer> givenFill = fill.flatMap(Argb::parse);
        Optional<Integer> givenStroke = stroke.flatMap(Argb::parse);
        int paper = givenFill.orElse(theme.fill());
        int ink = readable(givenStroke.orElse(theme.stroke()), paper);
        int letters = readable(givenStroke.orElse(theme.label()), paper);
        return new Look(givenStroke.orElse(ink), paper, letters, givenFill.isPresent());
    }

    Look withFill(int newFill) {
        return new Look(stroke, newFill, label, colored);
    }

    private static int readable(int ink, int paper) {
        double light = Argb.luminance(paper);
        if (Argb.alpha(paper) < 128 || Math.abs(light - Argb.luminance(ink)) > 0.25) {
            return ink;
        }
        return light > 0.5 ? Argb.BLACK : Argb.WHITE;
    }
}
