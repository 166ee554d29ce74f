package cost;

import dev.fluxion.Derivatives;
import dev.fluxion.StrongZero;

/** The gradients of {@link Formulas}, written by hand. */
final class FormulasByHand {

    private FormulasByHand() {}

    static Gradients.Two example1(double u, double v) {
        double value = u * v + u * u;
        double uBar = v + 2 * u;
        return new Gradients.Two(value, uBar, u);
    }

    static Gradients.Three density(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        double e = Math.exp(-0.5 * z * z);
        double scale = 2.5066282746310002 * deviation;
        double value = e / scale;
        double eBar = StrongZero.divide(1, scale);
        double zBar = -(eBar * e) * z;
        double xBar = StrongZero.divide(zBar, deviation);
        double deviationBar = -2.5066282746310002 * (value / scale) - StrongZero.times(zBar, z / deviation);
        double meanBar = -xBar;
        return new Gradients.Three(value, xBar, meanBar, deviationBar);
    }

    static Gradients.Three lennardJones(double r, double epsilon, double sigma) {
        double ratio = sigma / r;
        double squared = ratio * ratio;
        double fourth = squared * squared;
        double sixth = fourth * squared;
        double scale = 4 * epsilon;
        double difference = sixth * sixth - sixth;
        double sixthBar = scale * (2 * sixth - 1);
        double squaredBar = 3 * sixthBar * fourth;
        double ratioBar = 2 * squaredBar * ratio;
        double sigmaBar = StrongZero.divide(ratioBar, r);
        double value = scale * difference;
        double rBar = -StrongZero.times(ratioBar, ratio / r);
        double epsilonBar = 4 * difference;
        return new Gradients.Three(value, rBar, epsilonBar, sigmaBar);
    }

    static Gradients.Four haversine(double lat1, double lon1, double lat2, double lon2) {
        double u = (lat2 - lat1) / 2;
        double v = (lon2 - lon1) / 2;
        double s = Math.sin(u);
        double t = Math.sin(v);
        double cos1 = Math.cos(lat1);
        double cos2 = Math.cos(lat2);
        double cosines = cos1 * cos2;
        double h = s * s + cosines * t * t;
        double root = Math.sqrt(h);
        double rootBar = 12742.0 * Derivatives.asinPartial(root);
        double hBar = StrongZero.divide(rootBar, 2 * root);
        double half = hBar * s * Math.cos(u);
        double tBar = hBar * t;
        double cosinesBar = tBar * t;
        double other = tBar * cosines * Math.cos(v);
        double lat1Bar = -(cosinesBar * cos2 * Math.sin(lat1)) - half;
        double lat2Bar = half - cosinesBar * cos1 * Math.sin(lat2);
        double value = 12742.0 * Math.asin(root);
        double lon1Bar = -other;
        return new Gradients.Four(value, lat1Bar, lon1Bar, lat2Bar, other);
    }

    static Gradients.Three largerRoot(double a, double b, double c) {
        double fourA = 4 * a;
        double root = Math.sqrt(b * b - fourA * c);
        double twoA = 2 * a;
        double value = (-b + root) / twoA;
        double rootBar = StrongZero.divide(1, twoA);
        double discriminantBar = StrongZero.divide(rootBar, 2 * root);
        double aBar = -(2 * (value / twoA)) - 4 * (discriminantBar * c);
        double bBar = 2 * discriminantBar * b - rootBar;
        double cBar = -discriminantBar * fourA;
        return new Gradients.Three(value, aBar, bBar, cBar);
    }

    static Gradients.Two logSumExp(double x, double y) {
        double m = Math.max(x, y);
        double first = Math.exp(x - m);
        double second = Math.exp(y - m);
        double sum = first + second;
        double value = m + Math.log(sum);
        double sumBar = Derivatives.logPartial(sum);
        double firstBar = sumBar * first;
        double secondBar = sumBar * second;
        double mBar = 1 - firstBar - secondBar;
        double share = Derivatives.maxFirst(x, y);
        double xShare = mBar * share;
        double xBar = firstBar + xShare;
        double yBar = secondBar + (mBar - xShare);
        return new Gradients.Two(value, xBar, yBar);
    }

    static Gradients.Three logisticLoss(double w, double x, double b) {
        double e = Math.exp(-(w * x + b));
        double zBar = -Derivatives.log1pPartial(e) * e;
        double value = Math.log1p(e);
        double wBar = zBar * x;
        double xBar = zBar * w;
        return new Gradients.Three(value, wBar, xBar, zBar);
    }

    static Gradients.Two rosenbrock(double x, double y) {
        double a = 1 - x;
        double b = y - x * x;
        double scaled = 100 * b;
        double value = a * a + scaled * b;
        double bBar = 2 * scaled;
        double xBar = -2 * a - 2 * bBar * x;
        return new Gradients.Two(value, xBar, bBar);
    }

