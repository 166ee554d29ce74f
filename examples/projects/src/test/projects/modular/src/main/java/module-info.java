/** A project that is a module. */
module org.example.modular {
    requires dev.fluxion.runtime;
}
