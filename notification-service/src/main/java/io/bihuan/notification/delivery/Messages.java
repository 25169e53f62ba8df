package io.bihuan.notification.delivery;

import io.bihuan.notification.sql.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                .and("id in :told", "told", hazardId == null ? null : messagesAbout(hazardId))
                .and("phone = :phone", "phone", phone)
                .and("state = :state", "state", state)
                .and("id < :before", "before", before);
        return find(where.text(), Sort.descending("id"), where.values())
                .page(0, most)
                .list();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> messagesAbout(UUID hazardId) {
        return getEntityManager()
                .createNativeQuery(
                        "select distinct message_id from notice where hazard_id = :hazardId and message_id is not null",
                        UUID.class)
                .setParameter("hazardId", hazardId)
                .getResultList();
    }

    /** The hazards that each of these messages tells of. */
    public Map<UUID, List<UUID>> hazardsOf(List<Message> messages) {
        var hazards = new HashMap<UUID, List<UUID>>();
        if (!messages.isEmpty()) {
            List<Object[]> rows = getEntityManager()
                    .createNativeQuery(
                            "select message_id, hazard_id from notice where message_id in :ids and hazard_id is not null"
                                    + " order by id",
                            Object[].class)
                    .setParameter("ids", messages.stream().map(Message::id).toList())
                    .getResultList();
            for (var row : rows) {
                hazards.computeIfAbsent((UUID) row[0], id -> new ArrayList<>()).add((UUID) row[1]);
            }
        }
        return hazards;
    }

    /** Takes a receipt for a whole message, once or often; empty if there is no such message. */
    @Transactional
    public Optional<Message> receive(Receipt receipt) {
        var id = receipt.messageId() != null ? receipt.messageId() : messageOfPart(receipt);
        var found = id == null
                ? Optional.<Message>empty()
                : find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        found.ifPresent(known -> known.receive(receipt));
        return found;
    }

    private @Nullable UUID messageOfPart(Receipt receipt) {
        return (UUID) getEntityManager()
                .createNativeQuery(
                        "select message_id from part where gateway = :gateway and gateway_id = :gatewayId", UUID.class)
                .setParameter("gateway", receipt.gateway())
                .setParameter("gatewayId", receipt.gatewayId())
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