    static Gradients.Five cubic(double x, double c0, double c1, double c2, double c3) {
        double inner = c2 + x * c3;
        double middle = c1 + x * inner;
        double value = c0 + x * middle;
        double squared = x * x;
        double xBar = middle + x * (inner + x * c3);
        double c3Bar = squared * x;
        return new Gradients.Five(value, xBar, 1, x, squared, c3Bar);
    }

    static Gradients.Three rotated(double x, double y, double phi) {
        double r = Math.hypot(x, y);
        double angle = Math.atan2(y, x) + phi;
        double cos = Math.cos(angle);
        double angleBar = -r * Math.sin(angle);
        double xBar = StrongZero.times(cos, Derivatives.hypotPartial(x, r))
                + StrongZero.times(angleBar, Derivatives.atan2Second(y, x));
        double yBar = StrongZero.times(cos, Derivatives.hypotPartial(y, r))
                + StrongZero.times(angleBar, Derivatives.atan2First(y, x));
        double value = r * cos;
        return new Gradients.Three(value, xBar, yBar, angleBar);
    }

    static Gradients.Four powerLaw(double a, double x, double b, double c) {
        double power = Math.pow(x, b);
        double xBar = StrongZero.times(a, Derivatives.powBase(x, b, power));
        double bBar = StrongZero.times(a, Derivatives.powExponent(x, b, power));
        double value = a * power + c;
        return new Gradients.Four(value, power, xBar, bBar, 1);
    }

    static Gradients.Four neuron(double w, double x, double b, double v) {
        double h = Math.tanh(w * x + b);
        double value = v * h + h;
        double argumentBar = (1 + v) * (1 - h * h);
        double wBar = argumentBar * x;
        double xBar = argumentBar * w;
        return new Gradients.Four(value, wBar, xBar, argumentBar, h);
    }

    static Gradients.Five enzymeRate(double substrate, double inhibitor, double vMax, double km, double ki) {
        double inhibition = inhibitor / ki;
        double factor = 1 + inhibition;
        double total = km * factor + substrate;
        double value = vMax * substrate / total;
        double topBar = StrongZero.divide(1, total);
        double totalBar = -(value / total);
        double inhibitionBar = totalBar * km;
        double inhibitorBar = StrongZero.divide(inhibitionBar, ki);
        double kiBar = -StrongZero.times(inhibitionBar, inhibition / ki);
        double substrateBar = topBar * vMax + totalBar;
        double vMaxBar = topBar * substrate;
        double kmBar = totalBar * factor;
        return new Gradients.Five(value, substrateBar, inhibitorBar, vMaxBar, kmBar, kiBar);
    }

    static Gradients.Five callPrice(double spot, double strike, double rate, double volatility, double time) {
        double sqrtTime = Math.sqrt(time);
        double root = volatility * sqrtTime;
        double moneyness = spot / strike;
        double halfVolatility = 0.5 * volatility;
        double drift = rate + halfVolatility * volatility;
        double d1 = (Math.log(moneyness) + drift * time) / root;
        double d2 = d1 - root;
        double scaled1 = 0.07056 * d1;
        double cube1 = scaled1 * d1;
        double e1 = Math.exp(-1.5976 * d1 - cube1 * d1);
        double n1 = 1 / (1 + e1);
        double scaled2 = 0.07056 * d2;
        double cube2 = scaled2 * d2;
        double e2 = Math.exp(-1.5976 * d2 - cube2 * d2);
        double n2 = 1 / (1 + e2);
        double discount = Math.exp(-rate * time);
        double discounted = strike * discount;
        double value = spot * n1 - discounted * n2;

        double discountBar = -n2 * strike;
        double exponentBar = discountBar * discount;
        double d2Bar = (-discounted * n2 * n2 * e2) * (1.5976 + 3 * cube2);
        double d1Bar = d2Bar + (spot * n1 * n1 * e1) * (1.5976 + 3 * cube1);
        double topBar = StrongZero.divide(d1Bar, root);
        double rootBar = -StrongZero.times(d1Bar, d1 / root) - d2Bar;
        double moneynessBar = StrongZero.times(topBar, Derivatives.logPartial(moneyness));
        double fromMoneyness = StrongZero.divide(moneynessBar, strike);
        double driftBar = topBar * time;
        double strikeBar = -n2 * discount - StrongZero.times(moneynessBar, moneyness / strike);
        double rateBar = driftBar - exponentBar * time;
        double volatilityBar = driftBar * volatility + rootBar * sqrtTime;
        double timeBar = topBar * drift - exponentBar * rate
                + StrongZero.divide(rootBar * volatility, 2 * sqrtTime);
        double spotBar = n1 + fromMoneyness;
        return new Gradients.Five(value, spotBar, strikeBar, rateBar, volatilityBar, timeBar);
    }
}
