/** Tensors beside those of PyTorch, which the Deep Java Library calls through JNI. */
package dev.fluxion.examples.djl;
