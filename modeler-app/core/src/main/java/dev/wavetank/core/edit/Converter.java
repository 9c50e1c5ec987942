package dev.wavetank.core.edit;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.validation.Finding;
import dev.wavetank.core.xml.DocumentException;
import dev.wavetank.core.xml.XmlDocument;
import dev.wavetank.core.xml.XmlElement;
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
    /// @param bytes     the file as the model writes it
    /// @param identical input and output have the same bytes
    public record Conversion(byte[] bytes, boolean identical, List<Finding> findings) {
        public Conversion {
            findings = List.copyOf(findings);
        }
    }

    /// @throws DocumentException if the bytes are refused, with a sentence that says why
    public Conversion convert(byte[] input, Mode mode) throws DocumentException {
        Diagram diagram = Diagram.read(input);
        byte[] output = convert(diagram, mode).document().bytes();
        return new Conversion(output, Arrays.equals(input, output), diagram.findings());
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
}
