package io.bihuan.hazard.registers;

import io.bihuan.access.Scope;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/**
 * A thing on file: it has a code that never changes, and a version that counts its changes.
 *
 * @param <E> what the register takes in of it
 */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // filled by Hibernate, or by a Register
public abstract class OnFile<E extends Entry> {

    @Id
    String code;

    int version;

    public String code() {
        return code;
    }

    /** 1 when it came on file, and one more for each change; also its ETag. */
    public int version() {
        return version;
    }

    /** Whether it lies in a scope; what everybody may see lies in all. */
    boolean isWithin(Scope scope) {
        return true;
    }

    /** Whether all that the entry says stands on file already. */
    abstract boolean says(E entry);

    abstract void take(E entry);
}
