package dev.fluxion.processor.frontend.rules;

/** What can be wrong with a rule. */
public enum RuleProblem {
    NOT_STATIC("the rule %s is an instance method; generated code has no object to call it on; make it static"),
    NOT_VISIBLE("the rule %s is private, or in a private class; generated code cannot call it; make it visible"),
    THROWS("the rule %s throws %s, which %s does not declare; its callers could not be compiled; catch it in the rule"),
    NO_METHOD(
            "the rule %s does not say whose derivative it is; name the method: @DerivativeOf(value = %s.class, method = ...)"),
    LIKE_ON_METHOD("like stands on the rule %s, but is for whole classes; put it on a type, or leave it out"),
    METHOD_ON_TYPE("method stands on the type %s, but is for the rule of one method; put it on a static method"),
    NO_LIKE("the type %s does not say whose derivatives the methods of %s share; name the class: like = ..."),
    TWIN_OF_ITSELF("%s is declared to have its own derivatives; name another class as like"),
    TWIN_WITHOUT_METHODS("%s and %s have no static method in common; nothing follows from one being like the other"),
    TARGET_UNKNOWN("the class that the rule %s is for cannot be found; check the class path and the imports"),
    TARGET_NOT_FOUND("%s has no method %s; a rule is for a method that exists; check class and name"),
    TARGET_AMBIGUOUS(
            "the rule %s fits %s alike; which one it is for cannot be told; use the other form (JVP or VJP) of rule"),
    TARGET_FITS_NONE(
            "the rule %s fits no overload of %s; they are %s; a rule takes the parameters and then tangents or an adjoint"),
    TARGET_NOT_DIFFERENTIABLE(
            "%s has no derivative to give: %s; a rule needs an active parameter and a floating-point result"),
    TARGET_NOT_SCALAR(
            "the parameter %s of %s carries derivatives in its elements; rules are for scalars; mark it @NoDiff there, or leave the rule out"),
    PARAMETER_COUNT("the rule %s takes %s parameters; for %s it takes %s; the forms are %s"),
    PARAMETER_TYPE("parameter %s of the rule %s is %s; for %s it is %s; the forms are %s"),
    RESULT_TYPE("the rule %s returns %s; for %s it returns %s; the forms are %s"),
    DUPLICATE("%s has two rules, %s and %s; which one holds cannot be told; remove one"),
    DUPLICATE_TWIN("%s is like two classes, %s and %s; which one holds cannot be told; remove one");

    private final String template;

    RuleProblem(String template) {
        this.template = template;
    }

    /** The message, with what was found put in. */
    public String message(Object... arguments) {
        return String.format(template, arguments);
    }
}
