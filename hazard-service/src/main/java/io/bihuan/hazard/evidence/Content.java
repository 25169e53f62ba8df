package io.bihuan.hazard.evidence;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read more than once. */
@FunctionalInterface
public interface Content {

    /** From the first byte. */
    InputStream open() throws IOException;
}
