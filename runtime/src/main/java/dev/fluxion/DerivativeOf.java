package dev.fluxion;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the derivative of a method that one does not own, or that has a better one than its source.
 *
 * <p>On a static method it is the rule for {@code value().method()}. For a target {@code R f(P1 p1, ..., Pn pn)} with
 * {@code k} active parameters the rule has one of two forms:
 *
 * <ul>
 *   <li><em>JVP</em>: parameters {@code P1, ..., Pn} and then {@code k} tangents; it returns the tangent of {@code R}.
 *   <li><em>VJP</em>: parameters {@code P1, ..., Pn} and then one adjoint of the result; it returns the one adjoint
 *       ({@code k = 1}), or a {@code double[]} or a record of the {@code k} adjoints in order ({@code k > 1}).
 * </ul>
 *
 * <p>With {@code k = 1} the two coincide. More than one rule for one method is an error.
 *
 * <pre>
 *   &#64;DerivativeOf(value = Erf.class, method = "value")
 *   static double erf(double x, double xDot) {
 *       return xDot * 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 *   }
 * </pre>
 *
 * <p>On a type with {@link #like()} every static method of {@code value()} has the derivative of the method of
 * {@code like()} with the same name and parameter types, as a {@code FastMath} has those of {@link Math}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface DerivativeOf {

    /**
     * The class whose method or methods the rule is for.
     *
     * @return the class
     */
    Class<?> value();

    /**
     * The method that the rule is for; must be given on a method.
     *
     * @return its name
     */
    String method() default "";

    /**
     * The class whose derivatives {@link #value()}'s methods share; must be given on a type, and only there.
     *
     * @return the class, or {@code void.class} for none
     */
    Class<?> like() default void.class;
}
