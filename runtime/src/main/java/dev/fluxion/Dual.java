package dev.fluxion;

/**
 * A number with its derivative in one direction: {@code value + tangent ε} with {@code ε² = 0}.
 *
 * <p>Arithmetic on dual numbers is forward-mode differentiation (Griewank and Walther, <i>Evaluating Derivatives</i>,
 * 2nd ed., section 3.1; W. K. Clifford, 1873). Seed a {@link #variable(double)} and every result carries the derivative by
 * it. Generated companions offer {@code Dual f(Dual...)} for methods of doubles, which composes with code written by hand:
 *
 * <pre>
 *   Dual x = Dual.variable(2);
 *   Dual y = Dual.sin(x.mul(x)).add(1); // value sin 4 + 1, tangent 4 cos 4
 * </pre>
 *
 * <p>The value of every operation is bit for bit that of {@link Math} or of the operator. The tangent follows the
 * conventions of {@link Derivatives}, and a tangent of exactly 0 stays 0 at the singular points of {@code /}, {@code rem},
 * {@code sqrt}, {@code cbrt}, {@code log}, {@code log10}, {@code log1p}, {@code pow}, {@code asin}, {@code acos},
 * {@code atan2} and {@code hypot} ({@link StrongZero}).
 *
 * <p>Immutable. A dual number knows one direction only: derivatives of derivatives need companions, not nested duals.
 *
 * @param value the number
 * @param tangent its derivative
 */
public record Dual(double value, double tangent) {

    /** A number that does not vary: tangent 0. */
    public static Dual constant(double value) {
        return new Dual(value, 0);
    }

    /** The number that is varied: tangent 1. */
    public static Dual variable(double value) {
        return new Dual(value, 1);
    }

    /** {@code u + v}; tangent {@code u' + v'}. */
    public Dual add(Dual that) {
        return new Dual(value + that.value, tangent + that.tangent);
    }

    /** {@code u + c}; tangent {@code u'}. */
    public Dual add(double that) {
        return new Dual(value + that, tangent);
    }

    /** {@code u - v}; tangent {@code u' - v'}. */
    public Dual sub(Dual that) {
        return new Dual(value - that.value, tangent - that.tangent);
    }

    /** {@code u - c}; tangent {@code u'}. */
    public Dual sub(double that) {
        return new Dual(value - that, tangent);
    }

    /** {@code u v}; tangent {@code u' v + u v'}. Not guarded: an infinite factor shows. */
    public Dual mul(Dual that) {
        return new Dual(value * that.value, tangent * that.value + value * that.tangent);
    }

    /** {@code u c}; tangent {@code u' c}. */
    public Dual mul(double that) {
        return new Dual(value * that, tangent * that);
    }

    /** {@code u / v}; tangent {@code u' / v - (u / v) / v · v'}, never through {@code v²}, which overflows. */
    public Dual div(Dual that) {
        double quotient = value / that.value;
        double first = StrongZero.divide(tangent, that.value);
        return new Dual(quotient, first - StrongZero.times(that.tangent, quotient / that.value));
    }

    /** {@code u / c}; tangent {@code u' / c}. */
    public Dual div(double that) {
        return new Dual(value / that, StrongZero.divide(tangent, that));
    }

    /** {@code u % v}; tangent {@code u' + v'} times {@link Derivatives#remSecond(double, double)}. */
    public Dual rem(Dual that) {
        double partial = Derivatives.remSecond(value, that.value);
        return new Dual(value % that.value, tangent + StrongZero.times(that.tangent, partial));
    }

    /** {@code u % c}; tangent {@code u'}. */
    public Dual rem(double that) {
        return new Dual(value % that, tangent);
    }

    /** {@code -u}; tangent {@code -u'}. */
    public Dual neg() {
        return new Dual(-value, -tangent);
    }

    /** {@code eᵘ}; tangent {@code eᵘ u'}. */
    public static Dual exp(Dual u) {
        double value = Math.exp(u.value);
        return new Dual(value, u.tangent * value);
    }

