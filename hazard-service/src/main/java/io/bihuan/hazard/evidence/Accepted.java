package io.bihuan.hazard.evidence;

import java.util.UUID;

/** A file that was examined and stored, and is about to become evidence of a hazard. */
public final class Accepted {

    private final UUID hazardId;
    private final Submission submission;
    private final Examination examination;

    Accepted(UUID hazardId, Submission submission, Examination examination) {
        this.hazardId = hazardId;
        this.submission = submission;
        this.examination = examination;
    }

    /** Of the file's bytes, in hexadecimal. */
    public String sha256() {
        return examination.sha256();
    }

    UUID hazardId() {
        return hazardId;
    }

    Submission submission() {
        return submission;
    }

    Examination examination() {
        return examination;
    }
}
