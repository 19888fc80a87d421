@NullMarked
package io.fovea.image;

import org.jspecify.annotations.NullMarked;
