package dev.fluxion.examples.benchmarks.compiling;

/** A source file with many annotated methods of five kinds: straight lines, branches, sums, recurrences and calls. */
final class ManyMethods {

    private static final String[] BODIES = {"""
                return u * v + Math.exp(-u) / (1 + #i * v * v);
        """, """
                double x = u > v ? u : v * v;
                if (n > #i) {
                    x = x + Math.sin(u);
                } else {
                    x = x * v;
                }
                return x;
        """, """
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += Math.cos(u * i) * v;
                }
                return sum + #i;
        """, """
                double h = u;
                for (int i = 0; i < n; i++) {
                    h = Math.tanh(v * h + #i);
                }
                return h * h;
        """, """
                double a = f#p(u, v, n);
                return Math.sqrt(1 + a * a) + half(v);
        """};

    private ManyMethods() {}

    static String source(int count) {
        StringBuilder text = new StringBuilder("""
                package many;

                import dev.fluxion.Differentiable;

                public final class Many {

                    private Many() {}

                    private static double half(double x) {
                        return x / 2;
                    }
                """);
        for (int i = 0; i < count; i++) {
            text.append("\n    @Differentiable\n    public static double f")
                    .append(i)
                    .append("(double u, double v, int n) {\n");
            text.append(BODIES[i % BODIES.length]
                    .replace("#i", Integer.toString(i))
                    .replace("#p", Integer.toString(i - 1)));
            text.append("    }\n");
        }
        return text.append("}\n").toString();
    }
}
