package io.bihuan.hazard.registers;

import io.bihuan.access.Scope;
import io.bihuan.hazard.lifecycle.Location;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A site 检查对象 on file: a place that is inspected (glossary, section 2). */
@Entity
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by take()
public class Site extends OnFile<SiteEntry> {

    private String name;

    @Enumerated(EnumType.STRING)
    private SiteKind kind;

    @Column(name = "district_code")
    private String districtCode;

    @Column(name = "unit_code")
    private @Nullable String unitCode;

    private @Nullable String address;

    @Embedded
    private @Nullable Location location;

    @ElementCollection
    @CollectionTable(name = "site_contact", joinColumns = @JoinColumn(name = "site_code"))
    @OrderColumn(name = "position")
    @BatchSize(size = 500)
    private List<Contact> contacts = new ArrayList<>();

    private boolean active;

    /** The hash of the last change's history row: the head of this site's chain. */
    String hash = "";

    @Override
    boolean isWithin(Scope scope) {
        return scope.covers(districtCode, unitCode);
    }

    @Override
    boolean says(SiteEntry entry) {
        return name.equals(entry.name())
                && kind == entry.kind()
                && districtCode.equals(entry.districtCode())
                && Objects.equals(unitCode, entry.unitCode())
                && Objects.equals(address, entry.address())
                && Objects.equals(location, entry.place())
                && contacts.equals(entry.contacts())
                && active == entry.active();
    }

    @Override
    void take(SiteEntry entry) {
        name = entry.name();
        kind = entry.kind();
        districtCode = entry.districtCode();
        unitCode = entry.unitCode();
        address = entry.address();
        location = entry.place();
        contacts.clear();
        contacts.addAll(entry.contacts());
        active = entry.active();
    }

    public String name() {
        return name;
    }

    public SiteKind kind() {
        return kind;
    }

    public String districtCode() {
        return districtCode;
    }

    /** The responsible unit on file, if one is responsible. */
    public @Nullable String unitCode() {
        return unitCode;
    }

    public @Nullable String address() {
        return address;
    }

    public @Nullable Location location() {
        return location;
    }

    /** The one to call first comes first. */
    public List<Contact> contacts() {
        return List.copyOf(contacts);
    }

    /** False once it is closed. */
    public boolean active() {
        return active;
    }
}
