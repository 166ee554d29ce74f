package dev.fluxion;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a method, generated while it is compiled.
 *
 * <p>For a method {@code f} of a class {@code Curves} the companion class {@code CurvesGrad} is generated in the same
 * package (for a nested class {@code Outer.Inner} it is {@code Outer_InnerGrad}), with {@code fJvp} (forward mode),
 * {@code fVjp} and {@code fGradient} (reverse mode) and, with one active scalar parameter, {@code fDerivative}. A
 * parameter is <em>active</em>, that is, differentiated, when its type carries floating-point values and it is not
 * marked {@link NoDiff}.
 *
 * <pre>
 *   &#64;Differentiable
 *   static double square(double x) {
 *       return x * x;
 *   }
 *
 *   double six = CurvesGrad.squareDerivative(3.0);
 * </pre>
 *
 * <p>The primal value that a derivative method returns is bit for bit the annotated method's own.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Differentiable {

    /**
     * The stem of the generated names; needed where overloads would get the same ones.
     *
     * @return the stem, or the empty string for the method's own name
     */
    String name() default "";

    /**
     * The highest derivative wanted: 1, or 2 for {@code fSecondDerivative}, {@code fHessian} and {@code fHvp} too.
     *
     * @return 1 or 2; anything else is an error
     */
    int order() default 1;

    /**
     * Whether an adjoint (forward: a tangent) of exactly 0 times an infinite or NaN partial of a singular primitive is
     * 0, so that a branch masked by a zero never poisons the result. See {@link StrongZero}.
     *
     * @return false to multiply as IEEE arithmetic does
     */
    boolean strongZero() default true;
}
