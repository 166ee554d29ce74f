package dev.fluxion.processor.corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The listed derivatives of a function at a point where it has none, or where the modes may differ. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Singular.List.class)
public @interface Singular {

    /** The arguments, one per parameter. */
    double[] at();

    /** The partials that reverse mode gives, one per active parameter; forward mode too, unless {@link #forward} differs. */
    double[] gradient();

    /** The partials that forward mode gives where it differs. */
    double[] forward() default {};

    /** All that are listed for a function. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        Singular[] value();
    }
}
