package io.bihuan.notification.rest;

import io.bihuan.access.CurrentPerson;
import io.bihuan.access.Role;
import io.bihuan.notification.delivery.Phones;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows phones in full to whoever has to call people: supervisors, offices and administrators. Others see how they begin and end. */
@ApplicationScoped
public class Discretion {

    private final CurrentPerson current;

    Discretion(CurrentPerson current) {
        this.current = current;
    }

    /** Whether the caller sees phones in full. */
    public boolean showsPhones() {
        return Stream.of(Role.SUPERVISOR, Role.OFFICE, Role.ADMIN).anyMatch(current.get()::is);
    }

    /** The code of the unit that the caller is of, whose own people's phones he sees. */
    @Nullable
    String unit() {
        return current.get().unit();
    }

    /** A phone as the caller may see it. */
    public @Nullable String phone(@Nullable String phone) {
        return phone == null || showsPhones() ? phone : Phones.masked(phone);
    }

    /**
     * The same of somebody who was told for a post.
     *
     * @param place the unit or the district of the post
     */
    public @Nullable String phone(@Nullable String phone, boolean ofUnit, String place) {
        return ofUnit && place.equals(unit()) ? phone : phone(phone);
    }
}
