package io.bihuan.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatrixTest {

    private final Matrix matrix = new Matrix();

    @Test
    void whatARowDoesNotNameIsNobodys() {
        assertThat(matrix.of("DELETE", "/api/hazards/{id}")).isEmpty();
        assertThat(rule("POST", "/api/hazards/{id}/closure").lets(person("u", Role.UNIT)))
                .isFalse();
    }

    @Test
    void aPersonWithTwoRolesReachesAsFarAsBothTogether() {
        Person both = new Person("b", "b", Set.of(Role.UNIT, Role.INSPECTOR), List.of("630102"), "U1");

        Scope scope = rule("GET", "/api/hazards").scope(both);

        assertThat(scope.covers("630102001", "U2")).isTrue();
        assertThat(scope.covers("630201", "U1")).isTrue();
        assertThat(scope.covers("630201", "U2")).isFalse();
        assertThat(scope.isOfUnit()).isFalse();
    }

    @Test
    void aRoleThatReachesNotFarBringsNothingToOneThatMay() {
        Person both = new Person("b", "b", Set.of(Role.UNIT, Role.INSPECTOR), List.of("630102"), "U1");

        assertThat(rule("POST", "/api/hazards/{id}/rectification").scope(both).districts())
                .isEmpty();
    }

    @Test
    void whoeverHasNoDistrictsSeesNone() {
        Scope scope = rule("GET", "/api/hazards").scope(person("x", Role.OFFICE));

        assertThat(scope.covers("630102")).isFalse();
        assertThat(scope.covers("")).isFalse();
        assertThat(scope.covers(null, null)).isFalse();
    }

    @Test
    void aCodeIsThePrefixOfWhatLiesBelowIt() {
        Scope scope = new Scope(false, List.of("6301"), null);

        assertThat(scope.covers("6301")).isTrue();
        assertThat(scope.covers("630102001")).isTrue();
        assertThat(scope.covers("63")).isFalse();
        assertThat(scope.covers("6302")).isFalse();
    }

    @Test
    void anAddressIsReadFromTheMethodThatAnswersIt() throws NoSuchMethodException {
        assertThat(Template.of(Years.class, Years.class.getDeclaredMethod("all")))
                .isEqualTo("/api/years");
        assertThat(Template.of(Years.class, Years.class.getDeclaredMethod("one")))
                .isEqualTo("/api/years/{year}/days/{day}");
    }

    @Path("/api/years")
    private static final class Years {

        @GET
        void all() {}

        @PUT
        @Path("/{year: [0-9]{4}}/days/{day}")
        void one() {}
    }

    private Rule rule(String method, String path) {
        return matrix.of(method, path).orElseThrow();
    }

    private static Person person(String subject, Role role) {
        return new Person(subject, subject, Set.of(role), List.of(), null);
    }
}
