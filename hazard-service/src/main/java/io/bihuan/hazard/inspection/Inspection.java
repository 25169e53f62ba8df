package io.bihuan.hazard.inspection;

import io.bihuan.hazard.registers.Site;
import io.bihuan.hazard.registers.SiteKind;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** An inspection 检查 that was held. What it found stays as it was found; the hazards go on by themselves. */
@Entity
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by the constructor
public class Inspection {

    @Id
    private UUID id;

    @Column(name = "site_code")
    private String siteCode;

    @Column(name = "district_code")
    private String districtCode;

    @Enumerated(EnumType.STRING)
    @Column(name = "site_kind")
    private SiteKind siteKind;

    @Enumerated(EnumType.STRING)
    private InspectionKind kind;

    @Column(name = "inspected_at")
    private Instant inspectedAt;

    private List<String> inspectors;
    private @Nullable String campaign;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "inspector_name"))
    @AttributeOverride(name = "signedAt", column = @Column(name = "inspector_signed_at"))
    @AttributeOverride(name = "evidence", column = @Column(name = "inspector_evidence"))
    private Signature inspectorSignature;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
    @AttributeOverride(name = "signedAt", column = @Column(name = "unit_signed_at"))
    @AttributeOverride(name = "evidence", column = @Column(name = "unit_evidence"))
    private @Nullable Signature unitSignature;

    @Column(name = "refused_reason")
    private @Nullable String refusedReason;

    @ElementCollection
    @BatchSize(size = 500)
    @CollectionTable(name = "inspection_check", joinColumns = @JoinColumn(name = "inspection"))
    @OrderColumn(name = "position")
    private List<Check> checklist = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = 500)
    @CollectionTable(name = "inspection_hazard", joinColumns = @JoinColumn(name = "inspection"))
    @OrderColumn(name = "position")
    private List<OpenedHazard> hazards = new ArrayList<>();

    /** The sides whose signatures are kept as pictures; those come later, by {@link SignaturePictures}. */
    @ElementCollection
    @BatchSize(size = 500)
    @CollectionTable(name = "signature_picture", joinColumns = @JoinColumn(name = "inspection"))
    @Column(name = "side")
    @Enumerated(EnumType.STRING)
    private Set<Side> pictures = new HashSet<>();

    private boolean clean;
    String hash;

    /** For Hibernate. */
    protected Inspection() {}

    Inspection(UUID id, Visit visit, Site site, String districtCode, List<OpenedHazard> hazards, Instant inspectedAt) {
        this.id = id;
        this.inspectedAt = inspectedAt;
        this.hazards = new ArrayList<>(hazards);
        siteCode = site.code();
        this.districtCode = districtCode;
        siteKind = site.kind();
        kind = visit.kind();
        inspectors = visit.inspectors();
        campaign = visit.campaign();
        inspectorSignature = visit.signatures().inspector();
        unitSignature = visit.signatures().unit();
        refusedReason = visit.signatures().refusedReason();
        checklist = new ArrayList<>(visit.checklist());
        clean = hazards.isEmpty() && checklist.stream().noneMatch(check -> check.result() == Check.Result.FAIL);
        hash = "";
    }

    public UUID id() {
        return id;
    }

    public String siteCode() {
        return siteCode;
    }

    public String districtCode() {
        return districtCode;
    }

    public SiteKind siteKind() {
        return siteKind;
    }

    public InspectionKind kind() {
        return kind;
    }

    public Instant inspectedAt() {
        return inspectedAt;
    }

    public List<String> inspectors() {
        return List.copyOf(inspectors);
    }

    public @Nullable String campaign() {
        return campaign;
    }

    public Signatures signatures() {
        return new Signatures(inspectorSignature, unitSignature, refusedReason);
    }

    public List<Check> checklist() {
        return List.copyOf(checklist);
    }

    public List<OpenedHazard> hazards() {
        return List.copyOf(hazards);
    }

    /** Whether the picture of a side's signature is kept. */
    public boolean hasPictureOf(Side side) {
        return pictures.contains(side);
    }

    /** Whether nothing was wrong: no item failed and no hazard came to light. */
    public boolean clean() {
        return clean;
    }
}
