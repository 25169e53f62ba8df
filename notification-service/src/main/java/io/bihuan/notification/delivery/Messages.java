package io.bihuan.notification.delivery;

import io.bihuan.notification.sql.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages on file. */
@ApplicationScoped
public class Messages implements PanacheRepositoryBase<Message, UUID> {

    /**
     * Messages, newest first.
     *
     * @param hazardId about this hazard only
     * @param phone to this phone only
     * @param state in this state only
     * @param before older than this message only
     */
    public List<Message> newest(
            @Nullable UUID hazardId,
            @Nullable String phone,
            @Nullable MessageState state,
            @Nullable UUID before,
            int most) {
        var where = new Where()
                .and("hazardId = :hazardId", "hazardId", hazardId)
                .and("phone = :phone", "phone", phone)
                .and("state = :state", "state", state)
                .and("id < :before", "before", before);
        return find(where.text(), Sort.descending("id"), where.values())
                .page(0, most)
                .list();
    }

    /** Takes a receipt, once or often; empty if there is no such message. */
    @Transactional
    public Optional<Message> receive(Receipt receipt) {
        var message =
                receipt.messageId() != null ? find("id", receipt.messageId()) : find("gatewayId", receipt.gatewayId());
        var found = message.withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        found.ifPresent(known -> known.receive(receipt));
        return found;
    }
}
