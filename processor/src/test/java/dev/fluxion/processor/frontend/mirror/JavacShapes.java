package dev.fluxion.processor.frontend.mirror;

import java.util.List;

/** Legal members of a class with an annotated method {@code f} which attribution in place would break; in each of them {@code AGrad} is its companion. */
public final class JavacShapes {

    /** What the members need. */
    public static final String IMPORTS =
            "import dev.fluxion.Differentiable; import java.io.*; import java.util.*; import java.util.function.*;"
                    + " import java.util.stream.*; ";

    /** The members, each for a class of its own. */
    public static final List<String> MEMBERS = List.of(
            "static double use() { double g = AGrad.fDerivative(1.0); return g; }",
            "static double use() { var g = AGrad.fDerivative(1.0); return g; }",
            "@Differentiable static double h(double x) { var g = AGrad.fDerivative(x); return x * g; }",
            "static double use() { var g = Math.sin(1.0); return g; }",
            "static double use() { double s = 0; for (var g : new double[] {AGrad.fDerivative(1)}) s += g; return s; }",
            "static double use() { double s = 0; for (var g = AGrad.fDerivative(1); g < 3; g++) s += g; return s; }",
            "static double use() { DoubleUnaryOperator h = z -> AGrad.fDerivative(z); return h.applyAsDouble(1); }",
            "static double use() { DoubleUnaryOperator h = (var z) -> AGrad.fDerivative(z);"
                    + " return h.applyAsDouble(1); }",
            "static double use() { return DoubleStream.of(1).map(AGrad::fDerivative)"
                    + ".map(q -> q + AGrad.fDerivative(q)).sum(); }",
            "static double use(int k) { return switch (k) { case 1 -> AGrad.fDerivative(1); default -> 0; }; }",
            "static double use(boolean b) { return b ? AGrad.fDerivative(1) : 0; }",
            "static class N { static double use() { var g = AGrad.fDerivative(1.0); return g; } }",
            "} class Second { static double use() { var g = AGrad.fDerivative(1.0); return g; }",
            "static int use() throws IOException {"
                    + " try (var g = new StringReader(\"\" + AGrad.fDerivative(1))) { g.read(); return 1; } }",
            "static double use(Object o) { return o instanceof Double d ? AGrad.fDerivative(d) : 0; }",
            "record R(double q) { double z() { return AGrad.fDerivative(q); } }",
            "static double use() { return new Object() { double q() { return AGrad.fDerivative(1); } }.q(); }",
            "static double use() { var o = new Object() { double q() { return AGrad.fDerivative(1); } };"
                    + " return o.q(); }",
            "static double use() { class L { double q() { return AGrad.fDerivative(1); } } return new L().q(); }",
            "static double use() { List<Double> l = new ArrayList<>(List.of(AGrad.fDerivative(1)));"
                    + " return l.get(0); }",
            "static double use() { var g = AGrad.fGradient(2); return g.dX() + AGrad.fGradient(1).value(); }",
            "static final int REDUNDANT = (int) 3; static final double U = (double) 2.0 * REDUNDANT;",
            "static double use() { int redundant = (int) 3; return redundant; }",
            "@Deprecated static double old() { return 1; } } class User { double d = A.old();");

    /** What may be returned in the annotated method to give an error of javac's own. */
    public static final List<String> WRONG = List.of("x * undefinedVar", "x * \"s\"");

    private JavacShapes() {}

    /** A class with one of the members. */
    public static String legal(String packageName, String member) {
        return "package " + packageName + "; " + IMPORTS + "public class A { @Differentiable static double f(double x)"
                + " { return x * 2; } " + member + " }";
    }

    /** A class with a mistake in the annotated method and another one beside it. */
    public static String wrong(String returned) {
        return "package p; import dev.fluxion.Differentiable;"
                + " public class A { @Differentiable static double f(double x) { return " + returned + "; }"
                + " int other() { return \"t\"; } }";
    }
}
