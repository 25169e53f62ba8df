package io.bihuan.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes the call being answered, and how far it reaches. */
@RequestScoped
public class CurrentPerson {

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2,12}");
    private static final int LONGEST_NAME = 100;

    private final SecurityIdentity identity;
    private @Nullable Person person;
    private @Nullable Rule rule;

    CurrentPerson(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Who calls.
     *
     * @throws java.util.NoSuchElementException if nobody does, or somebody without a token
     */
    public Person get() {
        return known().orElseThrow();
    }

    /** Who calls; empty if there was no token. */
    public Optional<Person> known() {
        if (person == null && identity.getPrincipal() instanceof JsonWebToken token) {
            person = person(token, identity.getRoles());
        }
        return Optional.ofNullable(person);
    }

    /** What this call may see and touch. */
    public Scope scope() {
        return rule().scope(get());
    }

    /** Whether the caller may say that somebody else did what he records. */
    public boolean maySpeakForOthers() {
        return rule().maySpeakForOthers(get());
    }

    void admittedBy(Rule theRule) {
        rule = theRule;
    }

    private Rule rule() {
        return Objects.requireNonNull(rule, "only a call that the matrix let through reaches anywhere");
    }

    private static Person person(JsonWebToken token, Set<String> roles) {
        String unit = token.getClaim("unit") instanceof String code && !code.isBlank() ? code : null;
        return new Person(
                token.getSubject(),
                name(token),
                roles.stream().flatMap(name -> Role.named(name).stream()).collect(Collectors.toSet()),
                districts(token.getClaim("districts")),
                unit);
    }

    private static String name(JsonWebToken token) {
        Object name = token.getClaim("name");
        if (!(name instanceof String text) || text.isBlank()) {
            name = token.getClaim("preferred_username");
        }
        String told = name instanceof String text && !text.isBlank() ? text.strip() : token.getSubject();
        return told.length() > LONGEST_NAME ? told.substring(0, LONGEST_NAME) : told;
    }

    /** A claim that is no list of codes gives no district. */
    private static List<String> districts(@Nullable Object claim) {
        return claim instanceof Collection<?> codes
                ? codes.stream()
                        .map(code -> code instanceof JsonString text ? text.getString() : String.valueOf(code))
                        .filter(code -> CODE.matcher(code).matches())
                        .toList()
                : List.of();
    }
}
