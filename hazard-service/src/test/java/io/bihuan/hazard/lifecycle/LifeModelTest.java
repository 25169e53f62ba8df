package io.bihuan.hazard.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.access.Scope;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Walks random lives. A small model says in its own words what a hazard allows and where it then stands; the hazard
 * must agree with it at every step, and a step that it refuses must leave no trace.
 */
class LifeModelTest {

    private static final Doer RECTIFIER = new Doer("整改人员", "rectifier");
    private static final Doer INSPECTOR = new Doer("检查人员乙", "inspector");
    private static final Doer CHIEF = new Doer("科长", "chief");

    private static final Instant START = Instant.parse("2026-05-03T02:00:00Z");
    private static final Duration TERM = Duration.ofDays(3);
    private static final Duration MOST_EXTENSION = Duration.ofDays(5);

    /** What somebody tries next, some time after the last; {@code choice} decides how. */
    record Attempt(Step step, int choice, Duration later) {}

    enum Verdict {
        TAKEN,
        ILLEGAL,
        REFUSED
    }

    @Property(tries = 2000)
    void aHazardAgreesWithTheModelHoweverItsLifeGoes(@ForAll Grade grade, @ForAll("attempts") List<Attempt> attempts) {
        Hazard hazard = found(1, grade);
        Model model = new Model(grade);
        Instant now = START;
        for (Attempt attempt : attempts) {
            now = now.plus(attempt.later());
            String before = standing(hazard);
            Verdict verdict = attempted(hazard, attempt, now);

            assertThat(verdict).as("%s of %s", attempt, before).isEqualTo(model.judge(attempt, now));
            if (verdict == Verdict.TAKEN) {
                model.follow(attempt, now);
            } else {
                assertThat(standing(hazard)).isEqualTo(before);
            }
            model.demandSame(hazard);
        }
    }

