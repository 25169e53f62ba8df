package io.bihuan.reporting.intake;

import io.bihuan.reporting.intake.BrokenRecordException.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Applies what a batch of records tells in one transaction. If the database refuses a value in it, each record gets a transaction of
 * its own, so that the broken one is found and the others count. Returns only when every record is applied or a dead letter; only then
 * are the offsets committed.
 */
@ApplicationScoped
class Intake {

    /** Makes something of a record, or nothing if it is of a kind that is none of this service's business. */
    interface Reading<T> {
        @Nullable
        T read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException;
    }

    /** What becomes of the things told, within a transaction; returns how many were news. */
    interface Effect<T> {
        int apply(List<T> told) throws SQLException;
    }

    private record Told<T>(ConsumerRecord<byte[], byte[]> record, T what) {

        TopicPartition partition() {
            return new TopicPartition(record.topic(), record.partition());
        }
    }

    /**
     * A partition's records are applied one after another, even while Kafka has given it to another replica and this one has not noticed.
     */
    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(?, ?)";

    private final DataSource database;
    private final Patience patience;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    Intake(DataSource database, Patience patience, DeadLetters deadLetters, MeterRegistry meters) {
        this.database = database;
        this.patience = patience;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    <T> void take(ConsumerRecords<byte[], byte[]> records, Reading<T> reading, Effect<T> effect) throws Exception {
        List<Told<T>> batch = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> event : records) {
            try {
                T what = reading.read(event);
                if (what != null) {
                    batch.add(new Told<>(event, what));
                }
            } catch (BrokenRecordException e) {
                reject(event, e);
            } catch (RuntimeException e) {
                // Reading needs nothing but the record: it would fail again, and hold up all that come after it.
                reject(event, new BrokenRecordException(Reason.UNREADABLE, e.toString(), e));
            }
        }
        try {
            apply(batch, effect);
        } catch (BrokenRecordException e) {
            applyOneByOne(batch, effect);
        }
    }

    private <T> void applyOneByOne(List<Told<T>> batch, Effect<T> effect) throws Exception {
        for (Told<T> told : batch) {
            try {
                apply(List.of(told), effect);
            } catch (BrokenRecordException e) {
                reject(told.record(), e);
            }
        }
    }

    private <T> void apply(List<Told<T>> batch, Effect<T> effect) throws Exception {
        if (batch.isEmpty()) {
            return;
        }
        int news;
        try {
            news = patience.untilDone(
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        takeTurns(batch);
                        return effect.apply(batch.stream().map(Told::what).toList());
                    }),
                    Integer.class);
        } catch (RuntimeException e) {
            Throwable refusal = Patience.refusal(e);
            if (refusal == null) {
                throw e;
            }
            throw new BrokenRecordException(Reason.REFUSED, String.valueOf(refusal.getMessage()), e);
        }
        meters.counter("reporting.events", "outcome", "applied").increment(news);
        meters.counter("reporting.events", "outcome", "repeated").increment(batch.size() - news);
    }

    private <T> void takeTurns(List<Told<T>> batch) throws SQLException {
        List<TopicPartition> partitions = batch.stream()
                .map(Told::partition)
                .distinct()
                .sorted(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement takeTurns = connection.prepareStatement(TAKE_TURNS)) {
            for (TopicPartition partition : partitions) {
                takeTurns.setInt(1, partition.topic().hashCode());
                takeTurns.setInt(2, partition.partition());
                takeTurns.execute();
            }
        }
    }

    private void reject(ConsumerRecord<byte[], byte[]> broken, BrokenRecordException why) throws Exception {
        deadLetters.send(broken, why);
        meters.counter("reporting.events", "outcome", "dead").increment();
    }
}
