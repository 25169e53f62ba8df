package io.bihuan.hazard.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bihuan.hazard.deadline.CalendarDay.Kind;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jboss.logging.Logger;

/** Loads the years' calendars that come with the product. */
@ApplicationScoped
class ShippedCalendar {

    private static final Logger LOG = Logger.getLogger(ShippedCalendar.class);
    private static final String RESOURCE = "registers/calendar-cn.csv";
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Calendars calendars;

    ShippedCalendar(Calendars calendars) {
        this.calendars = calendars;
    }

    void load(@Observes StartupEvent start) {
        read().forEach((year, days) -> {
            if (calendars.ship(year, days)) {
                LOG.infof("calendar of %d: new or changed", year);
            }
        });
        calendars.publishWhatWasNot();
    }

    /** By the year of their notice. */
    static Map<Integer, List<CalendarDay>> read() {
        try (InputStream in = Objects.requireNonNull(
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE), RESOURCE);
                var rows = CSV.parse(new InputStreamReader(in, UTF_8))) {
            return rows.stream()
                    .map(row -> new CalendarDay(
                            LocalDate.parse(row.get("date")), row.get("name"), Kind.valueOf(row.get("kind"))))
                    .collect(Collectors.groupingBy(CalendarDay::noticeYear, TreeMap::new, Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
