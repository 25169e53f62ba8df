package io.bihuan.hazard.privacy;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reported: kept encrypted, and apart from what was reported. Nothing but a masked identity comes out of here without
 * a look on record.
 */
@ApplicationScoped
@Transactional
public class Citizens {

    private static final int MOST_LOOKS = 1000;

    private final EntityManager database;
    private final Keyring keys;
    private final InstantSource clock;

    Citizens(EntityManager database, Keyring keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps who it was that is known beside a case or hazard. */
    public void keep(Capacity capacity, UUID subject, Identity identity) {
        database.persist(new CitizenIdentity(new Place(subject, capacity), identity, keys, clock.instant()));
    }

    /** Those of whom something is known, masked, by what they are known beside. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, Identity> masked(Capacity capacity, Collection<UUID> subjects) {
        Map<UUID, Identity> masked = new HashMap<>();
        database.createQuery(
                        "from CitizenIdentity where place.subject in :subjects and place.capacity = :capacity",
                        CitizenIdentity.class)
                .setParameter("subjects", subjects)
                .setParameter("capacity", capacity)
                .getResultStream()
                .forEach(kept -> {
                    Identity identity = kept.known(keys).identity();
                    if (identity != null) {
                        masked.put(kept.place().subject(), identity.masked());
                    }
                });
        return masked;
    }

    /** All that is known beside a case or hazard; that it was looked at is on record before anybody sees it. */
    public Map<Capacity, Known> look(UUID subject, Author by, @Nullable String why) {
        Map<Capacity, Known> known = database.createQuery(
                        "from CitizenIdentity where place.subject = :subject", CitizenIdentity.class)
                .setParameter("subject", subject)
                .getResultStream()
                .collect(toMap(
                        kept -> kept.place().capacity(),
                        kept -> kept.known(keys),
                        (one, other) -> one,
                        () -> new EnumMap<>(Capacity.class)));
        if (!known.isEmpty()) {
            database.persist(new Look(subject, clock.instant(), by, why));
        }
        return known;
    }

    /** Who looked at what is known beside a case or hazard, the latest first; the last thousand. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Look> looks(UUID subject) {
        return database.createQuery("from Look where subject = :subject order by seq desc", Look.class)
                .setParameter("subject", subject)
                .setMaxResults(MOST_LOOKS)
                .getResultList();
    }
}
