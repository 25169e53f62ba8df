package io.bihuan.notification.people;

import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When contacts are away. */
@ApplicationScoped
public class Absences implements PanacheRepositoryBase<Absence, UUID> {

    private final Contacts contacts;
    private final InstantSource time;

    Absences(Contacts contacts, InstantSource time) {
        this.contacts = contacts;
        this.time = time;
    }

    /**
     * A contact's absences, the last entered first.
     *
     * @param before entered before this one only
     * @throws NotOnRecord if there is no such contact
     */
    public List<Absence> of(UUID contact, @Nullable UUID before, int most) {
        contacts.demand(contact);
        var found = before == null
                ? find("contactId", Sort.descending("id"), contact)
                : find("contactId = ?1 and id < ?2", Sort.descending("id"), contact, before);
        return found.page(0, most).list();
    }

    /**
     * Notes that a contact is away. Days that are noted twice are away all the same.
     *
     * @throws NotOnRecord if there is no such contact
     * @throws Refusal if the days are none
     */
    @Transactional
    public Absence add(UUID contact, AbsenceEntry entry) {
        var absence =
                new Absence(contacts.demand(contact), entry, time.instant().truncatedTo(ChronoUnit.MICROS));
        persist(absence);
        return absence;
    }

    /** @throws NotOnRecord if the contact has no such absence */
    @Transactional
    public void remove(UUID contact, UUID id) {
        if (delete("id = ?1 and contactId = ?2", id, contact) == 0) {
            throw new NotOnRecord("absence", id);
        }
    }
}
