package io.bihuan.hazard.intake;

import java.io.IOException;
import java.io.InputStream;

/** The file of a ledger, which can be read more than once. */
@FunctionalInterface
public interface LedgerFile {

    InputStream open() throws IOException;
}
