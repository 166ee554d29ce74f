package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a generated method.
 *
 * @param record the nested record that it returns, or null
 */
public record Signature(
        GeneratedKind kind,
        UserMethod method,
        String name,
        List<SignatureParameter> parameters,
        Type result,
        RecordShape record) {

    public Signature {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter, by the name that it wishes.
     *
     * @param record the record that it is or is a tangent or adjoint of, or null
     */
    public record SignatureParameter(String name, Type type, Parameter.Role role, Composite record) {

        SignatureParameter(String name, Type type, Parameter.Role role) {
            this(name, type, role, null);
        }

        /** A tangent or adjoint of a parameter. */
        static SignatureParameter of(UserMethod.UserParameter p, String suffix, Parameter.Role role) {
            return new SignatureParameter(p.name() + suffix, p.tangent(), role, p.record());
        }

        boolean holdsArrays() {
            return record == null ? type.isFloatingArray() : record.holdsArrays();
        }
    }

    /** The method of the same name that takes its memory from a workspace, its last parameter. */
    public Signature reusing() {
        List<SignatureParameter> all = new ArrayList<>(parameters);
        all.add(new SignatureParameter("workspace", Types.WORKSPACE, Parameter.Role.WORKSPACE));
        return new Signature(kind, method, name, all, result, record);
    }

    /** Whether it takes its memory from its last parameter. */
    boolean isReusing() {
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).role() == Parameter.Role.WORKSPACE;
    }

    /** Whether it is forward mode, which returns a number and its tangent. */
    boolean isTangent() {
        return kind == GeneratedKind.JVP || kind == GeneratedKind.UNPACKED_JVP;
    }

    /** Whether the last parameter is the user's and stays {@code T...}. */
    boolean isVarargs() {
        int last = parameters.size() - 1;
        return method.isVarargs()
                && parameters.size() == method.parameters().size()
                && parameters.get(last).type() instanceof Type.Array;
    }

    /** Name and erased parameter types: two methods of a class must differ in it. */
    String key() {
        StringBuilder key = new StringBuilder(name).append('(');
        for (SignatureParameter p : parameters) {
            key.append(key.charAt(key.length() - 1) == '(' ? "" : ", ").append(erasure(p.type()));
        }
        return key.append(')').toString();
    }

    private static String erasure(Type type) {
        if (type instanceof Type.Declared d) {
            return d.simpleNames().get(d.simpleNames().size() - 1);
        }
        return type instanceof Type.Array a ? erasure(a.component()) + "[]" : type.toString();
    }
}
