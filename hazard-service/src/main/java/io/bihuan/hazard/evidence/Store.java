package io.bihuan.hazard.evidence;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes lie. A name is kept once; what lies under it never changes. */
interface Store {

    /**
     * Keeps the content under the name, whole and for good when this returns, or not at all. What is kept already stays.
     *
     * @param length of the content, in bytes
     */
    void keep(String name, Content content, long length) throws IOException;

    /** @throws IOException if nothing is kept under this name, or it cannot be reached */
    InputStream open(String name) throws IOException;
}
