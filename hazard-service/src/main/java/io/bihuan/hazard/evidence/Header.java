package io.bihuan.hazard.evidence;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says of itself before its pixels, read without decoding anything: a small file may claim to be a picture
 * that no memory holds.
 *
 * @param wholeAtOnce whether a decoder must have the whole picture in memory, rather than a few lines of it
 * @param exif the TIFF structure of its EXIF block, if it has one
 */
record Header(int width, int height, boolean wholeAtOnce, byte @Nullable [] exif) {

    private static final int LARGEST_EXIF = 64 * 1024;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private static final int EXIF_SEGMENT = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int PROGRESSIVE = 0xC2;

    private static final int PNG_SIGNATURE = 8;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int EXIF_CHUNK = 0x65584966;

    /** @throws IOException if there is no such header, or its parts do not lie within the content */
    static Header of(Format format, Content content) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(content.open()))) {
            return format == Format.PNG ? png(in) : jpeg(in);
        }
    }

    /** ITU T.81: markers with segments, up to the start of the first scan. */
    private static Header jpeg(DataInputStream in) throws IOException {
        in.readUnsignedShort();
        int width = 0;
        int height = 0;
        int components = 0;
        boolean progressive = false;
        byte[] exif = null;
        while (true) {
            int marker = marker(in);
            int length = in.readUnsignedShort() - 2;
            if (marker == START_OF_SCAN) {
                // Components that come one after the other are collected before any line is complete.
                boolean severalScans = progressive || in.readUnsignedByte() < components;
                return new Header(width, height, severalScans, exif);
            }
            byte[] segment = in.readNBytes(Math.max(0, length));
            if (segment.length != length || marker == END_OF_IMAGE) {
                throw new IOException("no scan");
            }
            if (isFrame(marker) && length >= 6) {
                progressive = marker == PROGRESSIVE;
                height = unsignedShort(segment, 1);
                width = unsignedShort(segment, 3);
                components = segment[5];
            } else if (marker == EXIF_SEGMENT && exif == null && startsWithExif(segment)) {
                exif = Arrays.copyOfRange(segment, EXIF.length, length);
            }
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw new IOException("no marker");
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** SOF0 to SOF15, among which stand the tables DHT, JPG and DAC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static boolean startsWithExif(byte[] segment) {
        return segment.length > EXIF.length && Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    /** W3C PNG: chunks, the first of which is IHDR, up to the first of pixels. */
    private static Header png(DataInputStream in) throws IOException {
        in.skipNBytes(PNG_SIGNATURE);
        int headerLength = in.readInt();
        if (headerLength != 13 || in.readInt() != IHDR) {
            throw new IOException("no IHDR");
        }
        int width = in.readInt();
        int height = in.readInt();
        in.skipNBytes(5 + 4);
        byte[] exif = null;
        while (true) {
            int length = in.readInt();
            int type = in.readInt();
            if (type == IDAT) {
                return new Header(width, height, false, exif);
            }
            if (length < 0) {
                throw new IOException("a chunk without end");
            }
            if (type == EXIF_CHUNK && length <= LARGEST_EXIF) {
                exif = in.readNBytes(length);
                in.skipNBytes(4);
            } else {
                in.skipNBytes(length + 4L);
            }
        }
    }
}
