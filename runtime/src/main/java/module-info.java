/** What Fluxion's generated derivatives and their callers share. Depends on nothing but the platform. */
module dev.fluxion.runtime {
    exports dev.fluxion;
    exports dev.fluxion.tape;
    exports dev.fluxion.tensor;
    exports dev.fluxion.tensor.training;
}
