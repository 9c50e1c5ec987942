package dev.wavetank.core.paint.text;

/// What a character means to the breaking of lines, after the coarse classes of Unicode's UAX 14.
enum CharacterClass {
    /// Letters and digits of scripts with spaces: break only at spaces and hyphens.
    LETTER,
    SPACE,
    /// A break may follow: hyphens, slashes and the like.
    BREAK_AFTER,
    /// East Asian characters: a break may stand on both sides.
    IDEOGRAPH,
    /// Closing punctuation that must not begin a line.
    CLOSING,
    /// Opening punctuation that must not end a line.
    OPENING;

    private static final String CLOSERS = "、。，．：；？！）］｝〕〉》」』】〗〙〛’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％";
    private static final String OPENERS = "（［｛〔〈《「『【〖〘〚‘“";

    static CharacterClass of(int codePoint) {
        if (codePoint < 0x2000) {
            return switch (codePoint) {
                case ' ', '\t' -> SPACE;
                case '-', '/', '_', '|', 0xAD -> BREAK_AFTER;
                default -> LETTER;
            };
        }
        if (CLOSERS.indexOf(codePoint) >= 0) {
            return CLOSING;
        }
        if (OPENERS.indexOf(codePoint) >= 0) {
            return OPENING;
        }
        return wide(codePoint) ? IDEOGRAPH : codePoint == 0x2010 || codePoint == 0x2013 ? BREAK_AFTER : LETTER;
    }

    boolean wide() {
        return this == IDEOGRAPH || this == CLOSING || this == OPENING;
    }

    private static boolean wide(int codePoint) {
        return codePoint >= 0x1100 && codePoint <= 0x115F
                || codePoint >= 0x2E80 && codePoint <= 0xA4CF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0xFE30 && codePoint <= 0xFE6F
                || codePoint >= 0xFF00 && codePoint <= 0xFF60
                || codePoint >= 0x1F300 && codePoint <= 0x1FAFF
                || codePoint >= 0x20000 && codePoint <= 0x3FFFD;
    }
}
