/**
 * What the tests of all modules share; travels as the {@code test-jar} of {@code fovea-network}.
 */
@NullMarked
package io.fovea.testing;

import org.jspecify.annotations.NullMarked;
