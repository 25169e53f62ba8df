package io.bihuan.hazard.sheets;

import java.io.IOException;
import java.io.InputStream;

/** The file of a sheet, which can be read more than once. */
@FunctionalInterface
public interface SheetFile {

    InputStream open() throws IOException;
}
