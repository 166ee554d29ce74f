package dev.fluxion.processor.foreign;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a method and its derivatives at random points until enough of them can be compared. */
final class MethodCheck {

    private static final int WANTED = 5;
    private static final int POINTS = 80;
    private static final long LIMIT = 15_000_000_000L;
    private static final int SECONDS = 5;

    /** Of threads that do not end no more are left behind. */
    private static final int HUNG = 3;

    /** What can come of a point. */
    private enum At {
        COMPARED,
        UNMAKEABLE,
        THROWS,
        NOT_FINITE,
        NO_DERIVATIVE,
        NO_DIFFERENCE,
        NOT_REPEATABLE,
        REFUSED,
        NOTHING,
        TOO_LONG
    }

    private final Subject subject;
    private final Classes classes;
    private final int number;
    private final Map<At, Integer> counts = new EnumMap<>(At.class);
    private boolean isNonZero;
    private String last = "";

    MethodCheck(Subject subject, Classes classes, int number) {
        this.subject = subject;
        this.classes = classes;
        this.number = number;
    }

    Verdict run() {
        long start = System.nanoTime();
        for (int i = 0; i < POINTS && isOpen() && System.nanoTime() - start < LIMIT; i++) {
            Point point = new Point(subject, classes, 1000L * number + i);
            counts.merge(inTime(() -> repeatable(point)), 1, Integer::sum);
        }
        return verdict();
    }

    private boolean isOpen() {
        return count(At.COMPARED) < WANTED && count(At.TOO_LONG) < HUNG;
    }

    /** Whether threads are left behind, so that the process should not be used for anything else. */
    boolean isSpent() {
        return count(At.TOO_LONG) > 0;
    }

    private static At inTime(Callable<At> at) {
        FutureTask<At> task = new FutureTask<>(at);
        Thread thread = new Thread(null, task, "point", 8L << 20);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return At.TOO_LONG;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Mismatch m) {
                throw m;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What differs is only wrong if the method itself still does what it did: generators of numbers may be seeded by the clock. */
    private At repeatable(Point point) throws Unmakeable, InterruptedException {
        try {
            return at(point);
        } catch (Mismatch e) {
            Object[] first = point.arguments();
            String before = trace(subject.call(first), first);
            Thread.sleep(20);
            Object[] second = point.arguments();
            if (!before.equals(trace(subject.call(second), second))) {
                return At.NOT_REPEATABLE;
            }
            throw e;
        }
    }

    private int count(At what) {
        return counts.getOrDefault(what, 0);
    }

    private Verdict verdict() {
        Verdict.Kind kind;
        if (count(At.COMPARED) >= WANTED) {
            kind = isNonZero ? Verdict.Kind.ACCEPTED : Verdict.Kind.ZERO;
        } else if (count(At.REFUSED) > 0) {
            kind = Verdict.Kind.REFUSES;
        } else if (count(At.NOT_REPEATABLE) > 0) {
            kind = Verdict.Kind.NOT_REPEATABLE;
        } else if (count(At.COMPARED) + count(At.NO_DERIVATIVE) + count(At.NO_DIFFERENCE) > 0) {
            kind = Verdict.Kind.TOO_FEW;
        } else if (count(At.TOO_LONG) > 0) {
            kind = Verdict.Kind.DOES_NOT_END;
        } else if (count(At.THROWS) + count(At.NOT_FINITE) + count(At.NOTHING) > 0) {
            kind = Verdict.Kind.NEVER_FINITE;
        } else {
            kind = Verdict.Kind.NO_ARGUMENTS;
        }
        return Verdict.of(kind, counts + " " + last);
    }

    private At at(Point point) {
        Object[] arguments;
        try {
            arguments = point.arguments();
            double[] inputs = Values.flat(subject.active(arguments));
            Subject.Outcome value = subject.call(arguments);
            Object[] again = point.arguments();
            if (!trace(value, arguments).equals(trace(subject.call(again), again))) {
                return At.NOT_REPEATABLE;
            }
            return inputs.length == 0 ? At.NOTHING : at(point, value, arguments, inputs);
        } catch (Unmakeable e) {
            last = e.getMessage();
            return At.UNMAKEABLE;
        }
    }

    private At at(Point point, Subject.Outcome value, Object[] left, double[] inputs) throws Unmakeable {
        Random random = new Random(number);
        double[] direction = new double[inputs.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (random.nextDouble() * 2 - 1) * Math.max(0.05, Math.min(10, Math.abs(inputs[i])));
        }
        Object[] arguments = point.arguments();
        List<Object> dots = Values.shaped(subject.active(arguments), direction);
        Subject.Outcome forward = subject.derived(subject.jvp(), arguments, dots);
        if (isRefusal(forward.thrown())) {
            last = forward.thrown().toString();
            return At.REFUSED;
        } else if (value.thrown() != null) {
            sameException(value.thrown(), forward.thrown());
            last = value.thrown().toString();
            return At.THROWS;
        } else if (forward.thrown() != null) {
            last = forward.thrown().toString();
            forward.thrown().printStackTrace();
            return At.REFUSED;
        }
        Object own = subject.isVoid() ? null : component(forward.value(), "value");
        same(trace(value, left), trace(new Subject.Outcome(own, null), arguments), "forward mode");
        double[] outputs = outputs(value.value(), left);
        double[] tangents = tangents(forward.value(), dots);
        if (outputs.length == 0) {
            return At.COMPARED;
        } else if (!Values.isFinite(outputs)) {
            return At.NOT_FINITE;
        } else if (!Values.isFinite(tangents)) {
            return At.NO_DERIVATIVE;
        }
        At compared = new Slopes(subject, point, direction).agree(tangents) ? At.COMPARED : At.NO_DIFFERENCE;
        At reverse = reverse(point, value, left, direction, outputs, tangents);
        if (compared == At.COMPARED && reverse == At.COMPARED) {
            isNonZero |= isNonZero(tangents, dots, direction);
        }
        return reverse == At.COMPARED ? compared : reverse;
    }

    /** What is thrown on objects of classes that a virtual call does not distinguish (DESIGN §3). */
    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof UnsupportedOperationException
                && String.valueOf(thrown.getMessage()).startsWith("no derivative of ");
    }

