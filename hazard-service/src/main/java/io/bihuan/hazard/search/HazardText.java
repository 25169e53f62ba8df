package io.bihuan.hazard.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A hazard's texts in the form in which they are searched. The database keeps them; they are only named in queries. */
@Entity
@Immutable
@Table(name = "hazard_text")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class HazardText {

    @Id
    @Column(name = "hazard_id")
    UUID hazardId;

    @Column(name = "found_at")
    Instant foundAt;

    String text;

    @Column(columnDefinition = "tsvector")
    String pieces;
}
