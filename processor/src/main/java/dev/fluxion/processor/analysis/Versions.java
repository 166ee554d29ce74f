package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reaching definitions as static single assignment names: for every statement the version of each variable that it reads. Input is structured code; a
 * {@code break} ends an iteration as its end does.
 */
public final class Versions {

    private final Map<Stmt, Map<Var, Version>> uses = new IdentityHashMap<>();
    private final Map<Stmt, Map<Var, Version>> after = new IdentityHashMap<>();
    private final Map<Stmt.Loop, Map<Var, Version>> heads = new IdentityHashMap<>();
    private final Map<Stmt.Loop, Map<Var, Version>> bodyEnds = new IdentityHashMap<>();
    private final Map<Var, Version> scopeEnds = new HashMap<>();
    private final Map<Version, List<Version>> joined = new HashMap<>();
    private final Map<Stmt, List<Region>> regions = new IdentityHashMap<>();
    private final Map<Var, Region> scopes = new HashMap<>();
    private final Map<Stmt, Map<Var, Version>> memories = new IdentityHashMap<>();
    private final Region root = new Region(null, null);
    private final Memory memory;
    private final UnaryOperator<Var> shadow;
    private Map<Var, Version> current = new HashMap<>();

    private Versions(Function function, Memory memory, UnaryOperator<Var> shadow) {
        this.memory = memory;
        this.shadow = shadow;
        List<Var> given = new ArrayList<>(function.variables());
        given.addAll(memory.all());
        for (Var v : given) {
            current.put(v, new Version(v, Version.Kind.PARAMETER, null, null, root));
        }
        block(function.body(), root);
        given.forEach(v -> scopeEnds.put(v, current.get(v)));
    }

    public static Versions of(Function function) {
        return new Versions(function, Memory.NONE, v -> null);
    }

    /**
     * Reaching definitions of variables and of memory.
     *
     * @param shadow the variable that goes with another one, whose version is asked for where the other is read; or null
     */
    public static Versions of(Function function, Memory memory, UnaryOperator<Var> shadow) {
        return new Versions(function, memory, shadow);
    }

    /** The version of memory before a statement. */
    public Version memory(Stmt s, Var contents) {
        return memories.get(s).get(contents);
    }

    /** The version of a variable that a statement's own expressions read; for a loop, when it is reached. */
    public Version use(Stmt s, Var v) {
        return uses.get(s).get(v);
    }

    /** The version of an assigned variable behind the statement, or null where the statement does not change it. */
    public Version after(Stmt s, Var v) {
        return after.getOrDefault(s, Map.of()).get(v);
    }

    /** The version of each variable that a loop changes, at the beginning of an iteration. */
    public Map<Var, Version> heads(Stmt.Loop l) {
        return heads.get(l);
    }

    /** The version of a variable at the end of a loop's body, before the update. */
    public Version bodyEnd(Stmt.Loop l, Var v) {
        return bodyEnds.get(l).get(v);
    }

    /**
     * Whether the variable still holds this version when its scope ends, if the region that made the version was executed: nothing
     * assigns it afterwards.
     */
    public boolean survives(Version v) {
        return survives(v, scopeEnds.get(v.variable()));
    }

    private boolean survives(Version v, Version end) {
        if (v.equals(end)) {
            return true;
        }
        return end != null
                && joined.getOrDefault(end, List.of()).stream()
                        .anyMatch(e -> e != null && v.region().isWithin(e.region()) && survives(v, e));
    }

    /** The region in which a variable is declared; null for a parameter. */
    public Region scope(Var v) {
        return scopes.get(v);
    }

    /** The regions of a statement's blocks, in the order of {@link Walk#blocks}. */
    public List<Region> regions(Stmt s) {
        return regions.get(s);
    }

    /** The function's body. */
    public Region root() {
        return root;
    }

    private void block(Block block, Region region) {
        Stmt before = null;
        for (Stmt s : block.statements()) {
            if (s instanceof Stmt.Declare d) {
                scopes.put(d.variable(), region);
            }
            statement(s, region);
            beside(before, s);
            before = s;
        }
        for (Stmt s : block.statements()) {
            if (s instanceof Stmt.Declare d) {
                scopeEnds.put(d.variable(), current.get(d.variable()));
            }
        }
    }

    private void statement(Stmt s, Region region) {
        recordUses(s);
        recordMemory(s);
        if (s instanceof Stmt.Declare d) {
            if (d.value() != null) {
                define(s, d.variable(), d.value(), region);
            }
        } else if (s instanceof Stmt.Assign a) {
            define(s, a.variable(), a.value(), region);
        } else if (s instanceof Stmt.Invoke i) {
            i.targets().stream().filter(v -> v != null).forEach(v -> define(s, v, null, region));
        } else if (s instanceof Stmt.Loop l) {
            loop(l, region);
        } else if (Guards.arePassed(s)) {
            passed(s, region);
        } else if (!Walk.blocks(s).isEmpty()) {
            branches(s, region);
        }
        if (Walk.blocks(s).isEmpty()) {
            memory.written(s).forEach(m -> define(s, m, null, region));
        }
    }

    /** An array and the variable that goes with it are given their values by two statements, one right after the other. */
    private void beside(Stmt before, Stmt s) {
        for (Version v : List.copyOf(after.getOrDefault(before, Map.of()).values())) {
            Var other = shadow.apply(v.variable());
            Version given = other == null ? null : after(s, other);
            if (given != null) {
                after.get(before).put(other, given);
            }
        }
    }

