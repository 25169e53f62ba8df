package io.bihuan.hazard.rest;

import io.bihuan.hazard.lifecycle.Responsible;
import io.bihuan.hazard.privacy.Author;
import io.bihuan.hazard.privacy.Mask;
import io.bihuan.hazard.registers.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the person who calls may see of other people: the one place that decides it. */
@ApplicationScoped
public class Discretion {

    /** The person who calls, as he is put on record. */
    public Author author() {
        return new Author("nobody", "nobody");
    }

    /** Whether the person may know who reported. */
    public boolean mayKnowCitizens() {
        return true;
    }

    /** Whether the person may have the phones of those who answer for hazards, units and sites. */
    public boolean mayCall() {
        return true;
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
}
