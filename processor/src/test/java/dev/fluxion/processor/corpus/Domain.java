package dev.fluxion.processor.corpus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** From which interval ordinary points of a parameter, or of all parameters of a function, are drawn; [-3, 3] without it. */
@Target({ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Domain {

    double from();

    double to();
}
