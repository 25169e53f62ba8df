package io.bihuan.hazard.intake;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.sheets.ForeignFile;
import java.io.IOException;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MappingFuzzTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Stream<Arguments> ledgers() {
        return Stream.of(
                arguments(Ledgers.BY_DATES, Ledgers.ROW),
                arguments(
                        Ledgers.BY_DATES.replace("yyyy-MM-dd HH:mm", "d/M/yy[ H:m]"),
                        Ledgers.ROW.replace("2026-05-03", "3/5/26")),
                arguments("a: &a [*a, *a]\nledger: !!java.net.URL [b]", "1,2"),
                arguments(
                        "{\"ledger\": \"l\", \"dates\": {\"patterns\": [\"yyyy\"], \"zone\": \"Z\"}, \"life\": []}",
                        ""),
                arguments("{\"found\": {\"at\": {\"firstOf\": [{\"column\": \"发现时间\"}]}}}", Ledgers.ROW));
    }

    @MethodSource("ledgers")
    @FuzzTest
    void aLedgerIsReadUnderAMappingOrOneOfThemIsRefused(@NotNull String mapping, @NotNull String row)
            throws IOException {
        try (var ledger = LedgerReader.open(Ledgers.bytes(Ledgers.HEADER + "\n" + row), mapping, ZONE)) {
            while (ledger.next(Ledgers.NOW) != null) {
                continue;
            }
        } catch (Refusal | ForeignFile refused) {
            // As it should be.
        }
    }
}