    /** {@code eᵘ - 1}; tangent {@code (value + 1) u'}. */
    public static Dual expm1(Dual u) {
        double value = Math.expm1(u.value);
        return new Dual(value, u.tangent * (value + 1));
    }

    /** {@code ln u}; tangent by {@link Derivatives#logPartial}: +∞ at ±0, NaN below. */
    public static Dual log(Dual u) {
        return new Dual(Math.log(u.value), StrongZero.times(u.tangent, Derivatives.logPartial(u.value)));
    }

    /** {@code log₁₀ u}; tangent by {@link Derivatives#log10Partial}: +∞ at ±0, NaN below. */
    public static Dual log10(Dual u) {
        return new Dual(Math.log10(u.value), StrongZero.times(u.tangent, Derivatives.log10Partial(u.value)));
    }

    /** {@code ln(1 + u)}; tangent by {@link Derivatives#log1pPartial}: +∞ at -1, NaN below. */
    public static Dual log1p(Dual u) {
        return new Dual(Math.log1p(u.value), StrongZero.times(u.tangent, Derivatives.log1pPartial(u.value)));
    }

    /** {@code sin u}; tangent {@code cos u · u'}. */
    public static Dual sin(Dual u) {
        return new Dual(Math.sin(u.value), u.tangent * Math.cos(u.value));
    }

    /** {@code cos u}; tangent {@code -sin u · u'}. */
    public static Dual cos(Dual u) {
        return new Dual(Math.cos(u.value), -u.tangent * Math.sin(u.value));
    }

    /** {@code tan u}; tangent {@code (1 + tan² u) u'}. */
    public static Dual tan(Dual u) {
        double value = Math.tan(u.value);
        return new Dual(value, u.tangent * (1 + value * value));
    }

    /** {@code arcsin u}; tangent by {@link Derivatives#asinPartial}: +∞ at ±1, NaN beyond. */
    public static Dual asin(Dual u) {
        return new Dual(Math.asin(u.value), StrongZero.times(u.tangent, Derivatives.asinPartial(u.value)));
    }

    /** {@code arccos u}; tangent by minus {@link Derivatives#asinPartial}: -∞ at ±1, NaN beyond. */
    public static Dual acos(Dual u) {
        return new Dual(Math.acos(u.value), StrongZero.times(u.tangent, -Derivatives.asinPartial(u.value)));
    }

    /** {@code arctan u}; tangent {@code u' / (1 + u²)}. */
    public static Dual atan(Dual u) {
        return new Dual(Math.atan(u.value), u.tangent / (1 + u.value * u.value));
    }

    /** {@code sinh u}; tangent {@code cosh u · u'}. */
    public static Dual sinh(Dual u) {
        return new Dual(Math.sinh(u.value), u.tangent * Math.cosh(u.value));
    }

    /** {@code cosh u}; tangent {@code sinh u · u'}. */
    public static Dual cosh(Dual u) {
        return new Dual(Math.cosh(u.value), u.tangent * Math.sinh(u.value));
    }

    /** {@code tanh u}; tangent {@code (1 - tanh² u) u'}. */
    public static Dual tanh(Dual u) {
        double value = Math.tanh(u.value);
        return new Dual(value, u.tangent * (1 - value * value));
    }

    /** {@code √u}; tangent by {@link Derivatives#sqrtPartial}: +∞ at ±0, NaN below. */
    public static Dual sqrt(Dual u) {
        double value = Math.sqrt(u.value);
        return new Dual(value, StrongZero.times(u.tangent, Derivatives.sqrtPartial(value)));
    }

    /** {@code ∛u}; tangent {@code u' / (3 value²)}: +∞ at ±0. */
    public static Dual cbrt(Dual u) {
        double value = Math.cbrt(u.value);
        return new Dual(value, StrongZero.divide(u.tangent, 3 * value * value));
    }

    /** {@code |u|}; tangent by {@link Derivatives#absPartial(double)}: 0 at ±0. */
    public static Dual abs(Dual u) {
        return new Dual(Math.abs(u.value), u.tangent * Derivatives.absPartial(u.value));
    }

