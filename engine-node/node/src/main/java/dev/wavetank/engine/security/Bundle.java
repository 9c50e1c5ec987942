package dev.wavetank.engine.security;

import dev.wavetank.engine.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Unpacks a `.bar` or `.zip` of files to deploy, in memory and within bounds: a few kilobytes can unpack to
/// gigabytes, and a name can lead out of every folder.
public final class Bundle {
    private static final int MOST_FILES = 200;
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    /// Plain names in plain folders.
    private static final Pattern NAME =
            Pattern.compile("([\\p{L}\\p{N}_ .()+-]{1,100}/){0,8}[\\p{L}\\p{N}_ .()+-]{1,200}");

    private Bundle() {}

    /// The files by their names, in their order.
    ///
    /// @throws ProblemException 400 when it is no zip, names a file as it should not, or is too much
    public static Map<String, byte[]> unpack(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                if (entry.isDirectory()) continue;
                if (files.size() == MOST_FILES) {
                    throw ProblemException.badRequest("The archive has more than " + MOST_FILES + " files.");
                }
                byte[] content = read(stream, left);
                left -= content.length;
                if (files.put(checked(entry.getName()), content) != null) {
                    throw ProblemException.badRequest("The archive has '" + entry.getName() + "' twice.");
                }
            }
        } catch (IOException | IllegalArgumentException malformed) {
            throw ProblemException.badRequest("The archive cannot be read: " + malformed.getMessage() + ".");
        }
        if (files.isEmpty()) throw ProblemException.badRequest("The archive has no files: is it a zip?");
        return files;
    }

    private static byte[] read(ZipInputStream stream, int most) throws IOException {
        byte[] content = stream.readNBytes(most);
        if (stream.read() >= 0) {
            throw ProblemException.badRequest("The archive unpacks to more than " + MOST_BYTES / 1024 / 1024 + " MiB.");
        }
        return content;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw ProblemException.badRequest(
                    "A file of the archive has a name that is not taken: use letters, digits, spaces and . _ - ( ) +.");
        }
        return name;
    }
}
