package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Choices;
import dev.fluxion.processor.corpus.Domain;
import dev.fluxion.processor.corpus.Singular;
import java.math.RoundingMode;

/** Conditions and both forms of {@code switch}. */
final class Branches {

    private Branches() {}

    @Differentiable(order = 2)
    static double chain(double x) {
        double y = x * x;
        if (x < -1) {
            y = y * x;
        } else if (x < 0) {
            y = Math.sin(y);
        } else if (x < 1) {
            y = 3 * y - x;
        } else {
            return y * y;
        }
        return y + x;
    }

    @Differentiable
    static double ternaries(double x, double y) {
        return x > y ? x > 0 ? x * y : y : x < -1 ? x * x : y * y * x;
    }

    static double[] ternariesExact(double x, double y) {
        if (x > y) {
            return x > 0 ? new double[] {y, x} : new double[] {0, 1};
        }
        return x < -1 ? new double[] {2 * x, 0} : new double[] {y * y, 2 * x * y};
    }

    /** The types of the branches differ, and so do their boxes. */
    @Differentiable
    static double mixedBranches(double x, int n, Double boxed) {
        double a = n > 0 ? n : x;
        double b = n > 1 ? boxed : n;
        return a * b + (n < 0 ? 1 : boxed);
    }

    @Differentiable
    static double oneArmed(double x, int n) {
        double y = x;
        if (n > 0) {
            y *= x;
        }
        if (n > 1) {
            y += 1;
        }
        if (n > 2) {
            y = 4;
        }
        return y * x;
    }

    /** The branch guards the root of 0. */
    @Differentiable
    @Singular(at = 0, gradient = 0)
    @Singular(at = -0.0, gradient = 0)
    static double guardedRoot(double x) {
        return x > 0 ? Math.sqrt(x) : 0;
    }

    /** The guard comes after the root. */
    @Differentiable
    @Singular(at = 0, gradient = 0)
    static double rootBeforeItsGuard(double x) {
        double r = Math.sqrt(x);
        double y = 0;
        if (x > 0) {
            y = r * x;
        }
        return y;
    }

    @Differentiable
    static double conditionKept(double x, double y) {
        boolean isLarge = x * x > y;
        x = x * y;
        double r = x;
        if (isLarge) {
            r = r * x;
        }
        y = r - y;
        if (!isLarge && y > -1) {
            r = r * y;
        }
        return r;
    }

    /** What the condition reads is overwritten in the branch. */
    @Differentiable
    static double conditionOverwritten(double x) {
        double a = x;
        if (a > 0) {
            a = -a * a;
        } else {
            a = a * 3;
        }
        if (a < -1) {
            a = a * a;
        }
        return a;
    }

    @Differentiable
    static double fallThrough(double x, @Domain(from = 0, to = 6) int n) {
        double r = x;
        switch (n) {
            case 0:
                r *= x;
            case 1:
            case 2:
                r += x * x;
                if (x > 0) {
                    break;
                }
            default:
                r *= 2;
            case 5:
                double q = r * x;
                r -= q;
                break;
            case 4:
                q = 3;
                return r * q;
        }
        return r * x;
    }

    @Differentiable
    static double arrows(double x, @Domain(from = 0, to = 4) int n) {
        double r = 1;
        switch (n) {
            case 1, 3 -> r = x;
            case 2 -> {
                return x * x;
            }
            default -> r *= x + n;
        }
        return r * r;
    }

    @Differentiable
    static double yields(double x, @Domain(from = 0, to = 5) int n) {
        double r = switch (n) {
            case 0, 1 -> x;
            case 2 -> {
                double t = x * x;
                if (t > 1) {
                    yield t;
                }
                yield -t * x;
            }
            case 3 -> throw new IllegalStateException("three");
            default -> n * x;
        };
        return r * x;
    }

    @Differentiable
    static double oldYields(double x, @Domain(from = 0, to = 7) int n) {
        return switch (n & 3) {
            case 0:
            case 1:
                x = x * x;
            case 2:
                yield x * 3;
            default:
                yield Math.sin(x);
        };
    }