    /** The sign of {@code u}; tangent 0, as it is piecewise constant. */
    public static Dual signum(Dual u) {
        return new Dual(Math.signum(u.value), 0);
    }

    /** {@code u} rounded down; tangent 0, as it is piecewise constant. */
    public static Dual floor(Dual u) {
        return new Dual(Math.floor(u.value), 0);
    }

    /** {@code u} rounded up; tangent 0, as it is piecewise constant. */
    public static Dual ceil(Dual u) {
        return new Dual(Math.ceil(u.value), 0);
    }

    /** {@code u} rounded to even; tangent 0, as it is piecewise constant. */
    public static Dual rint(Dual u) {
        return new Dual(Math.rint(u.value), 0);
    }

    /** {@code u} rounded as {@link Math#round(double)} does, to an integer, which has no tangent. */
    public static long round(Dual u) {
        return Math.round(u.value);
    }

    /** The size of an ulp of {@code u}; tangent 0, as it is piecewise constant. */
    public static Dual ulp(Dual u) {
        return new Dual(Math.ulp(u.value), 0);
    }

    /** The next number above {@code u}; tangent {@code u'}. */
    public static Dual nextUp(Dual u) {
        return new Dual(Math.nextUp(u.value), u.tangent);
    }

    /** The next number below {@code u}; tangent {@code u'}. */
    public static Dual nextDown(Dual u) {
        return new Dual(Math.nextDown(u.value), u.tangent);
    }

    /** {@code u} degrees in radians; tangent {@code u' π / 180}. */
    public static Dual toRadians(Dual u) {
        return new Dual(Math.toRadians(u.value), Math.toRadians(u.tangent));
    }

    /** {@code u} radians in degrees; tangent {@code u' 180 / π}. */
    public static Dual toDegrees(Dual u) {
        return new Dual(Math.toDegrees(u.value), Math.toDegrees(u.tangent));
    }

    /** {@code u 2ⁿ}; tangent {@code u' 2ⁿ}. */
    public static Dual scalb(Dual u, int scaleFactor) {
        return new Dual(Math.scalb(u.value, scaleFactor), Math.scalb(u.tangent, scaleFactor));
    }

    /** The neighbour of {@code u} towards {@code direction}; tangent {@code u'}. */
    public static Dual nextAfter(Dual u, double direction) {
        return new Dual(Math.nextAfter(u.value, direction), u.tangent);
    }

    /** The neighbour of {@code u} towards {@code direction}; tangent {@code u'}, none from the direction. */
    public static Dual nextAfter(Dual u, Dual direction) {
        return nextAfter(u, direction.value);
    }

    /** {@code |u|} with the sign of {@code v}; tangent by {@link Derivatives#copySignFirst(double, double)}. */
    public static Dual copySign(Dual u, Dual v) {
        return copySign(u, v.value);
    }

    /** {@code |u|} with the sign of {@code sign}; tangent by {@link Derivatives#copySignFirst(double, double)}. */
    public static Dual copySign(Dual u, double sign) {
        return new Dual(Math.copySign(u.value, sign), u.tangent * Derivatives.copySignFirst(u.value, sign));
    }

    /** {@code |magnitude|} with the sign of {@code v}, which has no influence but at its jump: tangent 0. */
    public static Dual copySign(double magnitude, Dual v) {
        return constant(Math.copySign(magnitude, v.value));
    }

    /** The greater; tangent of the greater, the mean of both at a tie, NaN if either is NaN. */
    public static Dual max(Dual u, Dual v) {
        double first = u.tangent * Derivatives.maxFirst(u.value, v.value);
        return new Dual(Math.max(u.value, v.value), first + v.tangent * Derivatives.maxSecond(u.value, v.value));
    }

    /** The greater; tangent {@code u'}, 0 or, at a tie, {@code u' / 2}. */
    public static Dual max(Dual u, double c) {
        return new Dual(Math.max(u.value, c), u.tangent * Derivatives.maxFirst(u.value, c));
    }

