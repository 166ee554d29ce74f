package dev.fluxion.processor.transform.simplify;

import static dev.fluxion.processor.rules.Terms.isNumber;
import static dev.fluxion.processor.rules.Terms.value;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.rules.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Takes expressions apart into sums of products and puts them together again with few operations. */
final class SumsOfProducts {

    /** Longer sums are not searched for the best common factor. */
    private static final int SEARCHED = 6;

    /** A larger expression is not taken apart as a whole. */
    private static final int LIMIT = 64;

    private final Products known;
    private final Facts facts;

    /**
     * @param known the variables that hold products of others
     */
    SumsOfProducts(Products known, Facts facts) {
        this.known = known;
        this.facts = facts;
    }

    /** Whether an expression is one to take apart. */
    boolean isTakenApart(Expr e) {
        return isArithmetic(e) && facts.operators(e) <= LIMIT;
    }

    /** The product that an expression is, whose factors are variables and numbers only; products of products are multiplied out. */
    Optional<Term> product(Expr e) {
        List<Term> terms = isSum(e) || !isTakenApart(e) ? List.of() : terms(e);
        boolean plain = terms.size() == 1
                && terms.get(0).divisors().isEmpty()
                && !terms.get(0).factors().isEmpty()
                && terms.get(0).factors().stream().allMatch(Expr.Read.class::isInstance);
        return plain ? Optional.of(terms.get(0)) : Optional.empty();
    }

