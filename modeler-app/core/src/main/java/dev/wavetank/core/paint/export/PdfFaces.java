package dev.wavetank.core.paint.export;

import com.lowagie.text.pdf.BaseFont;
import dev.wavetank.core.paint.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The faces that one document embeds, each once and only with the characters that it uses.
final class PdfFaces {
    private final FontFiles files = new FontFiles();
    private final Map<Font, Optional<BaseFont>> sans = new HashMap<>();
    private final Optional<BaseFont> eastAsian = files.eastAsian().flatMap(PdfFaces::load);

    /// A stretch of a line in one face; without a face, nothing on this machine can be embedded that has its
    /// characters.
    record Run(String text, Optional<BaseFont> face) {
        double width(Font font) {
            return face.map(known -> (double) known.getWidthPoint(text, (float) font.size()))
                    .orElseGet(() -> Outlines.width(text, font));
        }
    }

    /// The line cut where the face changes.
    List<Run> runs(String line, Font font) {
        Optional<BaseFont> first = sans.computeIfAbsent(
                font.withSize(1), plain -> files.sans(plain).flatMap(PdfFaces::load));
        List<Run> runs = new ArrayList<>();
        int from = 0;
        while (from < line.length()) {
            Optional<BaseFont> face = face(first, line.codePointAt(from));
            int to = from + Character.charCount(line.codePointAt(from));
            while (to < line.length() && face(first, line.codePointAt(to)).equals(face)) {
                to += Character.charCount(line.codePointAt(to));
            }
            runs.add(new Run(line.substring(from, to), face));
            from = to;
        }
        return runs;
    }

    private Optional<BaseFont> face(Optional<BaseFont> first, int character) {
        return first.filter(known -> known.charExists(character))
                .or(() -> eastAsian.filter(known -> known.charExists(character)));
    }

    private static Optional<BaseFont> load(String file) {
        try {
            BaseFont face = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            face.setSubset(true);
            return Optional.of(face);
        } catch (IOException | RuntimeException unusable) {
            return Optional.empty(); // its characters are drawn as outlines
        }
    }
}
