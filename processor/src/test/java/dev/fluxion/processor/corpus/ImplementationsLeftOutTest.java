package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.PlainMethods;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Virtual calls some of whose implementations cannot be differentiated: the others are, these throw, and that is told. */
class ImplementationsLeftOutTest {

    private static final String SHAPES = """
            package p;
            import dev.fluxion.*;
            public class Shapes {
                static double last;
                public interface Shape { double area(double side); }
                public static class Square implements Shape {
                    public double area(double side) { return side * side; }
                }
                public static class Kept implements Shape {
                    public double area(double side) { last = side; return side * last; }
                }
                public static class Cut implements Shape {
                    public double area(double side) { return Double.parseDouble("" + side); }
                }
                static double doubled(Shape shape, double side) { return 2 * shape.area(side); }
                @Differentiable
                public static double volume(Shape shape, double side) { return doubled(shape, side) * side; }
            }
            """;

    private static Object gradient(InMemory run, String shape) throws Throwable {
        Object made = run.loadClass("p.Shapes$" + shape).getConstructor().newInstance();
        Method gradient = PlainMethods.of(run.loadClass("p.ShapesGrad"))
                .filter(m -> m.getName().equals("volumeGradient"))
                .findFirst()
                .orElseThrow();
        try {
            Object record = gradient.invoke(null, made, 3.0);
            return record.getClass().getMethod("dSide").invoke(record);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void implementationsThatCannotBeDifferentiated_throw() throws Throwable {
        InMemory run = InMemory.derive(Map.of("p.Shapes", SHAPES));
        assertThat(run.errors()).isEmpty();
        assertThat(gradient(run, "Square")).isEqualTo(2 * 3 * 3.0 * 3.0);
        for (String shape : new String[] {"Kept", "Cut"}) {
            assertThatThrownBy(() -> gradient(run, shape))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("no derivative of Shape.area in p.Shapes$" + shape);
        }
    }

    @Test
    void implementationsThatCannotBeDifferentiated_areTold() {
        assertThat(InMemory.derive(Map.of("p.Shapes", SHAPES)).messages())
                .hasSize(1)
                .first()
                .asString()
                .contains(
                        "Shapes.java:15:76: warning: [FLX0233] Shape.area has implementations here that cannot be differentiated: "
                                + "Cut (Double.parseDouble reads a number from text, or from an object, that was made of an active value,"
                                + " Shapes.java:13), Kept (an active value is stored in field last, Shapes.java:10);");
    }

    /** What one method of a companion leaves out all leave out, as they share what is generated for the call. */
    @Test
    void implementationsLeftOut_areThoseOfAllMethodsOfTheCompanion() {
        String text = SHAPES.replace(
                "@Differentiable\n    public static double volume",
                "@Differentiable static double first(Shape shape, @NoDiff double side, double x) { return doubled(shape, x) + side; }\n"
                        + "    @Differentiable\n    public static double volume");
        assertThat(InMemory.derive(Map.of("p.Shapes", text)).messages())
                .isNotEmpty()
                .allMatch(m -> m.contains("Cut (") && m.contains("Kept ("));
    }

    @Test
    void callWithoutAnyOther_isAnError() {
        String text = SHAPES.replace("return side * side;", "last = side; return 1;");
        assertThat(InMemory.derive(Map.of("p.Shapes", text)).errors())
                .anyMatch(e -> e.contains("FLX0207") && e.contains("last"))
                .anyMatch(e -> e.contains("FLX0206") && e.contains("parseDouble"));
    }

    /** A call that is being looked at when it is met again is looked at as a whole before anything is left out. */
    @Test
    void recursionThroughTheCall_isFollowedToItsErrors() {
        String text = SHAPES.replace("return side * side;", "return side > 1 ? side * side : stored(this, side);")
                .replace(
                        "static double doubled",
                        "static double stored(Shape s, double x) { last = x; return doubled(s, x); } static double doubled");
        assertThat(InMemory.derive(Map.of("p.Shapes", text)).errors())
                .anyMatch(e -> e.contains("FLX0207") && e.contains("last"));
    }
}
