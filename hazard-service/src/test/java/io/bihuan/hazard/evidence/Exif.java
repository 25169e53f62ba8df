package io.bihuan.hazard.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the TIFF structure of an EXIF block, as a camera would. */
public final class Exif {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private final List<Tag> main = new ArrayList<>();
    private final List<Tag> sub = new ArrayList<>();
    private final List<Tag> gps = new ArrayList<>();

    private record Tag(int id, int type, int count, byte[] value) {}

    public Exif camera(String name) {
        main.add(text(0x0110, name));
        return this;
    }

    public Exif orientation(int orientation) {
        main.add(new Tag(
                0x0112,
                SHORT,
                1,
                ByteBuffer.allocate(4).putShort((short) orientation).array()));
        return this;
    }

    public Exif takenAt(String local) {
        sub.add(text(0x9003, local));
        return this;
    }

    /** Such as {@code +05:45}. */
    public Exif offset(String offset) {
        sub.add(text(0x9011, offset));
        return this;
    }

    /** In millionths of a degree. */
    public Exif at(int latitude, int longitude) {
        gps.add(text(1, latitude < 0 ? "S" : "N"));
        gps.add(degrees(2, latitude));
        gps.add(text(3, longitude < 0 ? "W" : "E"));
        gps.add(degrees(4, longitude));
        return this;
    }

    public byte[] tiff() {
        List<Tag> first = new ArrayList<>(main);
        int mainAt = 8;
        int subAt = mainAt + size(main) + 24;
        int gpsAt = subAt + size(sub);
        first.add(pointer(0x8769, subAt));
        first.add(pointer(0x8825, gpsAt));
        ByteBuffer out = ByteBuffer.allocate(gpsAt + size(gps));
        out.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(mainAt);
        write(out, first);
        write(out, sub);
        write(out, gps);
        return out.array();
    }

    private static int size(List<Tag> tags) {
        return 2
                + 12 * tags.size()
                + 4
                + tags.stream()
                        .mapToInt(tag -> tag.value.length > 4 ? tag.value.length : 0)
                        .sum();
    }

    private static void write(ByteBuffer out, List<Tag> tags) {
        int values = out.position() + 2 + 12 * tags.size() + 4;
        out.putShort((short) tags.size());
        ByteBuffer behind = ByteBuffer.allocate(64 * 1024);
        for (Tag tag : tags) {
            out.putShort((short) tag.id).putShort((short) tag.type).putInt(tag.count);
            if (tag.value.length > 4) {
                out.putInt(values + behind.position());
                behind.put(tag.value);
            } else {
                out.put(tag.value).put(new byte[4 - tag.value.length]);
            }
        }
        out.putInt(0).put(behind.flip());
    }

    private static Tag pointer(int id, int at) {
        return new Tag(id, LONG, 1, ByteBuffer.allocate(4).putInt(at).array());
    }

    private static Tag text(int id, String text) {
        byte[] value = (text + '\0').getBytes(StandardCharsets.US_ASCII);
        return new Tag(id, ASCII, value.length, value);
    }

    private static Tag degrees(int id, int millionths) {
        return new Tag(
                id,
                RATIONAL,
                3,
                ByteBuffer.allocate(24)
                        .putInt(Math.abs(millionths))
                        .putInt(1_000_000)
                        .putInt(0)
                        .putInt(1)
                        .putInt(0)
                        .putInt(1)
                        .array());
    }
}