    /** The greater; tangent 0, {@code v'} or, at a tie, {@code v' / 2}. */
    public static Dual max(double c, Dual v) {
        return new Dual(Math.max(c, v.value), v.tangent * Derivatives.maxSecond(c, v.value));
    }

    /** The less; tangent of the less, the mean of both at a tie, NaN if either is NaN. */
    public static Dual min(Dual u, Dual v) {
        double first = u.tangent * Derivatives.minFirst(u.value, v.value);
        return new Dual(Math.min(u.value, v.value), first + v.tangent * Derivatives.minSecond(u.value, v.value));
    }

    /** The less; tangent {@code u'}, 0 or, at a tie, {@code u' / 2}. */
    public static Dual min(Dual u, double c) {
        return new Dual(Math.min(u.value, c), u.tangent * Derivatives.minFirst(u.value, c));
    }

    /** The less; tangent 0, {@code v'} or, at a tie, {@code v' / 2}. */
    public static Dual min(double c, Dual v) {
        return new Dual(Math.min(c, v.value), v.tangent * Derivatives.minSecond(c, v.value));
    }

    /**
     * {@code u} moved into {@code [min, max]}; tangent {@code u'} inside and at the bounds, 0 outside.
     *
     * @throws IllegalArgumentException if a bound is NaN, or {@code min} is above {@code max} or is +0 with -0
     */
    public static Dual clamp(Dual u, double min, double max) {
        double value = clampedValue(u.value, min, max);
        return new Dual(value, u.tangent * Derivatives.clampValue(u.value, min, max));
    }

    /**
     * {@code u} moved into {@code [min, max]}; tangent of {@code u} inside and at the bounds, of the bound outside.
     *
     * @throws IllegalArgumentException if a bound is NaN, or {@code min} is above {@code max} or is +0 with -0
     */
    public static Dual clamp(Dual u, Dual min, Dual max) {
        double value = clampedValue(u.value, min.value, max.value);
        double inside = u.tangent * Derivatives.clampValue(u.value, min.value, max.value);
        double below = min.tangent * Derivatives.clampMin(u.value, min.value, max.value);
        double above = max.tangent * Derivatives.clampMax(u.value, min.value, max.value);
        return new Dual(value, inside + below + above);
    }

    /** What {@code Math.clamp} returns, or throws, on JDK 21 and later. */
    private static double clampedValue(double value, double min, double max) {
        if (Double.isNaN(min)) {
            throw new IllegalArgumentException("min is NaN");
        } else if (Double.isNaN(max)) {
            throw new IllegalArgumentException("max is NaN");
        } else if (Double.compare(min, max) > 0) {
            throw new IllegalArgumentException(min + " > " + max);
        }
        return Math.min(max, Math.max(value, min));
    }

    /** {@code u v + w} rounded once; tangent {@code u' v + u v' + w'}. */
    public static Dual fma(Dual u, Dual v, Dual w) {
        double tangent = u.tangent * v.value + u.value * v.tangent + w.tangent;
        return new Dual(Math.fma(u.value, v.value, w.value), tangent);
    }

    /** {@code u v + c} rounded once; tangent {@code u' v + u v'}. */
    public static Dual fma(Dual u, Dual v, double c) {
        return new Dual(Math.fma(u.value, v.value, c), u.tangent * v.value + u.value * v.tangent);
    }

    /** {@code u c + w} rounded once; tangent {@code u' c + w'}. */
    public static Dual fma(Dual u, double c, Dual w) {
        return new Dual(Math.fma(u.value, c, w.value), u.tangent * c + w.tangent);
    }

    /** {@code u c + d} rounded once; tangent {@code u' c}. */
    public static Dual fma(Dual u, double c, double d) {
        return new Dual(Math.fma(u.value, c, d), u.tangent * c);
    }

