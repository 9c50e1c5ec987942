package dev.wavetank.cluster.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a tar archive in the ustar format (POSIX.1-1988): all that an image layer needs, and the same bytes
/// for the same content.
public final class TarWriter implements AutoCloseable {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;

    private final OutputStream out;
    private final long modified;

    /// @param modified seconds since 1970 that every entry is given
    public TarWriter(OutputStream out, long modified) {
        this.out = out;
        this.modified = modified;
    }

    /// Who owns an entry and what they may do.
    public record Owner(int user, int group, int mode) {}

    public void folder(String name, Owner owner) throws IOException {
        header(name + "/", owner, '5', 0, "");
    }

    public void link(String name, String target) throws IOException {
        header(name, new Owner(0, 0, 0777), '2', 0, target);
    }

    public void file(String name, Owner owner, byte[] content) throws IOException {
        header(name, owner, '0', content.length, "");
        out.write(content);
        pad(content.length);
    }

    public void file(String name, Owner owner, Path content) throws IOException {
        long size = Files.size(content);
        header(name, owner, '0', size, "");
        try (InputStream in = Files.newInputStream(content)) {
            if (in.transferTo(out) != size) throw new IOException(content + " changed while it was read");
        }
        pad(size);
    }

    private void header(String name, Owner owner, char type, long size, String target) throws IOException {
        byte[] header = new byte[BLOCK];
        int cut = name.length() <= NAME_LENGTH ? 0 : name.indexOf('/', name.length() - NAME_LENGTH - 1) + 1;
        put(header, 0, NAME_LENGTH, name.substring(cut));
        if (cut > 0) put(header, 345, 155, name.substring(0, cut - 1));
        putOctal(header, 100, 8, owner.mode());
        putOctal(header, 108, 8, owner.user());
        putOctal(header, 116, 8, owner.group());
        putOctal(header, 124, 12, size);
        putOctal(header, 136, 12, modified);
        header[156] = (byte) type;
        put(header, 157, 100, target);
        put(header, 257, 6, "ustar");
        put(header, 263, 2, "00");
        for (int i = 148; i < 156; i++) header[i] = ' ';
        int sum = 0;
        for (byte b : header) sum += b & 0xff;
        put(header, 148, 8, String.format("%06o", sum) + "\0 ");
        out.write(header);
    }

    private static void putOctal(byte[] header, int at, int length, long value) throws IOException {
        String digits = String.format("%0" + (length - 1) + "o", value);
        if (digits.length() >= length) throw new IOException("too large for a tar archive: " + value);
        put(header, at, length, digits);
    }

    private static void put(byte[] header, int at, int length, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > length) throw new IOException("too long for a tar archive: " + text);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private void pad(long size) throws IOException {
        int rest = (int) (size % BLOCK);
        if (rest > 0) out.write(new byte[BLOCK - rest]);
    }

    /// Ends the archive.
    @Override
    public void close() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.close();
    }
}
