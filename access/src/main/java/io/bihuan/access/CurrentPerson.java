package io.bihuan.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    /** What no name has and no database keeps; people may name themselves at a provider as they like. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

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

    /**
     * How long his token is good for yet, by the clock that it is checked with, whatever time the service has: an answer that goes on for
     * longer ends then. At least a moment.
     */
    public Duration welcome() {
        Instant expiry = Instant.ofEpochSecond(((JsonWebToken) identity.getPrincipal()).getExpirationTime());
        Duration left = Duration.between(InstantSource.system().instant(), expiry);
        return left.compareTo(A_MOMENT) > 0 ? left : A_MOMENT;
    }

    /** What this call may see and touch. */
    public Scope scope() {
        return rule().scope(get());
    }

    /** Whether the caller may say that somebody else did what he records. */
    public boolean maySpeakForOthers() {
        return rule().maySpeakForOthers(get());
    }

    /**
     * Whose name goes on record for what the call does.
     *
     * @param told who did it, as the caller says; null or blank if he did himself
     * @throws SomebodyElse if that is another person, for whom he may not speak
     */
    public String nameOnRecord(@Nullable String told) {
        String own = get().name();
        if (told == null || told.isBlank() || told.strip().equals(own)) {
            return own;
        }
        if (!maySpeakForOthers()) {
            throw new SomebodyElse(told.strip(), own);
        }
        return told.strip();
    }

    /** A call says that somebody else did what the caller may record only of himself. */
    public static final class SomebodyElse extends RuntimeException {

        final String told;
        final String caller;

        SomebodyElse(String told, String caller) {
            super(caller + " may not speak for " + told);
            this.told = told;
            this.caller = caller;
        }
    }

    void admittedBy(Rule theRule) {
        rule = theRule;
    }

    private Rule rule() {
        return Objects.requireNonNull(rule, "only a call that the matrix let through reaches anywhere");
    }

    private static Person person(JsonWebToken token, Set<String> roles) {
        String unit = token.getClaim("unit") instanceof String code
                        && !code.isBlank()
                        && !UNPRINTABLE.matcher(code).find()
                ? code
                : null;
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
        String told = name instanceof String text && !text.isBlank() ? text : token.getSubject();
        String plain = UNPRINTABLE.matcher(told).replaceAll("").strip();
        if (plain.length() <= LONGEST_NAME) {
            return plain;
        }
        boolean halved = Character.isHighSurrogate(plain.charAt(LONGEST_NAME - 1));
        return plain.substring(0, halved ? LONGEST_NAME - 1 : LONGEST_NAME);
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
