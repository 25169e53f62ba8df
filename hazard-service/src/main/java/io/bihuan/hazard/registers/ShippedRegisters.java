package io.bihuan.hazard.registers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bihuan.hazard.registers.District.Level;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Loads the registers of districts that come with the product. Which ones is configuration. */
@ApplicationScoped
class ShippedRegisters {

    private static final Logger LOG = Logger.getLogger(ShippedRegisters.class);
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Districts districts;
    private final List<String> registers;

    ShippedRegisters(Districts districts, @ConfigProperty(name = "bihuan.registers.districts") List<String> registers) {
        this.districts = districts;
        this.registers = registers;
    }

    void load(@Observes StartupEvent start) {
        for (String register : registers) {
            int changed = districts.register(read("registers/" + register + ".csv"));
            LOG.infof("register %s: %d districts new or changed", register, changed);
        }
    }

    private static List<DistrictLine> read(String resource) {
        try (InputStream in = Objects.requireNonNull(
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource),
                        () -> "bihuan.registers.districts names a register that does not exist: " + resource);
                var rows = CSV.parse(new InputStreamReader(in, UTF_8))) {
            return rows.stream()
                    .map(row -> new DistrictLine(
                            row.get("code"),
                            row.get("name"),
                            emptyToNull(row.get("parentCode")),
                            Level.valueOf(row.get("level"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
