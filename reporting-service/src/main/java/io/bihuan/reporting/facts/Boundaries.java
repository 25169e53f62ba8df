package io.bihuan.reporting.facts;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Districts that went over into others: what bears a moved district's code, or the code of one below it, lies in the new district from
 * then on.
 */
public record Boundaries(List<Move> moves) {

    /**
     * The code of the district that a place lies in at a moment, whose code is the given one by the boundaries that were told. A part that
     * went elsewhere than the whole comes before it.
     */
    public String district(String told, Instant at) {
        String code = told;
        // One move leads to the next; the register lets none lead back.
        for (int i = 0; i < moves.size(); i++) {
            String now = code;
            Move move = moves.stream()
                    .filter(each -> each.concerns(now) && !each.from().isAfter(at))
                    .findFirst()
                    .orElse(null);
            if (move == null) {
                return code;
            }
            code = move.into() + code.substring(move.district().length());
        }
        return code;
    }

    /**
     * What the codes of the places begin with that may lie in a district at a moment: its own code, and what went over into it. No one
     * begins another; not every place that is so coded still lies there.
     */
    public List<String> told(String district, Instant at) {
        Set<String> told = new TreeSet<>(Set.of(district));
        Deque<String> into = new ArrayDeque<>(told);
        while (!into.isEmpty()) {
            String code = into.pop();
            for (Move move : moves) {
                if (!move.from().isAfter(at) && (move.into().startsWith(code) || code.startsWith(move.into()))) {
                    String before = move.into().startsWith(code)
                            ? move.district()
                            : move.district() + code.substring(move.into().length());
                    if (told.add(before)) {
                        into.push(before);
                    }
                }
            }
        }
        return told.stream()
                .filter(code -> told.stream().noneMatch(other -> !other.equals(code) && code.startsWith(other)))
                .toList();
    }

    /** When the district that a place lies in changes. */
    Stream<Instant> changes(String told) {
        return moves.isEmpty()
                ? Stream.empty()
                : moves.stream()
                        .map(Move::from)
                        .filter(from -> !Objects.equals(district(told, from.minusNanos(1_000)), district(told, from)));
    }
}
