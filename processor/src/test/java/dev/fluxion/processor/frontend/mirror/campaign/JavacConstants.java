package dev.fluxion.processor.frontend.mirror.campaign;

import com.sun.source.util.TreePath;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The constants that javac itself folded, which no public interface tells. Needs {@code --add-exports} of two of
 * {@code jdk.compiler}'s packages when it is run.
 */
final class JavacConstants {

    private static final Method CONST_VALUE = constValue();

    private JavacConstants() {}

    private static Method constValue() {
        try {
            return Class.forName("com.sun.tools.javac.code.Type").getMethod("constValue");
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static Object valueOf(TreePath path) {
        try {
            Field field = path.getLeaf().getClass().getField("type");
            Object type = field.get(path.getLeaf());
            if (type == null) {
                return null;
            }
            Object value = CONST_VALUE.invoke(type);
            return value == null ? null : decode(value, ((TypeMirror) type).getKind());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("run with --add-exports of jdk.compiler's code and tree packages", e);
        }
    }

    /** Everything smaller than an int is kept as an int. */
    private static Object decode(Object value, TypeKind kind) {
        return value instanceof Integer i
                ? switch (kind) {
                    case BOOLEAN -> i != 0;
                    case BYTE -> i.byteValue();
                    case SHORT -> i.shortValue();
                    case CHAR -> (char) i.intValue();
                    default -> i;
                }
                : value;
    }
}
