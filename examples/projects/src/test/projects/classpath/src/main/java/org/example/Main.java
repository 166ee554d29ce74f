package org.example;

import dev.fluxion.Differentiable;

/** Two classes in one package, one of which calls the other. */
public final class Main {

    private Main() {}

    @Differentiable(order = 2)
    static double price(double spot, Option option) {
        return spot * spot * option.strike() + Helper.twice(spot);
    }

    record Option(double strike) {}

    /** Prints a gradient, with a record of derivatives. */
    public static void main(String[] arguments) {
        var gradient = MainGrad.priceGradient(3, new Option(2));
        System.out.println(gradient.value() + " " + gradient.dSpot() + " "
                + gradient.dOption().strike());
    }
}
