package io.bihuan.hazard.training;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.access.Scope;
import io.bihuan.hazard.NotAllowedNow;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.StaleVersion;
import io.bihuan.hazard.campaign.Campaigns;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.listing.Listing;
import io.bihuan.hazard.listing.Listing.Slice;
import io.bihuan.hazard.registers.Districts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The training sessions on record. */
@ApplicationScoped
public class Trainings {

    private final EntityManager database;
    private final History history;
    private final Districts districts;
    private final Campaigns campaigns;

    Trainings(EntityManager database, History history, Districts districts, Campaigns campaigns) {
        this.database = database;
        this.history = history;
        this.districts = districts;
        this.campaigns = campaigns;
    }

    /** Puts a session on record that was held at {@code occasion.at()}. */
    @Transactional
    public Training hold(Session session, Occasion occasion) {
        districts.demandWithin("districtCode", session.districtCode(), occasion);
        campaigns.verify(session.campaign());
        Training training =
                new Training(UuidCreator.getTimeOrderedEpoch(occasion.recordedAt()), session, occasion.at());
        record(
                training,
                "training.held",
                new Held(
                        training.id(),
                        session.topic(),
                        session.districtCode(),
                        session.audience(),
                        session.people(),
                        session.campaign()),
                occasion);
        database.persist(training);
        return training;
    }

    /**
     * Voids a session that was entered by mistake; it no longer counts, and stays on record.
     *
     * @throws NotAllowedNow if it is voided already
     */
    @Transactional
    public Training strikeOut(UUID id, Set<Integer> versions, String reason, Occasion occasion) {
        Training training = database.find(Training.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (training == null || !occasion.scope().covers(training.session().districtCode())) {
            throw new NotOnRecord("training", id);
        }
        StaleVersion.check(training.version(), versions);
        if (training.voided()) {
            throw new NotAllowedNow("training", "voiding", "VOIDED", List.of());
        }
        training.strikeOut(reason, occasion.at());
        Session session = training.session();
        record(
                training,
                "training.voided",
                new Voided(
                        id,
                        session.districtCode(),
                        session.audience(),
                        session.people(),
                        session.campaign(),
                        training.heldAt(),
                        reason),
                occasion);
        return training;
    }

    /** One of those in the scope. */
    public Optional<Training> find(UUID id, Scope scope) {
        return Optional.ofNullable(database.find(Training.class, id))
                .filter(training -> scope.covers(training.session().districtCode()));
    }

    /** A part of the sessions that the filter lets through, the latest first. */
    public Slice<Training> list(Filter filter, int limit, @Nullable UUID cursor) {
        return new Listing<>(Training.class, "heldAt", Training::id)
                .within(filter.scope(), null)
                .in(filter.district())
                .between(filter.from(), filter.to())
                .where("e.audience = :audience", "audience", filter.audience())
                .where("e.campaign = :campaign", "campaign", filter.campaign())
                .page(database, limit, cursor);
    }

    private void record(Training training, String type, Record event, Occasion occasion) {
        String id = training.id().toString();
        training.hash = history.record(
                new Subject("training", id, training.session().topic(), training.version, training.hash),
                type,
                event,
                occasion);
    }

    /** 培训 */
    private record Held(
            UUID trainingId,
            String topic,
            String districtCode,
            Audience audience,
            int people,
            @Nullable String campaign) {}

    /** A session that no longer counts: what it had counted as, for whoever has added it up. */
    private record Voided(
            UUID trainingId,
            String districtCode,
            Audience audience,
            int people,
            @Nullable String campaign,
            Instant heldAt,
            String reason) {}
}
