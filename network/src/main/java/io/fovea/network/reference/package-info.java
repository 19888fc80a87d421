/**
 * The arithmetic of each layer as plain float64 loops: what tests of faster code are held against,
 * and what explains a number. Slow on purpose, and nothing else.
 */
@NullMarked
package io.fovea.network.reference;

import org.jspecify.annotations.NullMarked;
