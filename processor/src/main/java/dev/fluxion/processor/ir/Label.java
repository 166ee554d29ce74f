package dev.fluxion.processor.ir;

/** The identity of a statement that {@code break} or {@code continue} can name; the name is a wish, or null. */
public final class Label {

    private final String name;
    private final Label undone;
    private final Callee primal;

    public Label(String name) {
        this(name, null, null);
    }

    private Label(String name, Label undone, Callee primal) {
        this.name = name;
        this.undone = undone;
        this.primal = primal;
    }

    /**
     * The label of a reversed loop, each of whose iterations may be done as soon as the iteration that it undoes is over: analysis has found the iterations of the
     * primal to be independent but for sums.
     *
     * @param loop the label of the primal's loop
     * @param primal the function that was reversed; of functions that are derived from the result nothing is said
     */
    public static Label undoing(Label loop, Callee primal) {
        return new Label(null, loop, primal);
    }

    /** Whether the iterations of this loop undo those of another one, each on its own, in a function derived from another one. */
    public boolean undoes(Label loop, Callee function) {
        return undone == loop && function instanceof Callee.Derived d && d.of().equals(primal);
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return (name == null ? "L" : name);
    }
}
