package io.bihuan.notification.delivery;

import io.bihuan.access.Scope;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.sql.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages on file. */
@ApplicationScoped
public class Messages implements PanacheRepositoryBase<Message, UUID> {

    /**
     * Messages, newest first.
     *
     * @param scope that tell of nothing outside of it: of hazards of its districts or its unit, or of its districts' duties
     * @param hazardId about this hazard only
     * @param phone to this phone only
     * @param state in this state only
     * @param before older than this message only
     */
    @SuppressWarnings("unchecked")
    public List<Message> newest(
            Scope scope,
            @Nullable UUID hazardId,
            @Nullable String phone,
            @Nullable MessageState state,
            @Nullable UUID before,
            int most) {
        var where = new Where()
                .and("id in (select message_id from notice where hazard_id = :hazard)", "hazard", hazardId)
                .and("phone = :phone", "phone", phone)
                .and("state = :state", "state", state == null ? null : state.name())
                .and("id < :before", "before", before)
                .within(
                        scope,
                        """
                        (select bool_and(%s is true) from notice n left join watched_hazard h on h.hazard_id = n.hazard_id
                            where n.message_id = message.id) is true""",
                        "case when n.hazard_id is null then n.place else h.district_code end",
                        "h.unit_code");
        var query = getEntityManager()
                .createNativeQuery(
                        "select * from message where %s order by id desc".formatted(where.text()), Message.class)
                .setMaxResults(most);
        where.values().forEach(query::setParameter);
        return query.getResultList();
    }

    /** Those of these messages that went to people of a unit, by its code. */
    @SuppressWarnings("unchecked")
    public Set<UUID> toPeopleOf(String unit, List<Message> messages) {
        return messages.isEmpty()
                ? Set.of()
                : Set.copyOf(getEntityManager()
                        .createNativeQuery(
                                "select distinct message_id from notice where message_id in :ids and place = :unit"
                                        + " and role in :roles",
                                UUID.class)
                        .setParameter("ids", messages.stream().map(Message::id).toList())
                        .setParameter("unit", unit)
                        .setParameter(
                                "roles",
                                Stream.of(Role.values())
                                        .filter(Role::ofUnit)
                                        .map(Role::name)
                                        .toList())
                        .getResultList());
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
