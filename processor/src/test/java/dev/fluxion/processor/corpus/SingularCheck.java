package dev.fluxion.processor.corpus;

import java.util.ArrayList;
import java.util.List;

/** The listed derivatives at singular points. */
final class SingularCheck {

    private final CorpusFunction function;
    private final Findings findings;

    SingularCheck(CorpusFunction function, Findings findings) {
        this.function = function;
        this.findings = findings;
    }

    void run() {
        for (Singular s : function.primal().getAnnotationsByType(Singular.class)) {
            findings.statistics().count("listed singular points");
            List<Object> values = new ArrayList<>();
            Class<?>[] types = function.primal().getParameterTypes();
            for (int i = 0; i < types.length; i++) {
                values.add(types[i] == int.class ? (Object) (int) s.at()[i] : (Object) s.at()[i]);
            }
            check(s, new Point(values));
        }
    }

    private void check(Singular s, Point p) {
        double[] reverse = function.gradient().at(p).adjoints();
        double[] forward = s.forward().length == 0 ? s.gradient() : s.forward();
        List<Integer> actives = function.actives();
        for (int k = 0; k < reverse.length; k++) {
            findings.close(Tolerance.MODES, reverse[k], s.gradient()[k], 0, "listed partial " + k, p);
            Object[] tangents = new Object[reverse.length];
            for (int j = 0; j < tangents.length; j++) {
                double unit = j == k ? 1 : 0;
                boolean isFloat = function.primal().getParameterTypes()[actives.get(j)] == float.class;
                tangents[j] = isFloat ? (Object) (float) unit : (Object) unit;
            }
            double tangent = function.jvp().at(p, tangents).tangent();
            findings.close(Tolerance.MODES, tangent, forward[k], 0, "listed partial in forward mode " + k, p);
        }
    }
}
