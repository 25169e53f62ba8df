package io.bihuan.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of the matrix: who may do one thing.
 *
 * @param action what, in words
 * @param calls by which calls, such as {@code POST /api/hazards/{id}/closure}
 * @param roles which roles may, and how far each reaches
 * @param behalf which of them may say that somebody else did it; null for none
 * @param open whether anybody may who can prove by other means who he is
 */
public record Rule(
        String action,
        List<String> calls,
        Map<Role, Reach> roles,
        @Nullable Set<Role> behalf,
        boolean open) {

    public Rule {
        calls = List.copyOf(calls);
        roles = Map.copyOf(roles);
    }

    boolean lets(Person person) {
        return person.roles().stream().anyMatch(roles::containsKey);
    }

    /** What a person sees who may: as far as all of his roles reach together. */
    Scope scope(Person person) {
        Set<Reach> reaches = person.roles().stream()
                .filter(roles::containsKey)
                .map(roles::get)
                .collect(Collectors.toSet());
        return reaches.contains(Reach.EVERYWHERE)
                ? Scope.EVERYWHERE
                : new Scope(
                        false,
                        reaches.contains(Reach.DISTRICTS) ? person.districts() : List.of(),
                        reaches.contains(Reach.UNIT) ? person.unit() : null);
    }

    boolean maySpeakForOthers(Person person) {
        return behalf != null && person.roles().stream().anyMatch(behalf::contains);
    }
}
