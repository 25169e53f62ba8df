package io.bihuan.hazard.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.lifecycle.Hazards;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * All evidence of all hazards. The bytes go into the store before the record of them is made: what a failure between the
 * two leaves there is found under its hash when the same file comes again.
 */
@ApplicationScoped
public class Evidence implements PanacheRepositoryBase<Exhibit, UUID> {

    private final Hazards hazards;
    private final Store store;
    private final Darkroom darkroom;
    private final InstantSource clock;
    private final ZoneId zone;

    Evidence(
            Hazards hazards,
            Store store,
            Darkroom darkroom,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.hazards = hazards;
        this.store = store;
        this.darkroom = darkroom;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What is on record for a file that was handed in.
     *
     * @param isNew whether it was not on record before
     */
    public record Filed(Exhibit exhibit, boolean isNew) {}

    /**
     * Examines a file and stores its bytes. Outside a transaction, because it may take a second or two.
     *
     * @throws UnfitFile if it is neither a photo nor a PDF
     */
    public Accepted accept(UUID hazardId, Submission submission) {
        demandHazard(hazardId);
        try {
            Examination examination = Examination.of(submission, darkroom, zone);
            String name = examination.sha256();
            store.keep(name, submission.content(), submission.size());
            if (examination.prints() != null) {
                keep(name + Copy.THUMBNAIL.suffix, examination.prints().thumbnail());
                keep(name + Copy.PUBLIC.suffix, examination.prints().publicCopy());
            }
            return new Accepted(hazardId, submission, examination);
        } catch (IOException e) {
            throw new UncheckedIOException("evidence of hazard " + hazardId + " could not be stored", e);
        }
    }

    private void keep(String name, byte[] bytes) throws IOException {
        store.keep(name, () -> new ByteArrayInputStream(bytes), bytes.length);
    }

    /** Puts a file on record; the same file is a hazard's evidence once, as it was first handed in. */
    @Transactional
    public Filed file(Accepted accepted) {
        UUID hazardId = accepted.hazardId();
        Examination examination = accepted.examination();
        // Held, so that of the same photo sent twice at once the second finds the first.
        if (hazards.hold(hazardId).isEmpty()) {
            throw new NotOnRecord("hazard", hazardId);
        }
        Exhibit known = find("hazardId = ?1 and sha256 = ?2", hazardId, examination.sha256())
                .firstResult();
        if (known != null) {
            return new Filed(known, false);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Exhibit exhibit = new Exhibit();
        exhibit.id = UuidCreator.getTimeOrderedEpoch(now);
        exhibit.hazardId = hazardId;
        exhibit.sha256 = examination.sha256();
        exhibit.mediaType = examination.format().mediaType();
        exhibit.size = accepted.submission().size();
        exhibit.fileName = accepted.submission().nameFor(examination.format());
        exhibit.caption = accepted.submission().caption();
        exhibit.takenAt = examination.shot().takenAt();
        exhibit.location = examination.shot().location();
        exhibit.uploadedAt = now;
        persist(exhibit);
        return new Filed(exhibit, true);
    }

    /** The evidence of a hazard, in the order in which it came. */
    public List<Exhibit> of(UUID hazardId) {
        demandHazard(hazardId);
        return list("hazardId = ?1 order by uploadedAt, id", hazardId);
    }

    /** One piece of a hazard's evidence. */
    public Exhibit get(UUID hazardId, UUID id) {
        Exhibit exhibit = findById(id);
        if (exhibit == null || !exhibit.hazardId.equals(hazardId)) {
            throw new NotOnRecord("evidence", id);
        }
        return exhibit;
    }

    /** The bytes as they were handed in. */
    public InputStream original(Exhibit exhibit) {
        return open(exhibit.sha256);
    }

    /**
     * A copy of a photo, as JPEG.
     *
     * @throws NotOnRecord if it is a paper: it may say anything anywhere, so there is no copy to be sure of
     */
    public InputStream copy(Exhibit exhibit, Copy copy) {
        if (!exhibit.hasPrints()) {
            throw new NotOnRecord("print", exhibit.id);
        }
        return open(exhibit.sha256 + copy.suffix);
    }

    private InputStream open(String name) {
        try {
            return store.open(name);
        } catch (IOException e) {
            throw new UncheckedIOException("evidence " + name + " is on record and cannot be read", e);
        }
    }

    /**
     * Makes sure that every id names evidence of this very hazard.
     *
     * @throws Refusal that names each one that does not, as {@code evidence[i]}
     */
    public void demandOf(UUID hazardId, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>();
        for (Exhibit exhibit : list("hazardId", hazardId)) {
            known.add(exhibit.id.toString());
        }
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                violations.add(new Violation("evidence[" + i + "]", "evidence.unknown", ids.get(i)));
            }
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }

    private void demandHazard(UUID id) {
        if (hazards.findByIdOptional(id).isEmpty()) {
            throw new NotOnRecord("hazard", id);
        }
    }
}
