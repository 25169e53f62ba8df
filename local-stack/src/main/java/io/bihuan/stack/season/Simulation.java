package io.bihuan.stack.season;

import io.bihuan.stack.StackPorts;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import io.bihuan.stack.client.UnexpectedException;
import io.bihuan.stack.season.Script.Cue;
import io.bihuan.stack.season.Script.Move;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps hazards coming where a season was loaded: they are found at an even pace, each then goes through its script, and once a minute
 * a line says what was done. What somebody else does to them meanwhile is his to finish.
 */
public final class Simulation {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int A_CLIENTS_FAULT = 500;

    /** Something to be done at its time. */
    private record Turn(Instant at, Runnable deed) {}

    private final StackPorts ports;
    private final InstantSource clock;
    private final Consumer<String> out;
    private final Season season;
    private final Dice dice;
    private final Duration pace;
    private final String numbers;
    private final Queue<Turn> agenda = new PriorityQueue<>(Comparator.comparing(Turn::at));
    private final Deeds sinceThen = new Deeds();
    private final Deeds inAll = new Deeds();
    private Cast cast;
    private int found;

    /**
     * @param loaded the season whose places are used
     * @param perMinute so many are found
     * @param seed what is found, and what becomes of it, is drawn by it
     * @param out told a line every minute
     */
    public Simulation(
            StackPorts ports, Loading loaded, int perMinute, long seed, InstantSource clock, Consumer<String> out) {
        this.ports = ports;
        this.clock = clock;
        this.out = out;
        this.season = loaded.season();
        this.dice = new Dice(seed);
        this.pace = MINUTE.dividedBy(perMinute);
        this.numbers = Simulated.CODE + STAMP.format(LocalDateTime.ofInstant(clock.instant(), ZONE)) + "-";
        this.cast = cast();
    }

    /**
     * Goes on for so long, or until the process is stopped or the thread interrupted.
     *
     * @throws UnexpectedException when a service is gone
     */
    public void run(@Nullable Duration howLong) {
        var begun = clock.instant();
        var end = howLong == null ? Instant.MAX : begun.plus(howLong);
        agenda.add(new Turn(begun, () -> find(begun)));
        agenda.add(new Turn(begun.plus(MINUTE), () -> tell(begun.plus(MINUTE))));
        try {
            for (var turn = agenda.remove(); turn.at().isBefore(end); turn = agenda.remove()) {
                waitFor(turn.at());
                turn.deed().run();
            }
            waitFor(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return what was done since it began, in a line */
    public String inAll() {
        return "in all    " + inAll;
    }

    private void waitFor(Instant moment) throws InterruptedException {
        var left = Duration.between(clock.instant(), moment);
        if (!left.isNegative()) {
            Thread.sleep(left.toMillis());
        }
    }

    private void find(Instant at) {
        agenda.add(new Turn(at.plus(pace), () -> find(at.plus(pace))));
        var today = LocalDateTime.ofInstant(at, ZONE).toLocalDate();
        var script = Script.draw(season.findings().draw(today, true, dice), dice);
        var answer = cast.find(script.finding(), "%s%04d".formatted(numbers, ++found));
        if (done(answer, deeds -> deeds.found++)) {
            next(script, answer.body().path("id").asText(), script.cues().iterator());
        }
    }

    private void next(Script script, String id, Iterator<Cue> cues) {
        if (cues.hasNext()) {
            var cue = cues.next();
            agenda.add(new Turn(clock.instant().plus(cue.after()), () -> take(cue.move(), script, id, cues)));
        }
    }

    private void take(Move move, Script script, String id, Iterator<Cue> cues) {
        if (done(cast.take(move, script, id), deeds -> deeds.count(move, script.late()))) {
            next(script, id, cues);
        }
    }

    /** Whether a step was taken. If not, somebody else was faster, and it is left to him. */
    private boolean done(Api.Answer answer, Consumer<Deeds> counting) {
        if (answer.status() >= A_CLIENTS_FAULT) {
            throw new UnexpectedException("a step of a simulated hazard", "200 or 201", answer.toString());
        }
        boolean taken = answer.status() < 300;
        Consumer<Deeds> counted = taken ? counting : deeds -> deeds.refused++;
        counted.accept(sinceThen);
        counted.accept(inAll);
        return taken;
    }

    private void tell(Instant at) {
        agenda.add(new Turn(at.plus(MINUTE), () -> tell(at.plus(MINUTE))));
        out.accept(TIME.format(LocalDateTime.ofInstant(at, ZONE)) + "  " + sinceThen);
        sinceThen.clear();
        cast = cast();
    }

    /** With new tokens, which would expire otherwise. */
    private Cast cast() {
        return new Cast(
                new Api(ports.hazard()),
                Tokens.from(ports.identity()),
                season.which().code(),
                clock);
    }

    /** How often what was done. */
    private static final class Deeds {
        private int found;
        private int assigned;
        private int rectified;
        private int late;
        private int returned;
        private int closed;
        private int refused;

        void count(Move move, boolean toBeLate) {
            switch (move) {
                case ASSIGN -> assigned++;
                case RECTIFY -> {
                    rectified++;
                    late += toBeLate ? 1 : 0;
                }
                case SEND_BACK -> returned++;
                case CLOSE -> closed++;
                case SUPERVISE, REINSPECT -> {}
            }
        }

        void clear() {
            found = 0;
            assigned = 0;
            rectified = 0;
            late = 0;
            returned = 0;
            closed = 0;
            refused = 0;
        }

        @Override
        public String toString() {
            return "发现 found %d, 交办 assigned %d, 整改 rectified %d (%d late), 退回 returned %d, 销号 closed %d%s"
                    .formatted(
                            found,
                            assigned,
                            rectified,
                            late,
                            returned,
                            closed,
                            refused == 0 ? "" : ", left to others " + refused);
        }
    }
}
