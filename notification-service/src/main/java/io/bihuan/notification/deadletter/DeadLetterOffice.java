package io.bihuan.notification.deadletter;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.deadletter.BrokenRecordException.Reason;
import io.bihuan.notification.sql.Where;
import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where dead letters are kept, tried again and dropped. */
@ApplicationScoped
public class DeadLetterOffice implements PanacheRepositoryBase<DeadLetter, UUID> {

    private static final Headers HEADERS = new Headers();

    private final DataSource database;
    private final List<Source> sources;
    private final InstantSource time;

    DeadLetterOffice(DataSource database, @All List<Source> sources, InstantSource time) {
        this.database = database;
        this.sources = sources;
        this.time = time;
    }

    /** Keeps what arrived, each record once, however often it arrives. */
    @Transactional
    public void keep(List<Arrival> arrivals) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into dead_letter (id, topic, partition, position, reason, detail, key, value, headers,
                            set_aside_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, 'WAITING')
                        on conflict (topic, partition, position) do nothing""")) {
            for (var arrival : arrivals) {
                insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
                insert.setString(2, keepable(arrival.topic()));
                insert.setInt(3, arrival.partition());
                insert.setLong(4, arrival.offset());
                insert.setString(5, keepable(arrival.reason()));
                insert.setString(6, keepable(arrival.detail()));
                insert.setObject(7, arrival.key(), Types.BINARY);
                insert.setObject(8, arrival.value(), Types.BINARY);
                insert.setString(9, HEADERS.convertToDatabaseColumn(arrival.headers()));
                insert.setString(10, arrival.setAsideAt().toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Dead letters, newest first, without their content.
     *
     * @param state in this state only
     * @param reason set aside for this reason only
     * @param topic that came from this topic only
     * @param before older than this one only
     */
    public List<DeadLetter> newest(
            @Nullable DeadLetterState state,
            @Nullable Reason reason,
            @Nullable String topic,
            @Nullable UUID before,
            int most) {
        var where = new Where()
                .and("state = :state", "state", state)
                .and("reason = :reason", "reason", reason == null ? null : reason.name())
                .and("topic = :topic", "topic", topic)
                .and("id < :before", "before", before);
        return find(where.text(), Sort.descending("id"), where.values())
                .page(0, most)
                .list();
    }

    /**
     * One of them.
     *
     * @throws NotOnRecord if there is no such letter
     */
    public DeadLetter one(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> noSuch(id));
    }

    /** How many nobody has settled yet. */
    @Transactional
    public long waiting() {
        return count("state", DeadLetterState.WAITING);
    }

    /**
     * Has whoever reads its topic read a letter again, and settles it in the same transaction. Of two who ask at once the
     * second waits for the first; a letter that was retried stays as it is.
     *
     * @throws NotOnRecord if there is no such letter
     * @throws StillBrokenException if it is of no use still: nothing has changed, and {@link #noteFailure} is to be told
     * @throws SettledOtherwiseException if it was dropped
     */
    @Transactional(rollbackOn = Exception.class)
    public DeadLetter retry(UUID id) throws SQLException {
        var letter = locked(id);
        if (stillWaits(letter, DeadLetterState.RETRIED)) {
            try {
                letter.retried(sourceOf(letter).readAgain(letter.asItCame()), time.instant());
            } catch (BrokenRecordException e) {
                throw new StillBrokenException(id, e);
            }
        }
        return letter;
    }

    /** Notes a retry that failed, for the retry's own transaction was undone. */
    @Transactional
    public void noteFailure(StillBrokenException broken) {
        locked(broken.letter()).failedAgain(broken.why(), time.instant());
    }

    /**
     * Settles a letter that is not needed; it stays on file. One that was dropped stays as it is.
     *
     * @throws NotOnRecord if there is no such letter
     * @throws SettledOtherwiseException if it was retried
     */
    @Transactional
    public DeadLetter drop(UUID id, String because) {
        var letter = locked(id);
        if (stillWaits(letter, DeadLetterState.DROPPED)) {
            letter.dropped(because, time.instant());
        }
        return letter;
    }

    private static boolean stillWaits(DeadLetter letter, DeadLetterState wanted) {
        if (letter.state() != DeadLetterState.WAITING && letter.state() != wanted) {
            throw new SettledOtherwiseException(letter);
        }
        return letter.state() == DeadLetterState.WAITING;
    }

    private Source sourceOf(DeadLetter letter) throws BrokenRecordException {
        return sources.stream()
                .filter(source -> source.topic().equals(letter.topic()))
                .findFirst()
                .orElseThrow(() -> new BrokenRecordException(
                        Reason.CANNOT_BE_APPLIED, "nobody here reads the topic " + letter.topic()));
    }

    private DeadLetter locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> noSuch(id));
    }

    private static NotOnRecord noSuch(UUID id) {
        return new NotOnRecord("dead-letter", id);
    }

    /** PostgreSQL keeps every character but one. */
    private static @Nullable String keepable(@Nullable String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }
}
