package dev.fluxion;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks every type that Fluxion generates.
 *
 * <p>Used instead of {@code javax.annotation.processing.Generated}, which a modular project need not see. Coverage tools
 * skip types whose class file has an annotation with {@code Generated} in its name.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface FluxionGenerated {

    /**
     * The version of the conventions by which companions call each other's internal sweeps.
     *
     * @return the version; companions of different versions must be compiled again before they call each other
     */
    int abi() default 1;
}
