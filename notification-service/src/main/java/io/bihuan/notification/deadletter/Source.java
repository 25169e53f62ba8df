package io.bihuan.notification.deadletter;

import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whoever reads a topic: a record of that topic that was set aside comes back here. */
public interface Source {

    /** The name of the topic. */
    String topic();

    /**
     * Reads a record as when it first came, in the caller's transaction.
     *
     * @return whether it changed anything; not if what it says was known by now, or is older than what is known
     * @throws BrokenRecordException if it is of no use still
     * @throws SQLException if it can't be read now, whatever is in it
     */
    boolean readAgain(ConsumerRecord<byte[], byte[]> dead) throws BrokenRecordException, SQLException;
}
