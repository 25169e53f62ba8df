package io.bihuan.system;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a city's ledger takes. A hundred thousand rows go through a heap that could not hold them. */
@Tag("benchmark")
class LedgerBenchmark {

    @Test
    void aHundredThousandRowsGoInAndOutAndInAgain(@TempDir Path folder) throws IOException, InterruptedException {
        new LargeLedger(SharedStack.running(), folder, 100_000).goThrough();
    }
}
