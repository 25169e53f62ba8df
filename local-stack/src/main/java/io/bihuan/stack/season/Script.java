package io.bihuan.stack.season;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to become of a hazard that is found now. What takes offices days takes minutes here; and not everything is brought to its
 * end, so that there is something left to do for who looks on.
 *
 * @param late whether its deadline is so near that it will be missed
 */
record Script(Finding finding, boolean late, List<Cue> cues) {

    /** A step that somebody takes. */
    enum Move {
        ASSIGN,
        SUPERVISE,
        RECTIFY,
        SEND_BACK,
        REINSPECT,
        CLOSE
    }

    /** @param after the step before */
    record Cue(Move move, Duration after) {}

    /** Who is late has that long. */
    static final Duration NEAR = Duration.ofMinutes(1);

    private static final double NEVER_ASSIGNED = 0.04;
    private static final double LATE = 0.12;
    private static final double NEVER_RECTIFIED = 0.3;
    private static final double RETURNED = 0.1;
    private static final double NEVER_CLOSED = 0.08;

    Script {
        cues = List.copyOf(cues);
    }

    static Script draw(Finding finding, Dice dice) {
        boolean late = dice.falls(LATE);
        return new Script(finding, late, cues(finding.grade() == Grade.MAJOR, late, dice));
    }

    private static List<Cue> cues(boolean major, boolean late, Dice dice) {
        var cues = new ArrayList<Cue>();
        if (dice.falls(NEVER_ASSIGNED)) {
            return cues;
        }
        cues.add(cue(Move.ASSIGN, 5, 20, dice));
        if (major) {
            cues.add(cue(Move.SUPERVISE, 3, 10, dice));
        }
        if (late && dice.falls(NEVER_RECTIFIED)) {
            return cues;
        }
        cues.add(late ? cue(Move.RECTIFY, 70, 240, dice) : cue(Move.RECTIFY, 8, 40, dice));
        if (dice.falls(RETURNED)) {
            cues.add(cue(Move.SEND_BACK, 5, 20, dice));
            cues.add(cue(Move.RECTIFY, 8, 40, dice));
        }
        if (dice.falls(NEVER_CLOSED)) {
            return cues;
        }
        if (major) {
            cues.add(cue(Move.REINSPECT, 4, 15, dice));
        }
        cues.add(cue(Move.CLOSE, 5, 20, dice));
        return cues;
    }

    private static Cue cue(Move move, int fewestSeconds, int mostSeconds, Dice dice) {
        return new Cue(move, Duration.ofSeconds(dice.whole(fewestSeconds, mostSeconds)));
    }
}
