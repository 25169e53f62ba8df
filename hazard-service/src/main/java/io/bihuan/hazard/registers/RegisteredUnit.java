package io.bihuan.hazard.registers;

import io.bihuan.access.Scope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A responsible unit 责任单位 on file: who must rectify (glossary, section 2). */
@Entity
@Table(name = "unit")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by take()
public class RegisteredUnit extends OnFile<UnitEntry> {

    private String name;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    private @Nullable String uscc;

    @Column(name = "district_code")
    private String districtCode;

    private @Nullable String address;

    @ElementCollection
    @CollectionTable(name = "unit_contact", joinColumns = @JoinColumn(name = "unit_code"))
    @OrderColumn(name = "position")
    @BatchSize(size = 500)
    private List<Contact> contacts = new ArrayList<>();

    private boolean active;

    /** The hash of the last change's history row: the head of this unit's chain. */
    String hash = "";

    @Override
    boolean isWithin(Scope scope) {
        return scope.covers(districtCode, code());
    }

    @Override
    boolean says(UnitEntry entry) {
        return name.equals(entry.name())
                && kind == entry.kind()
                && Objects.equals(uscc, entry.uscc())
                && districtCode.equals(entry.districtCode())
                && Objects.equals(address, entry.address())
                && contacts.equals(entry.contacts())
                && active == entry.active();
    }

    @Override
    void take(UnitEntry entry) {
        name = entry.name();
        kind = entry.kind();
        uscc = entry.uscc();
        districtCode = entry.districtCode();
        address = entry.address();
        contacts.clear();
        contacts.addAll(entry.contacts());
        active = entry.active();
    }

    public String name() {
        return name;
    }

    public UnitKind kind() {
        return kind;
    }

    /** Its Unified Social Credit Code 统一社会信用代码, if known. */
    public @Nullable String uscc() {
        return uscc;
    }

    public String districtCode() {
        return districtCode;
    }

    public @Nullable String address() {
        return address;
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
