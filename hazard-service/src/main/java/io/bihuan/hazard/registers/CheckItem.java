package io.bihuan.hazard.registers;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A check item 检查项 on file: what is a hazard at sites of a kind, and how grave (glossary, section 9). */
@Entity
@Table(name = "check_item")
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by take()
public class CheckItem extends OnFile<CheckItemEntry> {

    @Enumerated(EnumType.STRING)
    private Category category;

    @Enumerated(EnumType.STRING)
    @Column(name = "site_kind")
    private SiteKind siteKind;

    @Column(name = "title_zh")
    private String titleZh;

    @Column(name = "title_en")
    private @Nullable String titleEn;

    private @Nullable String threshold;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    @Override
    boolean says(CheckItemEntry entry) {
        return category == entry.category()
                && siteKind == entry.siteKind()
                && titleZh.equals(entry.titleZh())
                && Objects.equals(titleEn, entry.titleEn())
                && Objects.equals(threshold, entry.threshold())
                && grade == entry.grade();
    }

    @Override
    void take(CheckItemEntry entry) {
        category = entry.category();
        siteKind = entry.siteKind();
        titleZh = entry.titleZh();
        titleEn = entry.titleEn();
        threshold = entry.threshold();
        grade = entry.grade();
    }

    public Category category() {
        return category;
    }

    public SiteKind siteKind() {
        return siteKind;
    }

    public String titleZh() {
        return titleZh;
    }

    public @Nullable String titleEn() {
        return titleEn;
    }

    /** The measure that divides right from wrong, in words, if there is one. */
    public @Nullable String threshold() {
        return threshold;
    }

    /** Of the hazard that it is if found, by default. */
    public Grade grade() {
        return grade;
    }
}
