package io.bihuan.access;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token says.
 *
 * @param subject tells this person from all others, for ever: the token's {@code sub}
 * @param name as people read it; whoever has none is called by his subject
 * @param roles what he is
 * @param districts codes of the districts that he may see and act in, with all below them
 * @param unit the code of the responsible unit that he belongs to
 */
public record Person(
        String subject,
        String name,
        Set<Role> roles,
        List<String> districts,
        @Nullable String unit) {

    public Person {
        roles = Set.copyOf(roles);
        districts = List.copyOf(districts);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
