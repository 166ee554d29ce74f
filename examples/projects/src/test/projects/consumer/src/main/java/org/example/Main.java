package org.example;

import dev.fluxion.Differentiable;
import dev.fluxion.tape.Workspace;
import org.example.library.Curves;
import org.example.library.CurvesGrad;

/** Another build, which has the library as a jar: the source of what it calls is not there. */
public final class Main {

    private Main() {}

    @Differentiable
    static double spread(double[] payments, double rate) {
        return Curves.present(payments, rate) - Curves.present(payments, 2 * rate);
    }

    /** Prints derivatives, the library's own and those of a method that calls it. */
    public static void main(String[] arguments) {
        double[] payments = {1, 1};
        Workspace workspace = new Workspace();
        System.out.println(CurvesGrad.presentGradient(payments, 0).dRate()
                + " " + MainGrad.spreadGradient(payments, 0, workspace).dRate()
                + " " + MainGrad.spreadGradient(payments, 1, workspace).dPayments()[0]);
    }
}
