package io.bihuan.hazard.campaign;

import io.bihuan.hazard.registers.SiteKind;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;

/** A campaign 专项行动 on file (glossary, section 7). */
@Entity
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by Campaigns
public class Campaign {

    @Id
    String code;

    private String name;

    @Embedded
    private Period period;

    @ElementCollection
    @BatchSize(size = 500)
    @CollectionTable(name = "campaign_phase", joinColumns = @JoinColumn(name = "campaign"))
    @OrderColumn(name = "position")
    private List<Phase> phases = new ArrayList<>();

    private List<String> districts;

    @Column(name = "site_kinds")
    private List<String> siteKinds;

    @Embedded
    private Targets targets;

    int version;
    String hash;

    /** For Hibernate. */
    protected Campaign() {}

    Campaign(String code) {
        this.code = code;
        this.hash = "";
    }

    public Plan plan() {
        return new Plan(
                name,
                period,
                List.copyOf(phases),
                new TreeSet<>(districts),
                siteKinds.stream().map(SiteKind::valueOf).collect(Collectors.toCollection(TreeSet::new)),
                targets);
    }

    void follow(Plan plan) {
        name = plan.name();
        period = plan.period();
        phases.clear();
        phases.addAll(plan.phases());
        districts = List.copyOf(plan.districts());
        siteKinds = plan.siteKinds().stream().map(SiteKind::name).toList();
        targets = plan.targets();
    }

    public String code() {
        return code;
    }

    public int version() {
        return version;
    }
}
