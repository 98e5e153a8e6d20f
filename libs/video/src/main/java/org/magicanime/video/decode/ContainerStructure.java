package org.magicanime.video.decode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.magicanime.video.UnreadableFilmException;

/// Sees by a file's outermost structure whether its end is missing. Demuxers read what is left of such a file
/// without a word.
///
/// ISO base media (ISO/IEC 14496-12, boxes), Matroska and WebM (RFC 8794, RFC 9559: the Segment's size), AVI (RIFF
/// size), GIF (trailer byte 0x3B). Other formats have no such mark.
final class ContainerStructure {
    private static final Set<String> FIRST_BOXES = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot");
    private static final long EBML = 0x1A45DFA3L;
    private static final long SEGMENT = 0x18538067L;
    private static final int MOST_BOXES = 100_000;
    private static final int GIF_TAIL = 64;

    private final RandomAccessFile file;
    private final long length;

    private ContainerStructure(RandomAccessFile file) throws IOException {
        this.file = file;
        this.length = file.length();
    }

    /// @throws UnreadableFilmException `truncated`, or `not-a-video` for an empty file
    static void check(Path film) {
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "r")) {
            new ContainerStructure(file).check();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check() throws IOException {
        if (length == 0) {
            throw new UnreadableFilmException("not-a-video", "the file is empty", 0.0, null);
        }
        if (length < 16) {
            return;
        }
        byte[] start = new byte[12];
        file.readFully(start);
        String text = new String(start, US_ASCII);
        if (FIRST_BOXES.contains(text.substring(4, 8))) {
            checkBoxes();
        } else if (unsigned(start, 0) == EBML) {
            checkSegment();
        } else if (text.startsWith("RIFF") && text.startsWith("AVI ", 8)) {
            long size = Integer.toUnsignedLong(Integer.reverseBytes((int) unsigned(start, 4)));
            requireWhole(8 + size);
        } else if (text.startsWith("GIF8")) {
            checkTrailer();
        }
    }

    private void checkBoxes() throws IOException {
        boolean index = false;
        long at = 0;
        for (int boxes = 0; at + 8 <= length && boxes < MOST_BOXES; boxes++) {
            file.seek(at);
            long size = Integer.toUnsignedLong(file.readInt());
            byte[] type = new byte[4];
            file.readFully(type);
            index |= new String(type, US_ASCII).equals("moov");
            if (size == 1 && at + 16 <= length) {
                size = file.readLong();
            } else if (size == 0) {
                size = length - at;
            }
            if (size < 8) {
                // No box at all: leave the word to the demuxer.
                return;
            }
            requireWhole(at + size);
            at += size;
        }
        if (!index) {
            throw new UnreadableFilmException(
                    "truncated", "the file has no index (moov box): its end is missing", null, null);
        }
    }

    private void checkSegment() throws IOException {
        file.seek(4);
        long header = variable();
        file.seek(file.getFilePointer() + header);
        if (header < 0 || file.getFilePointer() + 12 > length || Integer.toUnsignedLong(file.readInt()) != SEGMENT) {
            return;
        }
        long size = variable();
        if (size >= 0) {
            requireWhole(file.getFilePointer() + size);
        }
    }

    /// An EBML size: its length is the number of leading zero bits of the first byte plus one; -1 stands for "unknown".
    private long variable() throws IOException {
        int first = file.readUnsignedByte();
        int bytes = Integer.numberOfLeadingZeros(first) - 23;
        if (bytes > 8) {
            return -1;
        }
        long value = first & ((1 << (8 - bytes)) - 1);
        boolean unknown = value == (1 << (8 - bytes)) - 1;
        for (int i = 1; i < bytes; i++) {
            int next = file.readUnsignedByte();
            unknown &= next == 0xff;
            value = value << 8 | next;
        }
        return unknown ? -1 : value;
    }

    private void checkTrailer() throws IOException {
        byte[] tail = new byte[(int) Math.min(GIF_TAIL, length)];
        file.seek(length - tail.length);
        file.readFully(tail);
        int last = tail.length - 1;
        while (last > 0 && tail[last] == 0) {
            last--;
        }
        if (tail[last] != 0x3B) {
            throw new UnreadableFilmException("truncated", "the GIF has no trailer: its end is missing", null, null);
        }
    }

    private void requireWhole(long end) {
        if (end > length || end < 0) {
            throw new UnreadableFilmException(
                    "truncated", "the file has fewer bytes than it declares", (double) length, (double) end);
        }
    }

    private static long unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xffL) << 24
                | (bytes[at + 1] & 0xffL) << 16
                | (bytes[at + 2] & 0xffL) << 8
                | (bytes[at + 3] & 0xffL);
    }
}
