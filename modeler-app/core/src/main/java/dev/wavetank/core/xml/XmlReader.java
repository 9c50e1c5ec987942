package dev.wavetank.core.xml;

import dev.wavetank.core.xml.DocumentException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;

/// Reads bytes into a lossless document, or refuses them with one clear sentence.
///
/// Nothing that is read can make it take more memory than the limits allow: the size is checked while the bytes
/// come in, document type declarations (and with them entities) are refused, depth and counts are bounded. It
/// is tolerant where BPMN tools are careless: undeclared prefixes and any root element are fine.
public final class XmlReader {
    /// What a document may cost. The largest real model seen in public collections has 0.9 MB; 20,000 generated
    /// nodes have 14 MB.
    ///
    /// @param bytes most bytes of the file
    /// @param depth deepest nesting of elements
    /// @param elements most elements
    public record Limits(int bytes, int depth, int elements) {
        public static final Limits DEFAULT = new Limits(64 << 20, 256, 2_000_000);
    }

    private final Limits limits;
    private final XMLInputFactory factory;

    public XmlReader() {
        this(Limits.DEFAULT);
    }

    public XmlReader(Limits limits) {
        this.limits = limits;
        this.factory = XmlParser.factory(limits);
    }

    public XmlDocument read(Path file) throws DocumentException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new DocumentException(Code.IO, "The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    public XmlDocument read(byte[] bytes) throws DocumentException {
        try {
            return read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed", e);
        }
    }

    /// Reads the stream to its end, or to the limit; the caller closes it.
    public XmlDocument read(InputStream in) throws DocumentException, IOException {
        byte[] bytes = in.readNBytes(limits.bytes + 1);
        if (bytes.length > limits.bytes) {
            throw new DocumentException(
                    Code.TOO_LARGE,
                    "The file is larger than " + (limits.bytes >> 20) + " MiB, the most that is opened.");
        }
        Encoding encoding = Encoding.of(bytes);
        String source = encoding.decode(bytes);
        if (source.isBlank()) {
            throw new DocumentException(Code.NOT_XML, "The file is empty.");
        }
        return new XmlParser(source, limits, factory, Map.of(), 0).document(encoding);
    }

    /// The next version of a document, from a text that somebody typed in place of its own. What reads the same is
    /// shared with the version before; the document itself comes back if nothing differs.
    public XmlDocument retype(XmlDocument before, String text) throws DocumentException {
        if (text.length() > limits.bytes) {
            throw new DocumentException(
                    Code.TOO_LARGE,
                    "The text is longer than " + (limits.bytes >> 20) + " million characters, the most that is read.");
        }
        if (text.isBlank()) {
            throw new DocumentException(Code.NOT_XML, "The text is empty.");
        }
        Encoding encoding = before.encoding().declaredIn(text);
        return Retyping.of(
                before, new XmlParser(text, limits, factory, Map.of(), 0).document(encoding), text, encoding);
    }

    /// Parses one element from text, which may begin with the blanks that set it on its line, as it is added to
    /// a document in which the prefixes of `scope` are bound.
    ///
    /// @param scope namespaces by prefix; the empty prefix for the default namespace
    /// @param firstKey the key of the element; its descendants get the following ones
    public XmlElement fragment(String text, Map<String, String> scope, int firstKey) throws DocumentException {
        return new XmlParser(text, limits, factory, scope, firstKey).element();
    }
}
