package io.bihuan.notification.people;

import io.bihuan.access.Scope;
import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.Refusal;
import io.bihuan.notification.StaleVersion;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.sql.Where;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of contacts 联系人: who holds which post, and who stands in. */
@ApplicationScoped
public class Contacts implements PanacheRepositoryBase<Contact, UUID> {

    /** A contact is of its district, or of each in which its unit has hazards. */
    private static final String WITHIN = """
            exists (select from (
                    select contact.district_code as code
                    union all
                    select h.district_code from watched_hazard h where h.unit_key = contact.post_key) place
                where %s)""";

    private final InstantSource time;

    Contacts(InstantSource time) {
        this.time = time;
    }

    /**
     * Contacts post by post, those of districts first, and at each post in their order.
     *
     * @param scope those of its districts, and of units that have hazards in them
     * @param after behind this contact only
     */
    public List<Contact> postByPost(ContactFilter filter, Scope scope, @Nullable UUID after, int most) {
        var where = filter.where()
                .within(scope, WITHIN, "place.code", null)
                .and(
                        "(post_key, role, place, id) > (select post_key, role, place, id from contact where id = :after)",
                        "after",
                        after);
        var query = getSession()
                .createNativeQuery(
                        "select * from contact where %s order by post_key, role, place, id".formatted(where.text()),
                        Contact.class)
                .setMaxResults(most);
        where.values().forEach(query::setParameter);
        return query.getResultList();
    }

    /** Whether a contact lies within a scope, as {@link #postByPost} has it. */
    public boolean isWithin(UUID id, Scope scope) {
        return exists("contact", new Where().and("id = :id", "id", id).within(scope, WITHIN, "place.code", null));
    }

    /** Whether a unit, by its code or name, has hazards within a scope. */
    public boolean isUnitWithin(String unit, Scope scope) {
        return scope.everywhere()
                || exists(
                        "watched_hazard",
                        new Where()
                                .and(
                                        "unit_key = :key",
                                        "key",
                                        Post.of(Role.UNIT_HEAD, unit).key())
                                .within(scope, "%s", "district_code", null));
    }

    private boolean exists(String table, Where where) {
        var query = getSession()
                .createNativeQuery(
                        "select exists (select from %s where %s)".formatted(table, where.text()), Boolean.class);
        where.values().forEach(query::setParameter);
        return query.getSingleResult();
    }

    /** @throws NotOnRecord if there is none */
    public Contact demand(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotOnRecord("contact", id));
    }

    /**
     * Takes a contact on file.
     *
     * @throws Refusal if the post is none
     */
    @Transactional
    public Contact add(ContactEntry entry) {
        var post = entry.post();
        var contact = Contact.blank();
        contact.take(entry, post, entry.place() == null ? nextPlace(post) : entry.place(), now());
        persist(contact);
        return contact;
    }

    /**
     * Lets an entry stand on file in place of what stood there.
     *
     * @param versions of what stands there that the client has seen, any of which will do; empty if that does not matter
     * @throws NotOnRecord if there is no such contact
     * @throws StaleVersion if another version stands there
     * @throws Refusal if the post is none
     */
    @Transactional
    public Contact replace(UUID id, ContactEntry entry, Set<Integer> versions) {
        var contact = locked(id, versions);
        contact.take(entry, entry.post(), entry.place() == null ? contact.place() : entry.place(), now());
        return contact;
    }

    /**
     * Takes a contact out of use; again changes nothing.
     *
     * @throws NotOnRecord if there is no such contact
     * @throws StaleVersion if another version stands there than those given
     */
    @Transactional
    public void retire(UUID id, Set<Integer> versions, @Nullable String by) {
        locked(id, versions).retire(now(), by);
    }

    private Contact locked(UUID id, Set<Integer> versions) {
        var contact =
                findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotOnRecord("contact", id));
        StaleVersion.check(contact.version(), versions);
        return contact;
    }

    /** Behind those who are at the post. */
    private int nextPlace(Post post) {
        var last = getSession()
                .createQuery(
                        "select max(place) from Contact where postKey = :post and role = :role and active",
                        Integer.class)
                .setParameter("post", post.key())
                .setParameter("role", post.role())
                .getSingleResult();
        return last == null ? 1 : last + 1;
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
