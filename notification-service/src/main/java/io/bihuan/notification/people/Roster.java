package io.bihuan.notification.people;

import io.bihuan.access.Scope;
import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.Refusal;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.sql.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roster 值班表: who is on duty at the posts of districts, at each one person a day. */
@ApplicationScoped
public class Roster implements PanacheRepositoryBase<Shift, UUID> {

    private final Contacts contacts;
    private final InstantSource time;

    Roster(Contacts contacts, InstantSource time) {
        this.contacts = contacts;
        this.time = time;
    }

    /**
     * Shifts by their first day.
     *
     * @param scope of its districts only
     * @param district of this district or one below it
     * @param role at this post
     * @param day that are on this day
     * @param after behind this one only
     */
    public List<Shift> byDay(
            Scope scope,
            @Nullable String district,
            @Nullable Role role,
            @Nullable LocalDate day,
            @Nullable UUID after,
            int most) {
        var where = new Where()
                .within(scope, "%s", "district_code", null)
                .and("starts_with(district_code, :district)", "district", district)
                .and("role = :role", "role", role == null ? null : role.name())
                .and(":day between first_day and last_day", "day", day)
                .and("(first_day, id) > (select first_day, id from shift where id = :after)", "after", after);
        var query = getSession()
                .createNativeQuery(
                        "select * from shift where %s order by first_day, id".formatted(where.text()), Shift.class)
                .setMaxResults(most);
        where.values().forEach(query::setParameter);
        return query.getResultList();
    }

    /**
     * Puts somebody on duty.
     *
     * @throws Refusal if somebody else is on duty there on one of these days, or the contact, post or days are none
     */
    @Transactional
    public Shift add(ShiftEntry entry) {
        var post = entry.post();
        var days = Days.of(entry.from(), entry.to());
        var contact = contacts.findByIdOptional(entry.contactId())
                .orElseThrow(() -> new Refusal("contactId", "contact-unknown"));
        if (!contact.active()) {
            throw new Refusal("contactId", "contact-out-of-use", contact.name());
        }
        lock(post);
        find(
                        "postKey = ?1 and role = ?2 and days.from <= ?3 and days.to >= ?4 and contact.active",
                        post.key(),
                        post.role(),
                        days.to(),
                        days.from())
                .firstResultOptional()
                .ifPresent(other -> {
                    throw new Refusal(
                            "from",
                            "on-duty-already",
                            other.contact().name(),
                            other.days().from(),
                            other.days().to());
                });
        var shift = new Shift(post, contact, days, time.instant().truncatedTo(ChronoUnit.MICROS), entry.recordedBy());
        persist(shift);
        return shift;
    }

    /** @throws NotOnRecord if there is none */
    public Shift demand(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotOnRecord("shift", id));
    }

    /** @throws NotOnRecord if there is none */
    @Transactional
    public void remove(UUID id) {
        if (!deleteById(id)) {
            throw new NotOnRecord("shift", id);
        }
    }

    /** Until the transaction ends: of two who fill the same day the second finds the first. */
    private void lock(Post post) {
        getSession()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:post, 0))")
                .setParameter("post", "shift " + post.key() + " " + post.role())
                .getSingleResult();
    }
}
