package io.bihuan.hazard.campaign;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.StaleVersion;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.registers.Districts;
import io.bihuan.hazard.registers.SiteKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The campaigns on file. */
@ApplicationScoped
public class Campaigns {

    private final EntityManager database;
    private final History history;
    private final Districts districts;

    Campaigns(EntityManager database, History history, Districts districts) {
        this.database = database;
        this.history = history;
        this.districts = districts;
    }

    /**
     * Takes a new campaign on file.
     *
     * @throws Refusal if its code is taken or a district is not on file
     */
    @Transactional
    public Campaign register(String code, Plan plan, Occasion occasion) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:code, 7))")
                .setParameter("code", code)
                .getSingleResult();
        if (find(code).isPresent()) {
            throw new Refusal("code", "code.taken", code);
        }
        Campaign campaign = new Campaign(code);
        record(campaign, plan, occasion);
        database.persist(campaign);
        return campaign;
    }

    /** Changes a campaign to another plan; one that it follows already changes nothing. */
    @Transactional
    public Campaign replan(String code, Set<Integer> versions, Plan plan, Occasion occasion) {
        Campaign campaign = database.find(Campaign.class, code, LockModeType.PESSIMISTIC_WRITE);
        if (campaign == null) {
            throw new NotOnRecord("campaign", code);
        }
        StaleVersion.check(campaign.version(), versions);
        if (!campaign.plan().equals(plan)) {
            record(campaign, plan, occasion);
        }
        return campaign;
    }

    public Optional<Campaign> find(String code) {
        return Optional.ofNullable(database.find(Campaign.class, code));
    }

    /**
     * Refuses a campaign that is not on file.
     *
     * @param code the field {@code campaign} of a command; null names none
     */
    public void verify(@Nullable String code) {
        if (code != null && find(code).isEmpty()) {
            throw new Refusal("campaign", "campaign.unknown", code);
        }
    }

    /**
     * A part of the campaigns, in the order of their codes.
     *
     * @param after only codes behind this one
     */
    public List<Campaign> list(int limit, @Nullable String after) {
        return database.createQuery("from Campaign where code > :after order by code", Campaign.class)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList();
    }

    private void record(Campaign campaign, Plan plan, Occasion occasion) {
        plan.districts().stream()
                .filter(district -> districts.find(district).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Refusal("districts", "district.unknown", unknown);
                });
        campaign.follow(plan);
        campaign.version++;
        campaign.hash = history.record(
                new Subject("campaign", campaign.code, campaign.code, campaign.version, campaign.hash),
                "campaign.registered",
                Registered.of(campaign.code, plan),
                occasion);
    }

    /** A campaign as it now stands on file. */
    private record Registered(
            String campaignCode,
            String name,
            Period period,
            List<PhaseDates> phases,
            SortedSet<String> districts,
            SortedSet<SiteKind> siteKinds,
            Targets targets) {

        private record PhaseDates(Phase.Kind phase, Period period) {}

        static Registered of(String code, Plan plan) {
            return new Registered(
                    code,
                    plan.name(),
                    plan.period(),
                    plan.phases().stream()
                            .map(phase -> new PhaseDates(phase.kind(), phase.period()))
                            .toList(),
                    plan.districts(),
                    plan.siteKinds(),
                    plan.targets());
        }
    }
}
