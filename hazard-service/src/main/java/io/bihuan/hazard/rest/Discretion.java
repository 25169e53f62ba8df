package io.bihuan.hazard.rest;

import io.bihuan.access.CurrentPerson;
import io.bihuan.access.Person;
import io.bihuan.access.Role;
import io.bihuan.hazard.lifecycle.Responsible;
import io.bihuan.hazard.privacy.Author;
import io.bihuan.hazard.privacy.Mask;
import io.bihuan.hazard.registers.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the person who calls may see of other people: the one place that decides it. */
@ApplicationScoped
public class Discretion {

    private static final Set<Role> KNOW_CITIZENS = Set.of(Role.INTAKE, Role.OFFICE);

    /** Who takes in what citizens report has nothing to settle with those who answer for hazards. */
    private static final Set<Role> NEED_PHONES =
            Set.of(Role.INSPECTOR, Role.UNIT, Role.SUPERVISOR, Role.OFFICE, Role.ADMIN);

    private final CurrentPerson current;

    Discretion(CurrentPerson current) {
        this.current = current;
    }

    /** The person who calls, as he is put on record. */
    public Author author() {
        Person person = current.get();
        return new Author(person.subject(), person.name());
    }

    /** Whether the person may know who reported. */
    public boolean mayKnowCitizens() {
        return isOneOf(KNOW_CITIZENS);
    }

    /** Whether the person may have the phones of those who answer for hazards, units and sites. */
    public boolean mayCall() {
        return isOneOf(NEED_PHONES);
    }

    public @Nullable Responsible of(@Nullable Responsible responsible) {
        return responsible == null || mayCall()
                ? responsible
                : new Responsible(responsible.name(), Mask.phone(responsible.phone()));
    }

    public List<Contact> of(List<Contact> contacts) {
        return mayCall()
                ? contacts
                : contacts.stream()
                        .map(each -> new Contact(each.name(), each.post(), Mask.phone(each.phone())))
                        .toList();
    }

    private boolean isOneOf(Set<Role> roles) {
        return current.get().roles().stream().anyMatch(roles::contains);
    }
}
