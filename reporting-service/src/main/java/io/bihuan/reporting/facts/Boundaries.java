package io.bihuan.reporting.facts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Districts that went over into others: what bears a moved district's code, or the code of one below it, lies in the new district from
 * then on.
 */
record Boundaries(List<Move> moves) {

    /**
     * The code of the district that a place lies in at a moment, whose code is the given one by the boundaries that were told. A part that
     * went elsewhere than the whole comes before it.
     */
    String district(String told, Instant at) {
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

    /** When the district that a place lies in changes. */
    Stream<Instant> changes(String told) {
        return moves.isEmpty()
                ? Stream.empty()
                : moves.stream()
                        .map(Move::from)
                        .filter(from -> !Objects.equals(district(told, from.minusNanos(1_000)), district(told, from)));
    }
}
