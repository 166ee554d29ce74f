package dev.fluxion;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cuts a derivative by the user's own word: what it marks is treated as a constant.
 *
 * <ul>
 *   <li>On a parameter or record component: it is not active, and gets neither tangent nor adjoint.
 *   <li>On a local variable or field: what is stored in it carries no derivative. A lazily cached value needs this.
 *   <li>On a method: its result is a constant wherever it is called.
 * </ul>
 *
 * <p>For a single expression there is {@link Fluxion#constant(double)}.
 */
@Documented
@Target({
    ElementType.PARAMETER,
    ElementType.FIELD,
    ElementType.LOCAL_VARIABLE,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.CLASS)
public @interface NoDiff {}
