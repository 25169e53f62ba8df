package io.bihuan.hazard.proof;

import io.bihuan.hazard.proof.Finding.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the seals against each other, and against the rows, which come in the order of their numbers. */
final class SealChecks {

    /** As many gaps between numbers are named; whoever looks for a lost row begins with them. */
    private static final int MOST_GAPS = 5;

    private final ZoneId zone;
    private final Findings findings;
    private final Deque<Seal> toCome = new ArrayDeque<>();

    private @Nullable Seal current;
    private RowsHash rows = new RowsHash();
    private long late;
    private long unsealed;
    private long previousSeq;
    private final StringBuilder gaps = new StringBuilder();
    private int gapCount;

    SealChecks(ZoneId zone, Findings findings) {
        this.zone = zone;
        this.findings = findings;
    }

    /** Whether each seal is what it was and follows the one before, none is missing, and those kept elsewhere are these. */
    void seals(List<Seal> seals, SealHead head, Map<LocalDate, String> keptElsewhere) {
        Seal before = null;
        for (Seal seal : seals) {
            if (seal.isIntact()) {
                toCome.add(seal);
            } else {
                findings.add(Finding.seal(Kind.SEAL_CHANGED, seal.day()));
            }
            follows(before, seal);
            before = seal;
        }
        endsWith(before, head);
        Map<LocalDate, Seal> byDay = seals.stream().collect(Collectors.toMap(Seal::day, Function.identity()));
        keptElsewhere.forEach((day, hash) -> isKept(byDay.get(day), day, hash));
        current = toCome.poll();
    }

    private void follows(@Nullable Seal before, Seal seal) {
        if (before == null) {
            if (!seal.isFirst()) {
                missing(null, seal.day().minusDays(1));
            }
        } else if (!before.day().plusDays(1).equals(seal.day())) {
            missing(before.day().plusDays(1), seal.day().minusDays(1));
        } else if (!before.hash().equals(seal.previousHash())) {
            findings.add(Finding.seal(Kind.SEAL_CHAIN_BROKEN, seal.day(), seal.previousHash(), before.hash()));
        }
    }

    private void endsWith(@Nullable Seal last, SealHead head) {
        if (last == null) {
            if (head.day() != null) {
                missing(null, head.day());
            }
        } else if (head.day() != null && last.day().isBefore(head.day())) {
            missing(last.day().plusDays(1), head.day());
        } else if (!head.hash().equals(last.hash())) {
            findings.add(Finding.seal(Kind.SEAL_CHAIN_BROKEN, last.day(), head.hash(), last.hash()));
        }
    }

    private void missing(@Nullable LocalDate from, LocalDate to) {
        findings.add(Finding.seal(Kind.SEALS_MISSING, to, from == null ? "…" : from.toString()));
    }

    private void isKept(@Nullable Seal seal, LocalDate day, String hash) {
        if (seal == null) {
            findings.add(Finding.seal(Kind.KEPT_SEAL_MISSING, day, hash));
        } else if (!seal.hash().equals(hash)) {
            findings.add(Finding.seal(Kind.KEPT_SEAL_DIFFERS, day, hash, seal.hash()));
        }
    }

    /** The next row. */
    void row(long seq, Instant recordedAt, String hash) {
        while (current != null && seq > current.through()) {
            finish(current);
        }
        if (current == null) {
            unsealed++;
        } else if (seq > current.after()) {
            gap(Math.max(previousSeq, current.after()), seq);
            rows.add(hash);
            if (!current.isFirst()
                    && recordedAt.isBefore(current.day().atStartOfDay(zone).toInstant())) {
                late++;
            }
        }
        previousSeq = seq;
    }

    /** There are no more rows. */
    void end() {
        while (current != null) {
            finish(current);
        }
    }

    /** How many rows came after those of the last seal. */
    long unsealed() {
        return unsealed;
    }

    private void finish(Seal seal) {
        gap(Math.max(previousSeq, seal.after()), seal.through() + 1);
        if (rows.count() != seal.rows() || !rows.hash().equals(seal.rowsHash())) {
            findings.add(Finding.seal(
                    Kind.SEALED_ROWS_DIFFER,
                    seal.day(),
                    Long.toString(seal.rows()),
                    Long.toString(rows.count()),
                    Long.toString(seal.after() + 1),
                    Long.toString(seal.through()),
                    gaps.isEmpty() ? "—" : gaps.toString()));
        }
        if (late > 0) {
            findings.add(Finding.seal(Kind.ROWS_LATE, seal.day(), Long.toString(late)));
        }
        rows = new RowsHash();
        late = 0;
        gaps.setLength(0);
        gapCount = 0;
        current = toCome.poll();
    }

    private void gap(long before, long after) {
        if (after - before > 1 && gapCount++ <= MOST_GAPS) {
            if (gapCount > 1) {
                gaps.append(", ");
            }
            gaps.append(
                    gapCount > MOST_GAPS
                            ? "…"
                            : after - before == 2 ? Long.toString(before + 1) : (before + 1) + "–" + (after - 1));
        }
    }
}
