package io.bihuan.reporting.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a district is made of at a moment. */
public final class Parts {

    /**
     * A part of a district.
     *
     * @param name null if the code is not on file
     */
    public record Part(String code, @Nullable String name, boolean onFile) {}

    private final String district;
    private final boolean onFile;
    private final List<Part> parts;
    private final Map<String, Part> byCode = new HashMap<>();

    Parts(String district, boolean onFile, List<Part> parts) {
        this.district = district;
        this.onFile = onFile;
        this.parts = parts;
        parts.forEach(part -> byCode.put(part.code(), part));
    }

    /** The district; empty for the whole register. */
    public String district() {
        return district;
    }

    /** Whether the district itself is on file. */
    public boolean onFile() {
        return onFile;
    }

    /** The districts next below it on file, and codes not on file that have hazards; in code order. */
    public List<Part> parts() {
        return parts;
    }

    /** The part that a code within the district belongs to: the one on file that begins it or else itself; or the district if it is of no part. */
    public String of(String code) {
        for (int length = district.length() + 1; length < code.length(); length++) {
            Part part = byCode.get(code.substring(0, length));
            if (part != null && part.onFile()) {
                return part.code();
            }
        }
        return byCode.containsKey(code) ? code : district;
    }
}
