package io.bihuan.notification.people;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.notification.Refusal;
import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.notification.ladder.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hibernate.BaseSessionEventListener;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test has districts and units of its own. */
@OnRealParts
class DirectoryTest {

    private static final LocalDate MAY_1 = LocalDate.parse("2026-05-01");

    @Inject
    Directory directory;

    @Inject
    Contacts contacts;

    @Inject
    Absences absences;

    @Inject
    Roster roster;

    @Inject
    DataSource database;

    @Inject
    Session session;

    @Test
    void theFirstOnFileIsToldInTheLanguageOfTheirOwn() {
        var post = Post.in("A101", Role.SUPERVISOR);
        contacts.add(entry(post, 2, "second", "13900000102"));
        contacts.add(new ContactEntry(
                Role.SUPERVISOR, null, "A101", 1, "Ms First", "+6512345678", "en", true, "the office"));

        assertThat(told(post))
                .isEqualTo(new Incumbent(
                        post,
                        told(post).contactId(),
                        new Holder("Ms First", "+6512345678", Locale.ENGLISH),
                        Basis.HOLDER,
                        null));
    }

    @Test
    void whoeverIsEnteredWithoutAPlaceStandsBehindTheOthers() {
        var post = Post.in("A102", Role.OFFICE);
        contacts.add(entry(post, null, "first", "13900000101"));
        contacts.add(entry(post, null, "second", "13900000102"));

        assertThat(told(post).holder().name()).isEqualTo("first");
    }

    @Test
    void onDaysOnWhichTheHolderIsAwayTheNextInOrderWhoIsThereStandsIn() {
        var post = Post.in("A103", Role.SUPERVISOR);
        away(contacts.add(entry(post, 1, "holder", "13900000101")), "2026-05-01", "2026-05-05");
        away(contacts.add(entry(post, 2, "deputy", "13900000102")), "2026-04-30", "2026-05-01");
        contacts.add(entry(post, 3, "second deputy", "13900000103"));

        assertThat(story(post, "2026-04-30")).isEqualTo("HOLDER holder");
        assertThat(story(post, "2026-05-01")).isEqualTo("DEPUTY second deputy for holder");
        assertThat(story(post, "2026-05-02")).isEqualTo("DEPUTY deputy for holder");
        assertThat(story(post, "2026-05-05")).isEqualTo("DEPUTY deputy for holder");
        assertThat(story(post, "2026-05-06")).isEqualTo("HOLDER holder");
    }

    @Test
    void ifAllAreAwayTheHolderIsToldAllTheSame() {
        var post = Post.in("A104", Role.LEADER);
        away(contacts.add(entry(post, 1, "holder", "13900000101")), "2026-05-01", "2026-05-05");
        away(contacts.add(entry(post, 2, "deputy", "13900000102")), "2026-05-01", "2026-05-05");
        onDuty(
                post,
                away(contacts.add(entry(post, 3, "on duty", "13900000103")), "2026-05-01", "2026-05-05"),
                "2026-05-01",
                "2026-05-01");

        assertThat(story(post, "2026-05-01")).isEqualTo("NOBODY_THERE holder");
    }

    @Test
    void whoeverIsOnDutyIsToldInsteadOfTheHolder() {
        var post = Post.in("A105", Role.SUPERVISOR);
        contacts.add(entry(post, 1, "holder", "13900000101"));
        var elsewhere = contacts.add(entry(Post.in("A105", Role.OFFICE), 1, "from the office", "13900000102"));
        onDuty(post, elsewhere, "2026-05-01", "2026-05-03");

        assertThat(story(post, "2026-04-30")).isEqualTo("HOLDER holder");
        assertThat(story(post, "2026-05-01")).isEqualTo("ON_DUTY from the office for holder");
        assertThat(story(post, "2026-05-03")).isEqualTo("ON_DUTY from the office for holder");
        assertThat(story(post, "2026-05-04")).isEqualTo("HOLDER holder");
    }

    @Test
    void whoeverIsOnDutyButAwayIsNotTold() {
        var post = Post.in("A106", Role.SUPERVISOR);
        contacts.add(entry(post, 1, "holder", "13900000101"));
        var ill = away(contacts.add(entry(post, 2, "on duty", "13900000102")), "2026-05-02", "2026-05-02");
        onDuty(post, ill, "2026-05-01", "2026-05-03");

        assertThat(story(post, "2026-05-01")).isEqualTo("ON_DUTY on duty for holder");
        assertThat(story(post, "2026-05-02")).isEqualTo("HOLDER holder");
    }

