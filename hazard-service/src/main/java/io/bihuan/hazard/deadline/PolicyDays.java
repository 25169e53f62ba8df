package io.bihuan.hazard.deadline;

import io.bihuan.hazard.lifecycle.Grade;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One line of a deadline policy: the calendar days that a version of it allows a grade. */
@Entity
@Immutable
@Table(name = "deadline_policy")
@IdClass(PolicyDays.Key.class)
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class PolicyDays {

    @Id
    int version;

    @Id
    @Enumerated(EnumType.STRING)
    Grade grade;

    int days;

    record Key(int version, Grade grade) {}
}
