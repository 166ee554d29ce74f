package dev.fluxion.processor.ir;

/** The identity of a statement that {@code break} or {@code continue} can name; the name is a wish, or null. */
public final class Label {

    private final String name;

    public Label(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return (name == null ? "L" : name);
    }
}
