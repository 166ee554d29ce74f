package dev.fluxion.examples.tour;

import dev.fluxion.examples.tour.sections.Section;

/** Prints what users write, what the compiler generates from it, and the derivatives' values; fails when one is wrong. */
public final class Tour {

    private Tour() {}

    public static void main(String[] args) {
        PrintedPage page = new PrintedPage(System.out);
        for (Section section : Section.ALL) {
            page.title(section.title());
            section.write(page);
        }
        System.out.printf("%n%d numbers, all as expected.%n", page.checks());
    }
}
