package io.bihuan.hazard.casework;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One version of the service clocks. Written once, never changed: a case keeps what it was received under. */
@Entity
@Table(name = "service_clocks")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class ServiceClocks implements Version {

    @Id
    private int version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "service_clock", joinColumns = @JoinColumn(name = "version"))
    @OrderColumn(name = "position")
    private List<ServiceClock> clocks = new ArrayList<>();

    /** For Hibernate. */
    protected ServiceClocks() {}

    ServiceClocks(int version, Instant recordedAt, List<ServiceClock> clocks) {
        this.version = version;
        this.recordedAt = recordedAt;
        this.clocks = new ArrayList<>(clocks);
    }

    @Override
    public int version() {
        return version;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public List<ServiceClock> clocks() {
        return List.copyOf(clocks);
    }
}
