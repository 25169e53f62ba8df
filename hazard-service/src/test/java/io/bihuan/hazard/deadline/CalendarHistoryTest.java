package io.bihuan.hazard.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.HistoryRow;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calendars that were on file before they had a history. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class CalendarHistoryTest {

    @Inject
    EntityManager database;

    @Inject
    Calendars calendars;

    @Inject
    History history;

    @Test
    void aCalendarFromBeforeThereWasAHistoryIsPublishedOnce() {
        QuarkusTransaction.requiringNew().run(() -> {
            execute("insert into calendar (year, edition, shipped, recorded_by, recorded_at)"
                    + " select 2046, max(edition) + 1, false, '市专班办公室', '2026-01-05T01:00:00Z' from calendar");
            execute("insert into calendar_day (date, year, name, kind) values ('2046-05-01', 2046, '劳动节', 'OFF')");
        });

        calendars.publishWhatWasNot();
        calendars.publishWhatWasNot();

        List<HistoryRow> rows = QuarkusTransaction.requiringNew().call(() -> history.of("calendar", "2046"));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.version()).isOne();
            assertThat(row.type()).isEqualTo("calendar.published");
            assertThat(row.at()).isEqualTo("2026-01-05T01:00:00Z");
            assertThat(row.by()).isEqualTo("市专班办公室");
            assertThat(row.data()).contains("\"date\":\"2046-05-01\"", "\"shipped\":false", "\"year\":2046");
        });
        assertThat(calendars.all())
                .filteredOn(calendar -> calendar.year() == 2046)
                .singleElement()
                .satisfies(calendar ->
                        assertThat(calendar.hash).isEqualTo(rows.get(0).hash()));
    }

    private void execute(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }
}
