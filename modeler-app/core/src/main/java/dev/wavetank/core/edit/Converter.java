package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.xml.AtomicFile;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Reads a file into the editing model and writes it from there, so that anyone can check on their own files
/// what the model keeps.
///
/// No element is copied as part of a larger piece of the source: each one's tags and content are written by
/// themselves.
public final class Converter {
    /// How the elements are written.
    public enum Mode {
        /// Each from its own source text; the outcome has the same bytes.
        FAITHFUL,
        /// Each typed anew from names, values and text; the outcome means the same, whatever the blanks and
        /// quotes in the tags were.
        RETYPED
    }

    /// What became of one file.
    ///
    /// @param identical input and output have the same bytes
    public record Conversion(Path input, Path output, boolean identical, List<Finding> findings) {
        public Conversion {
            findings = List.copyOf(findings);
        }
    }

    /// Converts one file into the folder, under its own name; the folder is made if need be.
    public Conversion convert(Path input, Path folder, Mode mode) throws DocumentException {
        Diagram diagram = Diagram.read(input);
        byte[] after = convert(diagram, mode).document().bytes();
        Path output = folder.resolve(input.getFileName());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DocumentException(
                    DocumentException.Code.IO, "The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
        boolean identical = isSame(input, after);
        AtomicFile.write(output, after);
        return new Conversion(input, output, identical, diagram.findings());
    }

    /// The diagram after every element went through the writer.
    Diagram convert(Diagram diagram, Mode mode) {
        XmlDocument document = diagram.document();
        XmlElement root = switch (mode) {
            case FAITHFUL -> document.root().unpinned();
            case RETYPED -> document.root().retyped();
        };
        return diagram.after(document.withRoot(root, document.nextKey())).diagram();
    }

    private static boolean isSame(Path input, byte[] bytes) throws DocumentException {
        try {
            return Arrays.equals(Files.readAllBytes(input), bytes);
        } catch (IOException e) {
            throw new DocumentException(
                    DocumentException.Code.IO, "The file " + input + " cannot be read: " + e.getMessage(), e);
        }
    }
}
