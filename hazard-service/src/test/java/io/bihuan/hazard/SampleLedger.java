package io.bihuan.hazard;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The ledger that comes with the product, read without the service's code, to hold the service against. */
public final class SampleLedger {

    private SampleLedger() {}

    public static String csv() {
        return text("hpd-violations.csv");
    }

    public static String mapping() {
        return text("hpd-violations.mapping.yaml");
    }

    public static List<CSVRecord> rows() {
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(csv()))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(SampleLedger.class.getResourceAsStream("/samples/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
