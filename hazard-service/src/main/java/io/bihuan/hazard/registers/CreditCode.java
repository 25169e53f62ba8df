package io.bihuan.hazard.registers;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A Unified Social Credit Code 统一社会信用代码 (GB 32100-2015): 18 digits and capitals without I, O, S, V and Z, of which
 * the third to eighth are digits, the place of registration, and the last is the check character.
 */
@Constraint(validatedBy = CreditCode.Check.class)
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@interface CreditCode {

    String message() default "{creditCode}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /**
     * The standard's weights are the powers of 3 modulo 31, and the check character makes the weighted sum a multiple
     * of 31. As 31 is prime and a character's value is below it, any one wrong character is found, and any two
     * neighbours swapped.
     */
    final class Check implements ConstraintValidator<CreditCode, String> {

        private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        private static final String FORM = "[%1$s]{2}[0-9]{6}[%1$s]{10}".formatted(ALPHABET);

        @Override
        public boolean isValid(@Nullable String code, @Nullable ConstraintValidatorContext context) {
            return code == null || code.matches(FORM) && weightedSum(code) % ALPHABET.length() == 0;
        }

        private static int weightedSum(String code) {
            int sum = 0;
            int weight = 1;
            for (int i = 0; i < code.length() - 1; i++) {
                sum += ALPHABET.indexOf(code.charAt(i)) * weight;
                weight = weight * 3 % ALPHABET.length();
            }
            return sum + ALPHABET.indexOf(code.charAt(code.length() - 1));
        }
    }
}
