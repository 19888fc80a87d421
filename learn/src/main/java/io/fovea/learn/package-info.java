@NullMarked
package io.fovea.learn;

import org.jspecify.annotations.NullMarked;
