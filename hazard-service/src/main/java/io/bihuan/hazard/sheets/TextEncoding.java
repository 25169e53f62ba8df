package io.bihuan.hazard.sheets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells the charset of a text by its bytes. */
final class TextEncoding {

    /** As Chinese Excel saves CSV. */
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextEncoding() {}

    static boolean isMarkedUtf16(byte[] start) {
        return start.length > 1
                && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                        || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF);
    }

    /** The charset that a file's mark names, whatever else it is taken for; null where it has none. */
    static @Nullable Charset marked(SheetFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] start = in.readNBytes(3);
            if (isMarkedUtf16(start)) {
                return StandardCharsets.UTF_16;
            }
            boolean utf8 =
                    start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
            return utf8 ? StandardCharsets.UTF_8 : null;
        }
    }

    /**
     * UTF-8, unless more of the bytes beyond ASCII contradict it than agree: so that a
     * text in UTF-8 with a broken character is still seen to be one, and refused rather than misread.
     */
    static Charset unmarked(SheetFile file) throws IOException {
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16)) {
            return agreesWithUtf8(in) ? StandardCharsets.UTF_8 : GB18030;
        }
    }

    private static boolean agreesWithUtf8(InputStream in) throws IOException {
        long agreeing = 0;
        long contradicting = 0;
        int toCome = 0;
        for (int each = in.read(); each >= 0; each = in.read()) {
            if (toCome > 0 && (each & 0xC0) == 0x80) {
                toCome--;
                agreeing += toCome == 0 ? 1 : 0;
                continue;
            }
            contradicting += toCome > 0 ? 1 : 0;
            toCome = continuations(each);
            if (toCome < 0) {
                contradicting++;
                toCome = 0;
            }
        }
        return contradicting <= agreeing;
    }

    /** How many bytes follow the first of a character in UTF-8; negative if no character begins with it. */
    private static int continuations(int first) {
        if (first < 0x80) {
            return 0;
        }
        if (first < 0xC2 || first > 0xF4) {
            return -1;
        }
        return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    }
}
