package dev.fluxion.processor;

import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.transform.scalars.WholeRecords;
import java.util.List;

/** Tells where a component is read of a record that is only known as a whole, which would lose its derivative. */
final class LostComponents {

    private final CompiledClasses classes;

    LostComponents(CompiledClasses classes) {
        this.classes = classes;
    }

    /**
     * Looks through a method over what is in records.
     *
     * @param records for each parameter of the user's method the record that it is, or null
     */
    void tell(Function unpacked, List<Composite> records, Findings found) {
        for (Expr e : WholeRecords.losses(unpacked, records)) {
            Span span = e instanceof Expr.FieldRead r ? r.span() : ((Expr.Call) e).span();
            Span at = span.isKnown() ? span : unpacked.span();
            if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method m && classes.isForeignAccessor(m)) {
                found.add(Code.COMPUTING_ACCESSOR, at, m.toString());
            } else {
                found.add(Code.UNSUPPORTED_SYNTAX, at, "a component of a record that is known as a whole here");
            }
        }
    }
}
