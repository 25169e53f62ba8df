package io.bihuan.hazard.registers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.registers.District.Level;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Loads the registers that come with the product: check items, and those registers of districts that the configuration
 * names. What is on file already stays as it is, for an office may have changed it.
 */
@ApplicationScoped
class ShippedRegisters {

    private static final Logger LOG = Logger.getLogger(ShippedRegisters.class);
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Districts districts;
    private final CheckItems checkItems;
    private final InstantSource clock;
    private final List<String> registersOfDistricts;

    ShippedRegisters(
            Districts districts,
            CheckItems checkItems,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.registers.districts") List<String> registersOfDistricts) {
        this.districts = districts;
        this.checkItems = checkItems;
        this.clock = clock;
        this.registersOfDistricts = registersOfDistricts;
    }

    void load(@Observes StartupEvent start) {
        registersOfDistricts.forEach(name -> load(name, districts, ShippedRegisters::district));
        load("check-items", checkItems, ShippedRegisters::checkItem);
    }

    private <E extends Entry> void load(String name, Register<E, ?> register, Function<CSVRecord, E> reading) {
        int added = register.addMissing(read(name, reading), Occasion.live(clock.instant(), null));
        LOG.infof("register %s: %d entries are new", name, added);
    }

    private static <E> List<E> read(String name, Function<CSVRecord, E> reading) {
        String resource = "registers/" + name + ".csv";
        try (InputStream in = Objects.requireNonNull(
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource),
                        () -> "bihuan.registers.districts names a register that does not exist: " + resource);
                var rows = CSV.parse(new InputStreamReader(in, UTF_8))) {
            return rows.stream().map(reading).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static DistrictEntry district(CSVRecord row) {
        return new DistrictEntry(row.get("code"), row.get("name"), Level.valueOf(row.get("level")));
    }

    private static CheckItemEntry checkItem(CSVRecord row) {
        return new CheckItemEntry(
                row.get("code"),
                Category.valueOf(row.get("category")),
                SiteKind.valueOf(row.get("siteKind")),
                row.get("titleZh"),
                row.get("titleEn"),
                row.get("threshold"),
                Grade.valueOf(row.get("grade")));
    }
}
