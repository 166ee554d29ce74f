package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of a function's variables: what each wishes, numbered where another one in scope has it. Parameters of the user's come
 * first, so that generated names give way to them; scopes that do not overlap may use a name again.
 */
final class Names {

    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Set<Var> received;
    private final Set<String> reserved;
    private final Members members;

    private Names(Set<Var> received, Set<String> reserved, Members members) {
        this.received = received;
        this.reserved = reserved;
        this.members = members;
    }

    /** Names everything that a function declares; the reserved names are those that a variable would hide. */
    static Names of(Function function, Set<String> reserved, Members members) {
        Names names = new Names(Received.of(function.body()), reserved, members);
        Set<String> scope = new HashSet<>();
        for (Parameter.Role role : Parameter.Role.values()) {
            for (Parameter p : function.parameters()) {
                if (p.role() == role) {
                    names.declare(p.variable(), scope);
                }
            }
        }
        names.block(function.body(), scope);
        return names;
    }

    /** The name of a variable, or the record's member that is asked for its value. */
    String of(Var variable) {
        return names.getOrDefault(variable, variable.name());
    }

    /** Whether there is no variable, because the record that holds its value is asked. */
    boolean isReceived(Var variable) {
        return received.contains(variable);
    }

    /** The name of the local that holds the record which a call returns. */
    String of(Stmt.Invoke call) {
        return names.get(call);
    }

    private void declare(Var variable, Set<String> scope) {
        names.put(variable, take(variable.name(), scope));
    }

    private String take(String wish, Set<String> scope) {
        String name = UniqueNames.free(wish, n -> scope.contains(n) || reserved.contains(n));
        scope.add(name);
        return name;
    }

    private void block(Block block, Set<String> outer) {
        statements(block, new HashSet<>(outer));
    }

    private void statements(Block block, Set<String> scope) {
        for (Stmt s : block.statements()) {
            if (s instanceof Stmt.Declare d && !received.contains(d.variable())) {
                declare(d.variable(), scope);
            } else if (s instanceof Stmt.Invoke i) {
                DerivedMethod method = members.derived(i.callee());
                names.put(i, take(wish(method), scope));
                receive(i, method);
            } else {
                nested(s, scope);
            }
        }
    }

    private void receive(Stmt.Invoke i, DerivedMethod method) {
        for (int n = 0; n < i.targets().size(); n++) {
            if (received.contains(i.targets().get(n))) {
                names.put(i.targets().get(n), of(i) + "." + method.accessors().get(n) + "()");
            }
        }
    }

    private void nested(Stmt s, Set<String> scope) {
        if (s instanceof Stmt.Loop l) {
            Set<String> loop = new HashSet<>(scope);
            statements(l.init(), loop);
            block(l.body(), loop);
            block(l.update(), loop);
        } else if (s instanceof Stmt.Try t) {
            Set<String> body = new HashSet<>(scope);
            t.resources().forEach(r -> declare(r.variable(), body));
            block(t.body(), body);
            for (Stmt.Catch c : t.catches()) {
                Set<String> clause = new HashSet<>(scope);
                declare(c.variable(), clause);
                block(c.body(), clause);
            }
            block(t.finallyBlock(), scope);
        } else {
            Walk.blocks(s).forEach(b -> block(b, scope));
        }
    }

    /** A record's local is called like the last word of the record's name: {@code gradient}, {@code tangent}, {@code dual}. */
    private static String wish(DerivedMethod method) {
        String record = method.result() instanceof Type.Declared d ? d.simpleName() : "Result";
        int start = record.length() - 1;
        while (start > 0 && !Character.isUpperCase(record.charAt(start))) {
            start--;
        }
        return record.substring(start).toLowerCase(Locale.ROOT);
    }
}
