package io.bihuan.hazard.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The codes of districts that are given up, and what takes their place: every change of boundaries on file. */
final class Moves {

    private final Map<String, Move> byCode;

    Moves(List<Move> moves) {
        byCode = moves.stream().collect(Collectors.toMap(Move::code, Function.identity()));
    }

    /**
     * A code that is given up.
     *
     * @param into what takes its place
     * @param from the first day on which that holds
     */
    record Move(String code, String into, LocalDate from) {

        private Move carrying(String below) {
            return new Move(below, into + below.substring(code.length()), from);
        }
    }

    /** How a code is given up: by its own move, or with the nearest district above it. */
    Optional<Move> of(String code) {
        return IntStream.range(0, code.length())
                .mapToObj(shorter -> byCode.get(code.substring(0, code.length() - shorter)))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(move -> move.carrying(code));
    }

    /** What a code has become by a day; itself while it is in use. */
    String inUse(String code, LocalDate day) {
        String now = code;
        // No code is given up before it takes another's place, so the way ends; no way is longer than this.
        for (int steps = 0; steps < byCode.size(); steps++) {
            now = of(now).filter(move -> !day.isBefore(move.from()))
                    .map(Move::into)
                    .orElse(now);
        }
        return now;
    }
}