    @Differentiable
    static double strings(double x, @Choices({"exp", "sin", "Aa", "BB", ""}) String name) {
        switch (name) {
            case "exp":
                return Math.exp(x);
            case "sin":
                x *= 2;
            case "Aa":
                return Math.sin(x);
            case "BB":
                return x * x;
            default:
                return 0;
        }
    }

    static double stringsExact(double x, String name) {
        return switch (name) {
            case "exp" -> Math.exp(x);
            case "sin" -> 2 * Math.cos(2 * x);
            case "Aa" -> Math.cos(x);
            case "BB" -> 2 * x;
            default -> 0;
        };
    }

    @Differentiable
    static double enumerations(double x, RoundingMode mode) {
        return switch (mode) {
            case UP, DOWN -> x;
            case CEILING -> x * x;
            case FLOOR -> -x;
            default -> x * x * x;
        };
    }

    @Differentiable
    static double characters(double x, @Choices({"+", "-*", "*+*"}) String program) {
        double r = x;
        for (int i = 0; i < program.length(); i++) {
            switch (program.charAt(i)) {
                case '+' -> r += x;
                case '-' -> r -= 2 * x * x;
                default -> r *= x;
            }
        }
        return r;
    }

    @Differentiable
    static double boxedSelector(double x, Integer n) {
        return switch (n) {
            case 1 -> x;
            case 2 -> x * x;
            default -> 1 / (1 + x * x);
        };
    }

    /** A pattern over a value that is not active. */
    @Differentiable
    static double patterns(double x, @Domain(from = 0, to = 8) int n) {
        Object o = n % 3 == 0 ? (Object) n : n % 3 == 1 ? "text" + n : (Object) 'c';
        if (o instanceof Integer i && i > 2) {
            return i * x;
        } else if (o instanceof String s) {
            return x * x * s.length();
        }
        if (!(o instanceof Character c)) {
            return -x;
        }
        return x * c;
    }

    static double patternsExact(double x, int n) {
        return n % 3 == 1 ? 10 * x : n % 3 == 2 ? 'c' : n > 2 ? n : -1;
    }

    @Differentiable
    static double switchInSwitch(double x, @Domain(from = 0, to = 5) int n) {
        double r = x;
        switch (n % 3) {
            case 0:
                switch (n) {
                    case 0:
                        r = x * x;
                        break;
                    default:
                        r *= -x;
                }
                r += 1;
                break;
            case 1:
                r = n == 1 ? r : r * r * r;
                break;
            default:
        }
        return r * 2;
    }

    @Differentiable
    static double emptyBranches(double x) {
        if (x > 0) {
        } else {
            x = -x;
        }
        if (x > 2) {
            ;
        }
        return x * x * x;
    }

    static double emptyBranchesExact(double x) {
        return 3 * x * Math.abs(x);
    }

    /** A branch that no point reaches. */
    @Differentiable
    static double constantConditions(double x) {
        final boolean debug = false;
        double r = x * x;
        if (debug) {
            r = Math.log(r);
        }
        if (true || x > 0) {
            r *= x;
        }
        return r;
    }

    static double constantConditionsExact(double x) {
        return 3 * x * x;
    }

    @Differentiable(order = 2)
    static double piecewiseSmooth(double x, double y) {
        double r = x * y;
        if (r > 1) {
            r = 1 + Math.log(r);
        } else if (r < -1) {
            r = -1 - Math.log(-r);
        }
        return r * r;
    }

    /** What only some branches assign, and their reverses read. */
    @Differentiable(order = 2)
    static double assignedInSome(double x, @Domain(from = 0, to = 3) int n) {
        double y;
        if (n == 1) {
            y = x * 4;
            x *= Math.sin(y);
        } else if (n == 2) {
            y = x + 5;
            x += y * x;
        }
        return x * x;
    }

    /** A case declares what a later one assigns. */
    @Differentiable(order = 2)
    static double declaredInCase(double x, @Domain(from = 0, to = 3) int n) {
        switch (n) {
            case 1:
                int y = n * 4;
                x *= y;
                break;
            case 2:
                y = n + 5;
                x += y * x;
                break;
            default:
        }
        return x * x;
    }
}
