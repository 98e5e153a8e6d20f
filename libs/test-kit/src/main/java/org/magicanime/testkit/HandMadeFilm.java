package org.magicanime.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A Matroska file (RFC 9559) written byte by byte, so that it can say what no muxer would: any codec, any size, any
/// number of streams, any length, packets that are what they are not. Begin with {@link #ofGreys} for a good film.
public final class HandMadeFilm {
    private static final long MILLISECOND = 1_000_000;

    private final List<byte[]> tracks = new ArrayList<>();
    private final List<Packet> packets = new ArrayList<>();
    private double declaredMilliseconds;

    private record Packet(long millisecond, byte[] bytes) {}

    /// A good film of grey frames, each of another brightness, uncompressed, 25 frames per second.
    ///
    /// @param seed films with different seeds have different bytes
    public static HandMadeFilm ofGreys(int width, int height, int frames, int seed) {
        HandMadeFilm film = new HandMadeFilm().pictures("V_UNCOMPRESSED", "I420", width, height, 25);
        for (int frame = 0; frame < frames; frame++) {
            byte[] picture = new byte[width * height * 3 / 2];
            Arrays.fill(picture, 0, width * height, (byte) (16 + (frame + seed) % 200));
            Arrays.fill(picture, width * height, picture.length, (byte) 128);
            picture[0] = (byte) seed;
            picture[1] = (byte) (seed >> 8);
            film.packet(frame * 40L, picture);
        }
        return film.declaringMilliseconds(frames * 40.0);
    }

    /// Adds a stream of pictures.
    ///
    /// @param codec Matroska's name, such as `V_UNCOMPRESSED`, or `V_MS/VFW/FOURCC`
    /// @param fourCc four letters that tell more, for those two
    public HandMadeFilm pictures(String codec, String fourCc, int width, int height, double framesPerSecond) {
        ByteArrayOutputStream video = new ByteArrayOutputStream();
        element(video, 0xB0, number(width));
        element(video, 0xBA, number(height));
        if (codec.equals("V_UNCOMPRESSED")) {
            element(video, 0x2EB524, fourCc.getBytes(US_ASCII));
        }
        ByteArrayOutputStream track = track(1, codec);
        if (codec.equals("V_MS/VFW/FOURCC")) {
            element(track, 0x63A2, bitmapHeader(fourCc, width, height));
        }
        element(track, 0x23E383, number(Math.round(1e9 / framesPerSecond)));
        element(track, 0xE0, video.toByteArray());
        tracks.add(track.toByteArray());
        return this;
    }

    /// Adds a stream of sound.
    public HandMadeFilm sound() {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        element(audio, 0xB5, ByteBuffer.allocate(8).putDouble(48_000).array());
        element(audio, 0x9F, number(1));
        element(audio, 0x6264, number(16));
        ByteArrayOutputStream track = track(2, "A_PCM/INT/LIT");
        element(track, 0xE1, audio.toByteArray());
        tracks.add(track.toByteArray());
        return this;
    }

    /// Adds a packet of the first stream.
    public HandMadeFilm packet(long millisecond, byte[] bytes) {
        packets.add(new Packet(millisecond, bytes));
        return this;
    }

    public HandMadeFilm declaringMilliseconds(double length) {
        declaredMilliseconds = length;
        return this;
    }

    public Path write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes());
            return file;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        element(info, 0x2AD7B1, number(MILLISECOND));
        element(
                info,
                0x4489,
                ByteBuffer.allocate(8).putDouble(declaredMilliseconds).array());
        element(info, 0x4D80, "by hand".getBytes(US_ASCII));
        element(info, 0x5741, "by hand".getBytes(US_ASCII));
        element(segment, 0x1549A966, info.toByteArray());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        tracks.forEach(track -> element(all, 0xAE, track));
        element(segment, 0x1654AE6B, all.toByteArray());
        for (Packet packet : packets) {
            ByteArrayOutputStream cluster = new ByteArrayOutputStream();
            element(cluster, 0xE7, number(packet.millisecond()));
            // SimpleBlock: track 1, no time after the cluster's, a key frame.
            byte[] block = new byte[4 + packet.bytes().length];
            block[0] = (byte) 0x81;
            block[3] = (byte) 0x80;
            System.arraycopy(packet.bytes(), 0, block, 4, packet.bytes().length);
            element(cluster, 0xA3, block);
            element(segment, 0x1F43B675, cluster.toByteArray());
        }
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        element(header, 0x4282, "matroska".getBytes(US_ASCII));
        element(header, 0x4287, number(4));
        element(header, 0x4285, number(2));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        element(file, 0x1A45DFA3, header.toByteArray());
        element(file, 0x18538067, segment.toByteArray());
        return file.toByteArray();
    }

    private ByteArrayOutputStream track(int type, String codec) {
        ByteArrayOutputStream track = new ByteArrayOutputStream();
        element(track, 0xD7, number(tracks.size() + 1L));
        element(track, 0x73C5, number(tracks.size() + 1L));
        element(track, 0x83, number(type));
        element(track, 0x86, codec.getBytes(US_ASCII));
        return track;
    }

    /// BITMAPINFOHEADER
    private static byte[] bitmapHeader(String fourCc, int width, int height) {
        return ByteBuffer.allocate(40)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(40)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) 24)
                .put(fourCc.getBytes(US_ASCII))
                .array();
    }

    /// Identifier, size in eight bytes, content (RFC 8794).
    private static void element(ByteArrayOutputStream out, int id, byte[] content) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (id >>> shift != 0) {
                out.write(id >>> shift);
            }
        }
        out.writeBytes(
                ByteBuffer.allocate(8).putLong(0x01L << 56 | content.length).array());
        out.writeBytes(content);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }
}