    /** {@code uᵛ}; tangent by {@link Derivatives#powBase} and {@link Derivatives#powExponent}. */
    public static Dual pow(Dual u, Dual v) {
        double value = Math.pow(u.value, v.value);
        double first = StrongZero.times(u.tangent, Derivatives.powBase(u.value, v.value, value));
        return new Dual(value, first + StrongZero.times(v.tangent, Derivatives.powExponent(u.value, v.value, value)));
    }

    /** {@code uᵖ}; tangent by {@link Derivatives#powBase}. */
    public static Dual pow(Dual u, double p) {
        double value = Math.pow(u.value, p);
        return new Dual(value, StrongZero.times(u.tangent, Derivatives.powBase(u.value, p, value)));
    }

    /** {@code bᵛ}; tangent by {@link Derivatives#powExponent}. */
    public static Dual pow(double b, Dual v) {
        double value = Math.pow(b, v.value);
        return new Dual(value, StrongZero.times(v.tangent, Derivatives.powExponent(b, v.value, value)));
    }

    /** The angle of {@code (x, y)}; tangent by {@link Derivatives#atan2First} and {@link Derivatives#atan2Second}. */
    public static Dual atan2(Dual y, Dual x) {
        double first = StrongZero.times(y.tangent, Derivatives.atan2First(y.value, x.value));
        double second = StrongZero.times(x.tangent, Derivatives.atan2Second(y.value, x.value));
        return new Dual(Math.atan2(y.value, x.value), first + second);
    }

    /** The angle of {@code (x, y)}; tangent by {@link Derivatives#atan2First}. */
    public static Dual atan2(Dual y, double x) {
        return new Dual(Math.atan2(y.value, x), StrongZero.times(y.tangent, Derivatives.atan2First(y.value, x)));
    }

    /** The angle of {@code (x, y)}; tangent by {@link Derivatives#atan2Second}. */
    public static Dual atan2(double y, Dual x) {
        return new Dual(Math.atan2(y, x.value), StrongZero.times(x.tangent, Derivatives.atan2Second(y, x.value)));
    }

    /** {@code √(u² + v²)}; tangent {@code (u u' + v v') / value}, 0 at (0, 0). */
    public static Dual hypot(Dual u, Dual v) {
        double value = Math.hypot(u.value, v.value);
        double first = StrongZero.times(u.tangent, Derivatives.hypotPartial(u.value, value));
        return new Dual(value, first + StrongZero.times(v.tangent, Derivatives.hypotPartial(v.value, value)));
    }

    /** {@code √(u² + c²)}; tangent {@code u u' / value}, 0 at (0, 0). */
    public static Dual hypot(Dual u, double c) {
        double value = Math.hypot(u.value, c);
        return new Dual(value, StrongZero.times(u.tangent, Derivatives.hypotPartial(u.value, value)));
    }

    /** {@code √(c² + v²)}; tangent {@code v v' / value}, 0 at (0, 0). */
    public static Dual hypot(double c, Dual v) {
        double value = Math.hypot(c, v.value);
        return new Dual(value, StrongZero.times(v.tangent, Derivatives.hypotPartial(v.value, value)));
    }

    /** The IEEE remainder of {@code u / v}; tangent {@code u' + v'} times {@link Derivatives#ieeeRemainderSecond}. */
    public static Dual IEEEremainder(Dual u, Dual v) {
        double partial = Derivatives.ieeeRemainderSecond(u.value, v.value);
        double tangent = u.tangent + StrongZero.times(v.tangent, partial);
        return new Dual(Math.IEEEremainder(u.value, v.value), tangent);
    }

    /** The IEEE remainder of {@code u / c}; tangent {@code u'}. */
    public static Dual IEEEremainder(Dual u, double c) {
        return new Dual(Math.IEEEremainder(u.value, c), u.tangent);
    }

    /** The IEEE remainder of {@code c / v}; tangent by {@link Derivatives#ieeeRemainderSecond}. */
    public static Dual IEEEremainder(double c, Dual v) {
        double partial = Derivatives.ieeeRemainderSecond(c, v.value);
        return new Dual(Math.IEEEremainder(c, v.value), StrongZero.times(v.tangent, partial));
    }
}
