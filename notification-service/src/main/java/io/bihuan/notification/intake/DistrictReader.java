package io.bihuan.notification.intake;

import static io.bihuan.notification.deadletter.BrokenRecordException.Reason.CONTRACT_VIOLATED;

import io.bihuan.notification.deadletter.BrokenRecordException;
import io.bihuan.notification.people.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads a record into the district as it now stands on file. */
@ApplicationScoped
class DistrictReader {

    private static final String REGISTERED = "district.registered";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2,12}");

    private final EventReader reader;

    DistrictReader(EventReader reader) {
        this.reader = reader;
    }

    /** Null if the record tells something else of a district, which is none of this service's business. */
    @Nullable
    District read(ConsumerRecord<byte[], byte[]> record) throws BrokenRecordException {
        if (!EventReader.type(record).equals(REGISTERED)) {
            return null;
        }
        var event = reader.data(record, DistrictEvent.class);
        var code = EventReader.required(event.districtCode(), "districtCode");
        if (!CODE.matcher(code).matches()) {
            throw new BrokenRecordException(CONTRACT_VIOLATED, "districtCode: " + code + " is no district's code");
        }
        int version = EventReader.required(event.version(), "version");
        if (version < 1) {
            throw new BrokenRecordException(CONTRACT_VIOLATED, "version: " + version + " is less than 1");
        }
        return new District(code, version, EventReader.required(event.name(), "name"));
    }
}