    @Test
    void theHolderOnDutyStandsInForNobody() {
        var post = Post.in("A107", Role.SUPERVISOR);
        onDuty(post, contacts.add(entry(post, 1, "holder", "13900000101")), "2026-05-01", "2026-05-01");

        assertThat(story(post, "2026-05-01")).isEqualTo("ON_DUTY holder");
    }

    @Test
    void aPostThatNobodyHoldsIsTheNearestDistrictsAbove() {
        contacts.add(entry(Post.in("B1", Role.SUPERVISOR), 1, "province", "13900000101"));
        contacts.add(entry(Post.in("B101", Role.SUPERVISOR), 1, "city", "13900000102"));
        contacts.add(entry(Post.in("B10102", Role.SUPERVISOR), 1, "county", "13900000103"));
        contacts.add(entry(Post.in("B10102001", Role.OFFICE), 1, "another post", "13900000104"));
        contacts.add(entry(Post.in("B10103", Role.SUPERVISOR), 1, "neighbour", "13900000105"));

        assertThat(told(Post.in("B10102001", Role.SUPERVISOR)))
                .extracting(incumbent -> incumbent.holder().name(), Incumbent::post)
                .containsExactly("county", Post.in("B10102", Role.SUPERVISOR));
        assertThat(story(Post.in("B10102", Role.SUPERVISOR), "2026-05-01")).isEqualTo("HOLDER county");
        assertThat(story(Post.in("B10104001", Role.SUPERVISOR), "2026-05-01")).isEqualTo("HOLDER city");
        assertThat(story(Post.in("B102", Role.SUPERVISOR), "2026-05-01")).isEqualTo("HOLDER province");
        assertThat(story(Post.in("B10102", Role.LEADER), "2026-05-01")).isEqualTo("nobody");
        assertThat(story(Post.in("B2", Role.SUPERVISOR), "2026-05-01")).isEqualTo("nobody");
    }

