package dev.wavetank.core.paint;

/// The colours of a picture. `fill` and `stroke` are what an element without colours of its own has; `label` is
/// the text; `pool` fills pools and lanes; the rest is for the screen (`grid`, `selection`, `hover`, `error`,
/// `warning`).
public record Theme(
        String name,
        int canvas,
        int stroke,
        int fill,
        int label,
        int edge,
        int pool,
        int grid,
        int selection,
        int hover,
        int error,
        int warning) {
    /// Near-black ink on white, as bpmn-js and printed BPMN look.
    public static final Theme LIGHT = new Theme(
            "light",
            0xFFFFFFFF,
            0xFF22242A,
            0xFFFFFFFF,
            0xFF22242A,
            0xFF22242A,
            0xFFFFFFFF,
            0xFFD9DCE1,
            0xFF1A73E8,
            0xFF8AB4F8,
            0xFFD93025,
            0xFFE8A100);

    public static final Theme DARK = new Theme(
            "dark",
            0xFF1B1E24,
            0xFFD6DAE1,
            0xFF272B33,
            0xFFE4E7EC,
            0xFFB9BEC8,
            0xFF1F2229,
            0xFF363B45,
            0xFF6EA8FE,
            0xFF3D5A8A,
            0xFFFF6B60,
            0xFFF0B429);

    public boolean dark() {
        return Argb.luminance(canvas) < 0.5;
    }
}
