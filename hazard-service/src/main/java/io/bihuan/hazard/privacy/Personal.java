package io.bihuan.hazard.privacy;

/**
 * Personal data that are kept for a time, and the SQL that finds and erases what is over before {@code :before}. It knows
 * tables, not classes.
 */
public enum Personal {
    /** Callers of cases, so long after the case was closed. */
    CALLERS("""
            select count(*) as count, min(closed_at) as oldest
            from citizen_identity join citizen_case on id = subject_id
            where capacity = 'CALLER' and ciphertext is not null and closed_at < :before""", """
            update citizen_identity set ciphertext = null, key_id = null, erased_at = :now
            from citizen_case
            where id = subject_id and capacity = 'CALLER' and ciphertext is not null and closed_at < :before"""),
    /** Who found or witnessed a hazard that citizens reported, so long after its last step, which ended its life. */
    REPORTERS("""
            select count(*) as count, min(stepped_at) as oldest
            from citizen_identity join hazard on id = subject_id
            where capacity in ('FINDER', 'WITNESS') and ciphertext is not null
              and status in ('CLOSED', 'MERGED', 'VOIDED') and stepped_at < :before""", """
            update citizen_identity set ciphertext = null, key_id = null, erased_at = :now
            from hazard
            where id = subject_id and capacity in ('FINDER', 'WITNESS') and ciphertext is not null
              and status in ('CLOSED', 'MERGED', 'VOIDED') and stepped_at < :before"""),
    /** Files of imports that ended, with what was wrong with their rows. */
    IMPORTS("""
            select count(*) as count, min(submitted_at) as oldest
            from import_job
            where state in ('DONE', 'FAILED') and submitted_at < :before and file_erased_at is null""", """
            with over as (
                select id from import_job
                where state in ('DONE', 'FAILED') and submitted_at < :before and file_erased_at is null
                for update
            ), errors as (
                delete from import_error using over where job = id
            ), pieces as (
                delete from import_piece using over where job = id
            )
            update import_job set file_erased_at = :now from over where import_job.id = over.id""");

    final String due;
    final String erase;

    Personal(String due, String erase) {
        this.due = due;
        this.erase = erase;
    }
}