    private void recordMemory(Stmt s) {
        Map<Var, Version> now = new HashMap<>();
        memory.all().forEach(m -> now.put(m, current.get(m)));
        memories.put(s, now);
    }

    private void recordUses(Stmt s) {
        Map<Var, Version> reads = new HashMap<>();
        List<Expr> expressions = new ArrayList<>(Walk.expressions(s));
        if (s instanceof Stmt.Loop l) {
            l.init().statements().forEach(d -> expressions.addAll(Walk.expressions(d)));
        }
        for (Expr e : expressions) {
            Walk.expressions(e, part -> {
                if (part instanceof Expr.Read r && current.containsKey(r.variable())) {
                    reads.put(r.variable(), current.get(r.variable()));
                    Var beside = shadow.apply(r.variable());
                    if (beside != null) {
                        reads.put(beside, current.get(beside));
                    }
                }
            });
        }
        uses.put(s, reads);
    }

    private void define(Stmt s, Var v, Expr value, Region region) {
        put(s, new Version(v, Version.Kind.ASSIGNMENT, s, value, region));
    }

    private void put(Stmt s, Version version) {
        current.put(version.variable(), version);
        after.computeIfAbsent(s, key -> new LinkedHashMap<>()).put(version.variable(), version);
    }

    /** A statement that is executed to its end, or the function is not: handlers apart, its blocks are part of the region around it. */
    private void passed(Stmt s, Region region) {
        List<Block> blocks = Walk.blocks(s);
        int handlers = s instanceof Stmt.Try t ? t.catches().size() : 0;
        List<Region> inner = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean isHandler = handlers > 0 && i >= 2 && i < 2 + handlers;
            inner.add(isHandler ? new Region(region, s) : region);
            Map<Var, Version> before = new HashMap<>(current);
            block(blocks.get(i), inner.get(i));
            if (isHandler) {
                current = before;
            }
        }
        regions.put(s, inner);
    }

    private void branches(Stmt s, Region region) {
        Map<Var, Version> before = new HashMap<>(current);
        List<Region> inner =
                Walk.blocks(s).stream().map(b -> new Region(region, s)).toList();
        regions.put(s, inner);
        List<Map<Var, Version>> ends = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            current = new HashMap<>(before);
            block(Walk.blocks(s).get(i), inner.get(i));
            ends.add(current);
        }
        current = before;
        Set<Var> declared = declared(Walk.blocks(s));
        for (Var v : assigned(Walk.blocks(s))) {
            if (!declared.contains(v)) {
                Version join = new Version(v, Version.Kind.JOIN, s, null, region);
                joined.put(join, madeWithin(ends, inner, v));
                put(s, join);
            }
        }
    }

    /** The versions at the ends of branches that were made in them. */
    private static List<Version> madeWithin(List<Map<Var, Version>> ends, List<Region> inner, Var v) {
        List<Version> made = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            Version end = ends.get(i).get(v);
            if (end != null && end.region().isWithin(inner.get(i))) {
                made.add(end);
            }
        }
        return made;
    }

    private void loop(Stmt.Loop l, Region region) {
        Region body = new Region(region, l);
        regions.put(l, List.of(body, body, body));
        Map<Var, Version> before = new HashMap<>(current);
        Map<Var, Version> head = new LinkedHashMap<>();
        Set<Var> declared = declared(List.of(l.body(), l.update()));
        for (Var v : assigned(List.of(l.init(), l.body(), l.update()))) {
            if (!declared.contains(v)) {
                head.put(v, new Version(v, Version.Kind.HEAD, l, null, body));
            }
        }
        heads.put(l, head);
        current.putAll(head);
        block(l.body(), body);
        bodyEnds.put(l, new HashMap<>(current));
        block(l.update(), body);
        current = before;
        for (Var v : head.keySet()) {
            if (!declares(l.init(), v)) {
                put(l, new Version(v, Version.Kind.JOIN, l, null, region));
            }
        }
    }

    private static boolean declares(Block block, Var v) {
        return block.statements().stream().anyMatch(s -> s instanceof Stmt.Declare d && d.variable() == v);
    }

    private Set<Var> assigned(List<Block> blocks) {
        Set<Var> found = new LinkedHashSet<>();
        blocks.forEach(b -> found.addAll(memory.written(b)));
        for (Block b : blocks) {
            Walk.statements(b, s -> {
                if (s instanceof Stmt.Assign a) {
                    found.add(a.variable());
                } else if (s instanceof Stmt.Invoke i) {
                    i.targets().stream().filter(v -> v != null).forEach(found::add);
                } else if (s instanceof Stmt.Declare d && d.value() != null) {
                    found.add(d.variable());
                }
            });
        }
        return found;
    }

    private static Set<Var> declared(List<Block> blocks) {
        Set<Var> found = new HashSet<>();
        for (Block b : blocks) {
            Walk.statements(b, s -> {
                if (s instanceof Stmt.Declare d) {
                    found.add(d.variable());
                } else if (s instanceof Stmt.Try t) {
                    t.catches().forEach(c -> found.add(c.variable()));
                }
            });
        }
        return found;
    }
}
