package io.bihuan.hazard.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.lifecycle.Step;
import java.util.List;
import java.util.Locale;

/** A step that lies behind a hazard, in the words of a mapping: those of the events. */
enum Deed {
    @JsonProperty("assigned")
    ASSIGNED(Step.ASSIGN),
    @JsonProperty("rectified")
    RECTIFIED(Step.RECTIFY),
    @JsonProperty("returned")
    RETURNED(Step.RETURN),
    @JsonProperty("closed")
    CLOSED(Step.CLOSE);

    private final Step step;

    Deed(Step step) {
        this.step = step;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean mayFollow(Status status) {
        return step.mayFollow(status);
    }

    /**
     * Sees to it that a life can have gone like this, from the finding on.
     *
     * @throws Refusal naming the first step that can't follow the one before it
     */
    static void demandOrder(List<Deed> deeds, String field) {
        Status status = Status.FOUND;
        String previous = "found";
        for (Deed deed : deeds) {
            if (!deed.step.mayFollow(status)) {
                throw new Refusal(field, "import.order", deed.word(), previous);
            }
            status = deed.step.from(status);
            previous = deed.word();
        }
    }
}
