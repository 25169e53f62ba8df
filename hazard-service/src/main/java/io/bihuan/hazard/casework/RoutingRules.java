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

/** One version of the rules that route cases. Written once, never changed: a case keeps what it was received under. */
@Entity
@Table(name = "routing_rules")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class RoutingRules implements Version {

    @Id
    private int version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "routing_rule", joinColumns = @JoinColumn(name = "version"))
    @OrderColumn(name = "position")
    private List<RoutingRule> rules = new ArrayList<>();

    /** For Hibernate. */
    protected RoutingRules() {}

    RoutingRules(int version, Instant recordedAt, List<RoutingRule> rules) {
        this.version = version;
        this.recordedAt = recordedAt;
        this.rules = new ArrayList<>(rules);
    }

    @Override
    public int version() {
        return version;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public List<RoutingRule> rules() {
        return List.copyOf(rules);
    }
}