    @Property(tries = 500)
    void theNextActionsAreExactlyTheStepsThatAreNotIllegal(
            @ForAll Grade grade, @ForAll("attempts") List<Attempt> attempts, @ForAll Step tried) {
        Hazard hazard = found(1, grade);
        Instant now = START;
        for (Attempt attempt : attempts) {
            now = now.plus(attempt.later());
            attempted(hazard, attempt, now);
        }
        boolean offered = hazard.nextSteps(now).contains(tried);
        boolean illegal = attempted(hazard, new Attempt(tried, 0, Duration.ZERO), now) == Verdict.ILLEGAL;
        assertThat(illegal).isEqualTo(!offered);
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.of(Step.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 40).map(Duration::ofHours))
                .as(Attempt::new)
                .list()
                .ofMaxSize(25);
    }

    /** The rules of the glossary's section 3, told as simply as they can be. */
    private static final class Model {
        private Status status = Status.FOUND;
        private Grade grade;
        private int version = 1;
        private int round = 1;
        private int returns;
        private Supervision.@Nullable Level supervised;
        private @Nullable Instant due;
        private @Nullable Instant originalDue;
        private @Nullable Instant asked;
        private @Nullable Doer reinspector;

        Model(Grade grade) {
            this.grade = grade;
        }

        Verdict judge(Attempt attempt, Instant now) {
            return switch (attempt.step()) {
                case ASSIGN -> legalIf(status == Status.FOUND, grade != Grade.MAJOR || fiveInPlace(attempt));
                case RECTIFY, TRANSFER -> legalIf(status == Status.ASSIGNED, true);
                case RETURN -> legalIf(status == Status.RECTIFIED, true);
                case REINSPECT ->
                    legalIf(status == Status.RECTIFIED, !doer(attempt).equals(RECTIFIER));
                case CLOSE ->
                    legalIf(
                            status == Status.RECTIFIED && (grade != Grade.MAJOR || supervised != null),
                            mayClose(attempt));
                case REQUEST_EXTENSION ->
                    legalIf(
                            status == Status.ASSIGNED && asked == null && !now.isAfter(Objects.requireNonNull(due)),
                            within(until(attempt)));
                case DECIDE_EXTENSION ->
                    legalIf(
                            status == Status.ASSIGNED && asked != null,
                            attempt.choice() > 0 || (asked != null && asked.isAfter(now)));
                case REGRADE -> legalIf(status.isOpen(), grade(attempt) != grade);
                case SUPERVISE ->
                    legalIf(
                            status.isOpen() && supervised != Supervision.Level.PROVINCE,
                            supervised == null || level(attempt).compareTo(supervised) > 0);
                case MERGE -> legalIf(status == Status.FOUND || status == Status.ASSIGNED, attempt.choice() != 1);
                case VOID -> legalIf(status == Status.FOUND, true);
                case REOPEN -> legalIf(status == Status.CLOSED, true);
            };
        }

        /** A major hazard takes a senior person, and another one who recorded the re-inspection. */
        private boolean mayClose(Attempt attempt) {
            return switch (attempt.choice()) {
                case 0 -> grade != Grade.MAJOR || INSPECTOR.equals(reinspector);
                case 1 -> grade != Grade.MAJOR;
                default -> false;
            };
        }

        private boolean within(Instant until) {
            return originalDue != null
                    && until.isAfter(Objects.requireNonNull(due))
                    && !until.isAfter(originalDue.plus(MOST_EXTENSION));
        }

        private Instant until(Attempt attempt) {
            return LifeModelTest.until(attempt, due);
        }

        void follow(Attempt attempt, Instant now) {
            version++;
            switch (attempt.step()) {
                case ASSIGN -> assigned(now);
                case RECTIFY -> {
                    status = Status.RECTIFIED;
                    asked = null;
                }
                case RETURN -> {
                    returns++;
                    assigned(now);
                }
                case REINSPECT -> reinspector = doer(attempt);
                case CLOSE -> status = Status.CLOSED;
                case REQUEST_EXTENSION -> asked = until(attempt);
                case DECIDE_EXTENSION -> {
                    due = attempt.choice() == 0 ? asked : due;
                    asked = null;
                }
                case TRANSFER -> asked = null;
                case REGRADE -> grade = grade(attempt);
                case SUPERVISE -> supervised = level(attempt);
                case MERGE -> {
                    status = Status.MERGED;
                    asked = null;
                }
                case VOID -> status = Status.VOIDED;
                case REOPEN -> {
                    round++;
                    supervised = null;
                    assigned(now);
                }
            }
        }

        private void assigned(Instant now) {
            status = Status.ASSIGNED;
            due = now.plus(TERM);
            originalDue = due;
            reinspector = null;
        }

        void demandSame(Hazard hazard) {
            assertThat(hazard.status()).isEqualTo(status);
            assertThat(hazard.version()).isEqualTo(version);
            assertThat(hazard.grade()).isEqualTo(grade);
            assertThat(hazard.round()).isEqualTo(round);
            assertThat(hazard.returns()).isEqualTo(returns);
            assertThat(hazard.dueAt()).isEqualTo(due);
            assertThat(hazard.originalDueAt()).isEqualTo(originalDue);
            assertThat(hazard.extensionRequest() != null).isEqualTo(asked != null);
            assertThat(hazard.reinspection() != null).isEqualTo(reinspector != null);
            assertThat(hazard.supervision() != null).isEqualTo(supervised != null);
        }

        private static Verdict legalIf(boolean legal, boolean wellAsked) {
            if (!legal) {
                return Verdict.ILLEGAL;
            }
            return wellAsked ? Verdict.TAKEN : Verdict.REFUSED;
        }
    }

    private static Verdict attempted(Hazard hazard, Attempt attempt, Instant now) {
        Doer doer = doer(attempt);
        Occasion occasion = new Occasion(now, now, doer.name(), doer.subject(), false, Scope.EVERYWHERE);
        try {
            assertThat(step(hazard, attempt, occasion).type()).startsWith("hazard.");
            return Verdict.TAKEN;
        } catch (IllegalStep illegal) {
            assertThat(illegal.status()).isEqualTo(hazard.status());
            assertThat(illegal.nextActions()).doesNotContain(attempt.step().action());
            return Verdict.ILLEGAL;
        } catch (Refusal refusal) {
            return Verdict.REFUSED;
        }
    }

    private static HazardEvent step(Hazard hazard, Attempt attempt, Occasion occasion) {
        Deadline deadline = new Deadline(occasion.at().plus(TERM), null);
        return switch (attempt.step()) {
            case ASSIGN -> hazard.assign(order(deadline, fiveInPlace(attempt)), null, occasion);
            case RECTIFY -> hazard.rectify("装好", List.of(), occasion);
            case REINSPECT -> hazard.reinspect("合格", occasion);
            case RETURN -> hazard.sendBack("高度不对", deadline, null, occasion);
            case CLOSE -> hazard.close(closing(attempt), null, occasion);
            case REQUEST_EXTENSION ->
                hazard.requestExtension(until(attempt, hazard.dueAt()), "缺配件", "停用燃气", latest(hazard), occasion);
            case DECIDE_EXTENSION ->
                attempt.choice() == 0 ? hazard.extend("同意", occasion) : hazard.refuseExtension("不同意", occasion);
            case TRANSFER ->
                hazard.transfer(new Unit(null, "某物业"), new Responsible("物业负责人", null), null, "产权属物业", null, occasion);
            case REGRADE -> hazard.regrade(grade(attempt), "重新核定", null, occasion);
            case SUPERVISE -> hazard.supervise(level(attempt), "督办1号", occasion);
            case MERGE -> hazard.mergeInto(attempt.choice() == 1 ? hazard : found(2, Grade.MINOR), "重复", occasion);
            case VOID -> hazard.voidAs("不属实", occasion);
            case REOPEN -> hazard.reopen("返潮", deadline, null, occasion);
        };
    }

    private static boolean fiveInPlace(Attempt attempt) {
        return attempt.choice() != 3;
    }

    /** Re-inspects in turn: the inspector twice, who rectified, the chief. Closes: the chief, the inspector, who rectified, the chief. */
    private static Doer doer(Attempt attempt) {
        return switch (attempt.step()) {
            case RECTIFY, REQUEST_EXTENSION -> RECTIFIER;
            case REINSPECT -> List.of(INSPECTOR, INSPECTOR, RECTIFIER, CHIEF).get(attempt.choice());
            case CLOSE -> List.of(CHIEF, INSPECTOR, RECTIFIER, CHIEF).get(attempt.choice());
            default -> CHIEF;
        };
    }

    /** The last one names one person as both. */
    private static Closing closing(Attempt attempt) {
        return attempt.choice() == 3
                ? new Closing("合格", Doer.told("检查人员丙"), Doer.told("检查人员丙 "), true)
                : new Closing("合格", null, null, doer(attempt).equals(CHIEF));
    }

    private static Instant until(Attempt attempt, @Nullable Instant due) {
        return Objects.requireNonNullElse(due, START).plus(Duration.ofDays(2L * attempt.choice()));
    }

    private static Instant latest(Hazard hazard) {
        return Objects.requireNonNullElse(hazard.originalDueAt(), START).plus(MOST_EXTENSION);
    }

    private static Grade grade(Attempt attempt) {
        return Grade.values()[attempt.choice()];
    }

    private static Supervision.Level level(Attempt attempt) {
        return Supervision.Level.values()[attempt.choice() % 3];
    }

    private static Order order(Deadline deadline, boolean fiveInPlace) {
        return new Order(
                new Unit(null, "城东区某餐馆"),
                new Responsible("餐馆负责人", "13900000000"),
                deadline,
                "安装报警器",
                fiveInPlace ? new BigDecimal("3200.00") : null,
                fiveInPlace ? "停用燃气" : null,
                null);
    }

    private static Hazard found(long id, Grade grade) {
        return Hazard.found(
                new UUID(1, id),
                "630102-2026-00000" + id,
                "630102",
                grade,
                Category.COMMERCIAL_USE,
                Source.INSPECTION,
                new Found("未装报警器", null, null, null, null, null, null, null, null, null, null, null, null, null),
                Occasion.live(START, null));
    }

    private static String standing(Hazard hazard) {
        return "%s %s v%d round %d returns %d due %s/%s asked %s supervised %s unit %s because %s"
                .formatted(
                        hazard.status(),
                        hazard.grade(),
                        hazard.version(),
                        hazard.round(),
                        hazard.returns(),
                        hazard.dueAt(),
                        hazard.originalDueAt(),
                        hazard.extensionRequest(),
                        hazard.supervision(),
                        hazard.unit(),
                        hazard.dismissedBecause());
    }
}
