package dev.wavetank.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// One file that Wavetank brings along.
///
/// @param name what a person types, for example `order-fulfilment`
/// @param title what a person reads in a list
/// @param description one or two sentences
public record Template(Kind kind, String name, String title, String description) {
    /// What a template describes, and so where it lies and what its file is called.
    public enum Kind {
        PROCESS("processes", ".bpmn"),
        CLUSTER("clusters", ".json");

        private final String folder;
        private final String extension;

        Kind(String folder, String extension) {
            this.folder = folder;
            this.extension = extension;
        }
    }

    /// The name of the file, for a copy on disk.
    public String fileName() {
        return name + kind.extension;
    }

    /// The file's content.
    public byte[] bytes() {
        String path = "/templates/" + kind.folder + "/" + fileName();
        try (InputStream in = Template.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("this program was packed without its template " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + path + " cannot be read", e);
        }
    }
}
