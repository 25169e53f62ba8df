package io.bihuan.system;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of some length, through the whole service; {@link LedgerBenchmark} takes a long one. */
class LedgerTest {

    @Test
    void twoThousandRowsGoInAndOutAndInAgain(@TempDir Path folder) throws IOException, InterruptedException {
        new LargeLedger(SharedStack.running(), folder, 2_000).goThrough();
    }
}
