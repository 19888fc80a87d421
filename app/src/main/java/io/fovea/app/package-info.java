@NullMarked
package io.fovea.app;

import org.jspecify.annotations.NullMarked;
