@NullMarked
package io.fovea.zoo;

import org.jspecify.annotations.NullMarked;