    /** Whether some tangent is more than the input's own that an array keeps. */
    private boolean isNonZero(double[] tangents, List<Object> dots, double[] direction) {
        int results = tangents.length - Values.flat(arrays(dots)).length;
        double[] before = Values.flat(arrays(Values.shaped(dots, direction)));
        boolean found = false;
        for (int i = 0; i < tangents.length; i++) {
            found |= tangents[i] != (i < results ? 0 : before[i - results]);
        }
        return found;
    }

    private At reverse(
            Point point, Subject.Outcome value, Object[] left, double[] direction, double[] outputs, double[] tangents)
            throws Unmakeable {
        Random random = new Random(number + 1);
        double[] weights = random.doubles(tangents.length, -1, 1).toArray();
        Object[] arguments = point.arguments();
        List<Object> shapes = new ArrayList<>();
        if (!subject.isVoid() && value.value() != null) {
            shapes.add(value.value());
        }
        int seeds = shapes.size();
        shapes.addAll(arrays(subject.active(arguments)));
        List<Object> more = Values.shaped(shapes, weights);
        Method vjp = subject.find("Vjp", arguments.length + more.size()).orElse(null);
        if (vjp == null) {
            last = "no VJP of " + (arguments.length + more.size()) + " parameters";
            return At.REFUSED;
        }
        Subject.Outcome outcome = subject.derived(vjp, arguments, more);
        if (outcome.thrown() != null) {
            last = outcome.thrown().toString();
            outcome.thrown().printStackTrace();
            return At.REFUSED;
        }
        same(
                trace(new Subject.Outcome(null, null), left),
                trace(new Subject.Outcome(null, null), arguments),
                "reverse mode");
        double[] adjoints = new Adjoints(subject).of(outcome.value(), more.subList(seeds, more.size()));
        if (!Values.isFinite(adjoints)) {
            return At.NO_DERIVATIVE;
        }
        double back = Values.dot(adjoints, direction);
        double forth = Values.dot(weights, tangents);
        double size = Math.max(Values.size(adjoints, direction), Values.size(weights, tangents));
        if (Math.abs(back - forth) > tolerance() * size + 1e-13 * Math.max(1, Values.size(weights, outputs))) {
            throw new Mismatch(
                    "reverse " + back + " and forward " + forth + " at " + Arrays.deepToString(point.arguments()));
        }
        return At.COMPARED;
    }

    /** Methods that take numbers apart into halves lose half of the digits of what cancels. */
    private double tolerance() {
        return subject.isFloat() ? 1e-3 : 1e-6;
    }

    static List<Object> arrays(List<Object> values) {
        return values.stream().filter(v -> v != null && v.getClass().isArray()).toList();
    }

    private double[] tangents(Object forward, List<Object> dots) {
        List<Object> all = new ArrayList<>();
        if (!subject.isVoid()) {
            all.add(component(forward, "tangent"));
        }
        all.addAll(arrays(dots));
        all.removeIf(java.util.Objects::isNull);
        return Values.flat(all);
    }

    private double[] outputs(Object value, Object[] left) {
        return outputs(subject, value, left);
    }

    /** The numbers in the result and in the active arrays as they are left. */
    static double[] outputs(Subject subject, Object value, Object[] left) {
        List<Object> all = new ArrayList<>();
        if (value != null) {
            all.add(value);
        }
        all.addAll(arrays(subject.active(left)));
        return Values.flat(all);
    }

    static Object component(Object record, String name) {
        try {
            Method m = record.getClass().getDeclaredMethod(name);
            m.setAccessible(true);
            return m.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void sameException(Throwable own, Throwable other) {
        if (other == null || own.getClass() != other.getClass() && !(own instanceof StackOverflowError)) {
            throw new Mismatch("throws " + own + ", forward mode " + other);
        }
    }

    private void same(String own, String other, String what) {
        if (!own.equals(other)) {
            throw new Mismatch(what + " leaves " + other + " instead of " + own);
        }
    }

    private String trace(Subject.Outcome outcome, Object[] arguments) {
        String thrown =
                outcome.thrown() == null ? "" : outcome.thrown().getClass().toString();
        return thrown
                + Arrays.deepToString(new Object[] {outcome.value()})
                + Arrays.deepToString(subject.active(arguments).toArray());
    }
}
