package dev.wavetank.cluster.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// The little that is asked of a Linux program file.
final class Elf {
    private static final int INTERPRETER = 3;

    private Elf() {}

    /// Whether the program brings all it needs: it names no loader (64-bit ELF, little endian).
    static boolean isStatic(Path program) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(program)).order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() < 64 || file.getInt(0) != 0x464c457f || file.get(4) != 2) return false;
        long table = file.getLong(32);
        int size = Short.toUnsignedInt(file.getShort(54));
        int count = Short.toUnsignedInt(file.getShort(56));
        for (int i = 0; i < count; i++) {
            if (file.getInt((int) table + i * size) == INTERPRETER) return false;
        }
        return true;
    }
}
