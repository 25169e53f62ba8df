package io.bihuan.hazard.inspection;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.evidence.Pictures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.time.InstantSource;

/** The pictures of signatures: none but those whose fingerprints the inspection names, and with it the history that is sealed. */
@ApplicationScoped
public class SignaturePictures {

    private final EntityManager database;
    private final Pictures pictures;
    private final InstantSource clock;

    SignaturePictures(EntityManager database, Pictures pictures, InstantSource clock) {
        this.database = database;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * Keeps the picture of a side's signature, once. The bytes go into the store before it says so here: what a failure
     * between the two leaves there is found when the same picture comes again.
     *
     * @throws Refusal if it is not the one that the inspection names
     */
    public void keep(Inspection inspection, Side side, byte[] png) {
        String fingerprint = inspection
                .signatures()
                .fingerprint(side)
                .orElseThrow(() -> new Refusal("file", "signature.withoutPicture"));
        pictures.keep(fingerprint, png);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "insert into signature_picture (inspection, side, kept_at) values (:inspection, :side, :now)"
                                + " on conflict do nothing")
                .setParameter("inspection", inspection.id())
                .setParameter("side", side.name())
                .setParameter("now", clock.instant())
                .executeUpdate());
    }

    /**
     * A picture that is kept, by its fingerprint.
     *
     * @throws NotOnRecord if none is kept of that side
     */
    public String demand(Inspection inspection, Side side) {
        return inspection
                .signatures()
                .fingerprint(side)
                .filter(any -> inspection.hasPictureOf(side))
                .orElseThrow(() -> new NotOnRecord("signature", side.word()));
    }

    /** The bytes of a picture that is kept. */
    public InputStream open(String fingerprint) {
        return pictures.open(fingerprint);
    }
}