    @Test
    void whoeverIsOnDutyWhereNobodyHoldsThePostComesBeforeTheDistrictAbove() {
        var city = contacts.add(entry(Post.in("B301", Role.OFFICE), 1, "city", "13900000101"));
        var person = contacts.add(entry(Post.in("B301", Role.LEADER), 1, "somebody", "13900000102"));
        onDuty(Post.in("B30102", Role.OFFICE), person, "2026-05-01", "2026-05-01");

        assertThat(story(Post.in("B30102001", Role.OFFICE), "2026-05-01")).isEqualTo("ON_DUTY somebody");
        assertThat(story(Post.in("B30102001", Role.OFFICE), "2026-05-02")).isEqualTo("HOLDER " + city.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC餐饮 有限公司", "abc餐饮有限公司", "ＡＢＣ餐饮有限公司", " Abc餐饮　有限 公司 "})
    void aUnitIsTheSameHoweverItsNameIsTyped(String name) {
        contacts.add(entry(Post.of(Role.UNIT_HEAD, "ABC餐饮有限公司"), 1, "head", "13900000101"));

        assertThat(story(Post.of(Role.UNIT_HEAD, name), "2026-05-01")).isEqualTo("HOLDER head");
        assertThat(story(Post.of(Role.RESPONSIBLE, name), "2026-05-01")).isEqualTo("nobody");
        assertThat(story(Post.of(Role.UNIT_HEAD, name + "第二分店"), "2026-05-01")).isEqualTo("nobody");
    }

    @Test
    void aDistrictAndAUnitOfTheSameNameAreNotTheSame() {
        contacts.add(entry(Post.of(Role.UNIT_HEAD, "B401"), 1, "head", "13900000101"));

        assertThat(story(Post.in("B401", Role.LEADER), "2026-05-01")).isEqualTo("nobody");
    }

    @Test
    void whoeverIsOutOfUseIsToldOfNothing() {
        var post = Post.in("A108", Role.SUPERVISOR);
        var holder = contacts.add(entry(post, 1, "holder", "13900000101"));
        contacts.add(entry(post, 2, "deputy", "13900000102"));
        onDuty(post, holder, "2026-05-01", "2026-05-01");
        contacts.retire(holder.id(), Set.of(), null);

        assertThat(story(post, "2026-05-01")).isEqualTo("HOLDER deputy");
    }

    @Test
    void ofManyWhoFillTheSameDayAtOnceOneDoes() {
        var post = Post.in("A109", Role.SUPERVISOR);
        var people = IntStream.range(0, 6)
                .mapToObj(i -> contacts.add(entry(post, null, "person " + i, "1390000010" + i)))
                .toList();

        var entered = people.parallelStream()
                .filter(person -> {
                    try {
                        onDuty(post, person, "2026-05-01", "2026-05-02");
                        return true;
                    } catch (Refusal refused) {
                        return false;
                    }
                })
                .toList();

        assertThat(entered).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1000, 3000", "1, 3000"})
    void aThousandPostsAmongThousandsOfUnitsAreOneQuery(int asked, int units) throws SQLException {
        var run = UUID.randomUUID().toString();
        fill(run, units);
        var posts = new ArrayList<Post>();
        for (int i = 0; i < asked; i++) {
            posts.add(
                    i % 4 == 0
                            ? Post.in("C1%02d%03d".formatted(i % 100, i % 1000), Role.SUPERVISOR)
                            : Post.of(Role.UNIT_HEAD, "单位 " + run + i));
        }
        contacts.add(entry(Post.in("C1", Role.SUPERVISOR), 1, "province", "13900000101"));
        var queries = new AtomicInteger();

        var holders = QuarkusTransaction.requiringNew().call(() -> {
            // Of this session alone: elsewhere in the service the work goes on.
            session.addEventListeners(new BaseSessionEventListener() {
                @Override
                public void jdbcExecuteStatementStart() {
                    queries.incrementAndGet();
                }
            });
            return directory.holders(posts, MAY_1);
        });

        System.out.printf(
                "%d posts among %d units: %d answers, %d query%n", asked, units, holders.size(), queries.get());
        assertThat(queries).hasValue(1);
        assertThat(holders).containsOnlyKeys(posts);
        for (int i = 0; i < asked; i++) {
            assertThat(holders)
                    .extractingByKey(posts.get(i))
                    .extracting(Holder::name)
                    .isEqualTo(i % 4 == 0 ? "province" : "负责人 " + i);
        }
    }

    @Test
    void nobodyHoldsThePostsOfAnUnknownUnitOrDistrict() {
        var nobodys = List.of(
                new Post(Role.UNIT_HEAD, null, null),
                new Post(Role.UNIT_HEAD, "\u00a0 ", null),
                new Post(Role.OFFICE, null, null),
                Post.in("", Role.OFFICE));

        assertThat(directory.holders(nobodys, MAY_1)).isEmpty();
        assertThat(directory.holders(List.of(), MAY_1)).isEmpty();
    }

    /** Row by row it would take as long as the rest of the tests. */
    private void fill(String run, int units) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into contact (id, role, unit, post_key, place, name, phone, language, active, version, recorded_at)
                        select gen_random_uuid(), 'UNIT_HEAD', '单位' || ? || i, 'U单位' || ? || i, 1, '负责人 ' || i,
                            '13900000000', 'zh', true, 1, now() from generate_series(0, ? - 1) i""")) {
            insert.setString(1, run);
            insert.setString(2, run);
            insert.setInt(3, units);
            insert.executeUpdate();
        }
    }

    private Incumbent told(Post post) {
        return requireNonNull(directory.incumbents(Set.of(post), MAY_1).get(post));
    }

    private String story(Post post, String day) {
        var told = directory.incumbents(Set.of(post), LocalDate.parse(day)).get(post);
        return told == null
                ? "nobody"
                : told.basis() + " " + told.holder().name()
                        + (told.insteadOf() == null ? "" : " for " + told.insteadOf());
    }

    private Contact away(Contact contact, String from, String to) {
        absences.add(contact.id(), new AbsenceEntry(LocalDate.parse(from), LocalDate.parse(to), null));
        return contact;
    }

    private void onDuty(Post post, Contact contact, String from, String to) {
        roster.add(new ShiftEntry(
                requireNonNull(post.districtCode()),
                post.role(),
                LocalDate.parse(from),
                LocalDate.parse(to),
                contact.id(),
                null));
    }

    private static ContactEntry entry(Post post, @Nullable Integer place, String name, String phone) {
        return new ContactEntry(post.role(), post.unit(), post.districtCode(), place, name, phone, "zh", true, null);
    }
}
