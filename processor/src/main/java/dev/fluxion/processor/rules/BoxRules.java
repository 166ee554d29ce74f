package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static dev.fluxion.processor.ir.Type.Primitive.LONG;
import static dev.fluxion.processor.ir.Types.OBJECT;
import static dev.fluxion.processor.ir.Types.STRING;
import static dev.fluxion.processor.rules.Row.IDENTITY;
import static dev.fluxion.processor.rules.Rule.Kind.BITS;
import static dev.fluxion.processor.rules.Rule.Kind.INACTIVE;
import static dev.fluxion.processor.rules.Rule.Kind.PIECEWISE_CONSTANT;
import static dev.fluxion.processor.rules.Rule.Kind.TEXT;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.List;

/** Rows of {@link Double}'s and {@link Float}'s own methods, static ones and those of an object, and of their way to text. */
final class BoxRules {

    private static final Type.Declared ARRAYS = Type.Declared.of("java.util", "Arrays");

    private final Type.Primitive type;
    private final Type.Declared owner;
    private final Rows rows;

    private BoxRules(Type.Primitive type, Rows rows) {
        this.type = type;
        this.owner = Types.boxed(type);
        this.rows = rows;
    }

    static void add(Rows rows) {
        for (Type.Primitive type : List.of(DOUBLE, FLOAT)) {
            BoxRules rules = new BoxRules(type, rows);
            rules.arithmetic();
            rules.conversions();
            rules.decisions();
            rules.bits();
            rules.text();
            rules.arrays();
        }
    }

    private void arithmetic() {
        BoundRules.add(rows, owner, "max", type);
        BoundRules.add(rows, owner, "min", type);
        rows.method(owner, "sum", type, IDENTITY, IDENTITY);
        rows.method(owner, "valueOf", type, IDENTITY);
    }

    private void conversions() {
        String same = type.keyword() + "Value";
        String other = (type == DOUBLE ? FLOAT : DOUBLE).keyword() + "Value";
        rows.method(owner, same, List.of(), IDENTITY);
        rows.method(owner, other, List.of(), BoxRules::converted);
        for (String name : List.of("intValue", "longValue", "shortValue", "byteValue")) {
            rows.cut(PIECEWISE_CONSTANT, owner, name);
        }
    }

    private static Expr converted(Site s) {
        Type.Primitive other = s.type() == DOUBLE ? FLOAT : DOUBLE;
        return new Expr.Cast(other, s.seed(), Span.NONE);
    }

    private void decisions() {
        for (String name : List.of("isNaN", "isInfinite", "isFinite")) {
            rows.cut(INACTIVE, owner, name, type);
        }
        rows.cut(INACTIVE, owner, "isNaN");
        rows.cut(INACTIVE, owner, "isInfinite");
        rows.cut(INACTIVE, owner, "compare", type, type);
        rows.cut(INACTIVE, owner, "compareTo", owner);
        rows.cut(INACTIVE, owner, "equals", OBJECT);
    }

    private void bits() {
        String prefix = type == DOUBLE ? "double" : "float";
        String integer = type == DOUBLE ? "Long" : "Int";
        rows.cut(BITS, owner, prefix + "To" + integer + "Bits", type);
        rows.cut(BITS, owner, prefix + "ToRaw" + integer + "Bits", type);
        rows.cut(BITS, owner, type == DOUBLE ? "longBitsToDouble" : "intBitsToFloat", type == DOUBLE ? LONG : INT);
        rows.cut(BITS, owner, "hashCode", type);
        rows.cut(BITS, owner, "hashCode");
        if (type == FLOAT) {
            rows.cut(BITS, owner, "floatToFloat16", type);
        }
    }

    /** Comparisons and hash codes of arrays of this type, in whole and in ranges. */
    private void arrays() {
        Type array = new Type.Array(type);
        for (String name : List.of("equals", "compare", "mismatch")) {
            rows.cut(INACTIVE, ARRAYS, name, array, array);
            rows.cut(INACTIVE, ARRAYS, name, array, INT, INT, array, INT, INT);
        }
        rows.cut(INACTIVE, ARRAYS, "binarySearch", array, type);
        rows.cut(INACTIVE, ARRAYS, "binarySearch", array, INT, INT, type);
        rows.cut(BITS, ARRAYS, "hashCode", array);
        rows.cut(TEXT, ARRAYS, "toString", array);
    }

    private void text() {
        for (String name : List.of("toString", "toHexString")) {
            rows.cut(TEXT, owner, name, type);
        }
        rows.cut(TEXT, owner, "toString");
        rows.cut(TEXT, owner, type == DOUBLE ? "parseDouble" : "parseFloat", STRING);
        rows.cut(TEXT, owner, "valueOf", STRING);
        rows.cut(TEXT, STRING, "valueOf", type);
    }
}
