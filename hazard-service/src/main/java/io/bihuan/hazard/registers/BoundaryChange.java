package io.bihuan.hazard.registers;

import io.bihuan.hazard.NotAllowedNow;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.registers.Moves.Move;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One district on its way to another code, with all that is on file below it, while nobody else changes the register.
 * What has moved on its own stays where it went.
 */
final class BoundaryChange {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;

    private final Districts districts;
    private final Moves standing;
    private final DistrictMove move;
    private final Occasion occasion;

    BoundaryChange(Districts districts, DistrictMove move, Occasion occasion) {
        this.districts = districts;
        this.standing = districts.moves();
        this.move = move;
        this.occasion = occasion;
    }

    void carryOut(District district) {
        if (district.movedInto() != null) {
            throw new NotAllowedNow("district", "moves", "MOVED", List.of());
        }
        verify(district, districts.demand("into", move.into()));
        for (District each : districts.below(district.code())) {
            LocalDate ownMove = each.movedOn();
            if (ownMove == null) {
                move(each, move.into() + each.code().substring(district.code().length()));
            } else if (move.from().isBefore(ownMove)) {
                throw new Refusal("from", "district.move.twice", each.code(), ownMove);
            }
        }
        move(district, move.into());
    }

    private void verify(District district, District into) {
        LocalDate from = move.from();
        if (from.getYear() < EARLIEST || from.getYear() > LATEST) {
            throw new Refusal("from", "period.unreasonable", from, EARLIEST, LATEST);
        }
        if (into.code().startsWith(district.code()) || district.code().startsWith(into.code())) {
            throw new Refusal("into", "district.move.within", into.code(), district.code());
        }
        if (into.level() != district.level()) {
            throw new Refusal("into", "district.move.level", into.code(), into.level(), district.level());
        }
    }

    private void move(District district, String code) {
        demandInUse(code);
        demandArrived(district);
        districts.move(district, arrival(code, district), move, occasion);
    }

    /** The new code must not be given up by then. */
    private void demandInUse(String code) {
        Optional<Move> gone = standing.of(code).filter(next -> !next.from().isAfter(move.from()));
        if (gone.isPresent()) {
            throw new Refusal(
                    "into",
                    "district.moved",
                    code,
                    gone.get().into(),
                    gone.get().from());
        }
    }

    /** What moves into the old code must have done so before. So no code comes back to itself. */
    private void demandArrived(District district) {
        LocalDate last = districts.lastArrivalIn(district.code());
        if (last != null && !last.isBefore(move.from())) {
            throw new Refusal("from", "district.move.early", district.code(), last);
        }
    }

    /** The district that is on file under the new code; what is below the one that moves comes on file by itself. */
    private District arrival(String code, District district) {
        return districts.find(code).orElseGet(() -> {
            if (!Districts.isDistrictCode(code)) {
                throw new Refusal("into", "district.code", code);
            }
            DistrictEntry entry = new DistrictEntry(code, district.name(), district.level());
            return districts.enter(code, entry, null, occasion).onFile();
        });
    }
}
