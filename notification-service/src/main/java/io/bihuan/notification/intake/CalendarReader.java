package io.bihuan.notification.intake;

import static io.bihuan.notification.deadletter.BrokenRecordException.Reason.CONTRACT_VIOLATED;
import static io.bihuan.notification.deadletter.BrokenRecordException.Reason.MISSING_FIELD;

import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.deadline.YearCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads a record into the year's calendar that it tells of. */
@ApplicationScoped
class CalendarReader {

    private static final String DAY = "days[%d].%s";

    private final EventReader reader;

    CalendarReader(EventReader reader) {
        this.reader = reader;
    }

    YearCalendar read(ConsumerRecord<byte[], byte[]> record) throws BrokenRecordException {
        var event = reader.data(record, CalendarEvent.class);
        int version = EventReader.required(event.version(), "version");
        if (version < 1) {
            throw new BrokenRecordException(CONTRACT_VIOLATED, "version: " + version + " is less than 1");
        }
        return new YearCalendar(
                EventReader.required(event.year(), "year"),
                version,
                days(EventReader.required(event.days(), "days")),
                EventReader.required(event.at(), "at").truncatedTo(ChronoUnit.MICROS));
    }

    private static List<YearCalendar.Day> days(List<CalendarEvent.@Nullable Day> told) throws BrokenRecordException {
        if (told.isEmpty()) {
            throw new BrokenRecordException(MISSING_FIELD, "days: none");
        }
        var days = new ArrayList<YearCalendar.Day>(told.size());
        for (int i = 0; i < told.size(); i++) {
            var day = EventReader.required(told.get(i), "days[%d]".formatted(i));
            days.add(new YearCalendar.Day(
                    EventReader.required(day.date(), DAY.formatted(i, "date")),
                    EventReader.required(day.name(), DAY.formatted(i, "name")),
                    EventReader.required(day.kind(), DAY.formatted(i, "kind"))));
        }
        return days;
    }
}
