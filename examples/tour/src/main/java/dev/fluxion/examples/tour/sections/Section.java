package dev.fluxion.examples.tour.sections;

import java.util.List;

/** A section of the tour. */
public interface Section {

    /** All sections, in the order of the tour. */
    List<Section> ALL = List.of(
            new PolynomialSection(),
            new BlackScholesSection(),
            new ImpliedVolatilitySection(),
            new RootSection(),
            new PowerSection(),
            new IntegralSection(),
            new NestedSection());

    String title();

    void write(Page page);
}
