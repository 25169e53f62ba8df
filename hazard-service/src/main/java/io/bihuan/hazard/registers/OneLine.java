package io.bihuan.hazard.registers;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A text without line breaks and other control characters, nor halves of characters: what a cell of a workbook can
 * hold, and gives back as it was.
 */
@Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@interface OneLine {

    String message() default "{oneLine}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
