package io.bihuan.hazard.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import's file as the database keeps it, read piece by piece. */
@SuppressWarnings("JdkObsolete") // an Enumeration is what SequenceInputStream takes
final class StoredFile implements Enumeration<InputStream> {

    private final Jobs jobs;
    private final UUID job;
    private int part;
    private byte @Nullable [] next;

    private StoredFile(Jobs jobs, UUID job) {
        this.jobs = jobs;
        this.job = job;
        this.next = jobs.piece(job, 0);
    }

    static InputStream open(Jobs jobs, UUID job) {
        return new SequenceInputStream(new StoredFile(jobs, job));
    }

    @Override
    public boolean hasMoreElements() {
        return next != null;
    }

    @Override
    public InputStream nextElement() {
        byte[] piece = next;
        if (piece == null) {
            throw new NoSuchElementException();
        }
        next = jobs.piece(job, ++part);
        return new ByteArrayInputStream(piece);
    }
}