    private static boolean isSum(Expr e) {
        return e instanceof Expr.Binary b && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT);
    }

    /** The same value, up to rounding. */
    Expr simplified(Expr e) {
        return sum(merged(terms(e)), e.type());
    }

    /** Whether there is something to do for an expression. */
    static boolean isArithmetic(Expr e) {
        return e.type().isFloating()
                && (e instanceof Expr.Binary b && b.operator() != Operator.REMAINDER
                        || e instanceof Expr.Unary u && u.operator() == Operator.NEGATE);
    }

    private List<Term> terms(Expr e) {
        if (isNumber(e) && Double.isFinite(value(e))) {
            return List.of(Term.of(value(e)));
        } else if (e instanceof Expr.Read r && known.get(r.variable()) != null) {
            return List.of(known.get(r.variable()));
        } else if (!isArithmetic(e)) {
            return List.of(Term.of(e));
        } else if (e instanceof Expr.Unary u) {
            return terms(u.operand()).stream().map(Term::negated).toList();
        }
        Expr.Binary b = (Expr.Binary) e;
        return switch (b.operator()) {
            case ADD -> both(terms(b.left()), terms(b.right()));
            case SUBTRACT ->
                both(
                        terms(b.left()),
                        terms(b.right()).stream().map(Term::negated).toList());
            case MULTIPLY -> List.of(factor(b.left()).times(factor(b.right())));
            default -> List.of(quotient(b));
        };
    }

    private Term quotient(Expr.Binary b) {
        Term over = factor(b.left());
        boolean number = Terms.isRegular(b.right());
        return number ? over.over(value(b.right())) : over.over(simplified(b.right()));
    }

    /** An expression as one term: a sum is a factor as it stands. */
    private Term factor(Expr e) {
        List<Term> terms = merged(terms(e));
        return terms.size() == 1 ? terms.get(0) : Term.of(sum(terms, e.type()));
    }

    private static List<Term> both(List<Term> a, List<Term> b) {
        List<Term> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    /** Whether terms can be added up. What cancels stays, since it shows that a factor was no number. */
    private static boolean isLike(Term a, Term b) {
        return a.isMultipleOf(b) && a.plus(b).number().signum() != 0;
    }

    /** Like terms added. */
    private static List<Term> merged(List<Term> terms) {
        List<Term> merged = new ArrayList<>();
        for (Term t : terms) {
            int like = 0;
            while (like < merged.size() && !isLike(t, merged.get(like))) {
                like++;
            }
            if (like == merged.size()) {
                merged.add(t);
            } else {
                merged.set(like, merged.get(like).plus(t));
            }
        }
        merged.removeIf(t -> t.number().signum() == 0);
        return merged;
    }

    private Expr sum(List<Term> terms, Type type) {
        if (terms.isEmpty()) {
            return Terms.number(0, type);
        }
        Expr best = plain(terms, type);
        for (Term common : commonFactors(terms)) {
            Expr factored = sum(factored(terms, common, type), type);
            best = facts.operators(factored) < facts.operators(best) ? factored : best;
        }
        return best;
    }

    /** What several terms share, or the most of them. */
    private static Collection<Term> commonFactors(List<Term> terms) {
        List<Term> found = new ArrayList<>();
        long most = 1;
        for (Term t : terms) {
            for (Term f : single(t)) {
                List<Term> having =
                        terms.stream().filter(o -> o.without(f).isPresent()).toList();
                if (having.size() < 2 || terms.size() > SEARCHED && having.size() <= most) {
                    continue;
                }
                Term all = shared(having);
                if (found.stream().noneMatch(all::isMultipleOf)) {
                    found.add(all);
                }
                most = Math.max(most, having.size());
            }
        }
        return terms.size() > SEARCHED && !found.isEmpty() ? found.subList(found.size() - 1, found.size()) : found;
    }

    /** All factors that some terms share. */
    private static Term shared(List<Term> terms) {
        Term shared = Term.of(1);
        for (Term f : single(terms.get(0))) {
            Term more = shared.times(f);
            shared = terms.stream().allMatch(t -> t.without(more).isPresent()) ? more : shared;
        }
        return shared;
    }

    private static List<Term> single(Term t) {
        List<Term> parts = new ArrayList<>();
        t.factors().forEach(e -> parts.add(Term.of(e)));
        t.divisors().forEach(e -> parts.add(Term.of(1).over(e)));
        return parts;
    }

    /** The terms with one factor taken out of those that have it. */
    private List<Term> factored(List<Term> terms, Term common, Type type) {
        List<Term> inner = new ArrayList<>();
        List<Term> outer = new ArrayList<>();
        int at = -1;
        for (Term t : terms) {
            Optional<Term> rest = t.without(common);
            rest.ifPresent(inner::add);
            if (rest.isEmpty()) {
                outer.add(t);
            } else if (at < 0) {
                at = outer.size();
            }
        }
        Term number = sharedNumber(inner);
        List<Term> rests =
                inner.stream().map(t -> t.without(number).orElseThrow()).toList();
        outer.add(at, number.times(common).times(Term.of(sum(rests, type))));
        return outer;
    }

    /** The coefficient that all have, up to the sign, or 1; negative if all are. */
    private static Term sharedNumber(List<Term> terms) {
        double first = Math.abs(terms.get(0).coefficient());
        boolean shared = terms.stream().allMatch(t -> Math.abs(t.coefficient()) == first);
        boolean negative = terms.stream().allMatch(Term::isNegative);
        Term t = terms.get(0);
        Term number = shared ? new Term(t.number().abs(), t.by().abs(), List.of(), List.of()) : Term.of(1);
        return negative ? number.negated() : number;
    }

    private Expr plain(List<Term> terms, Type type) {
        List<Term> ordered = new ArrayList<>(terms);
        for (int i = 1; i < ordered.size() && ordered.get(0).isNegative(); i++) {
            if (!ordered.get(i).isNegative()) {
                ordered.add(0, ordered.remove(i));
            }
        }
        Expr sum = product(ordered.get(0), type);
        for (Term t : ordered.subList(1, ordered.size())) {
            sum = t.isNegative() ? Terms.minus(sum, product(t.negated(), type)) : Terms.plus(sum, product(t, type));
        }
        return sum;
    }

    private Expr product(Term term, Type type) {
        Term t = covered(term);
        boolean negative = t.isNegative() && t.isUnit();
        double number = negative ? 1 : t.coefficient();
        boolean divides =
                t.by().compareTo(BigDecimal.ONE) != 0 && t.number().abs().compareTo(BigDecimal.ONE) == 0;
        Expr e = null;
        if (!divides && Math.abs(number) != 1 || t.factors().isEmpty()) {
            e = Terms.number(divides ? 1 : number, type);
        }
        for (Expr f : t.factors()) {
            e = e == null ? f : Terms.times(e, f);
        }
        if (divides) {
            e = Terms.over(e, Terms.number(t.by().doubleValue() * t.number().signum(), type));
        }
        for (Expr d : t.divisors()) {
            e = Terms.over(e, d);
        }
        return negative ? Terms.negative(e) : e;
    }

    /** The term with known products in the place of their factors. */
    private Term covered(Term term) {
        Term best = null;
        Var by = null;
        int saved = 0;
        for (Var v : known.partsOf(term)) {
            Term rest = term.without(known.get(v)).orElse(null);
            int saving = rest == null ? 0 : saving(term, known.get(v), rest);
            if (saving > saved) {
                best = rest;
                by = v;
                saved = saving;
            }
        }
        return best == null ? term : covered(Term.of(new Expr.Read(by)).times(best));
    }

    private static int saving(Term whole, Term part, Term rest) {
        return part.factors().size() - 1 + (whole.isUnit() ? 0 : 1) - (rest.isUnit() ? 0 : 1);
    }
}
