/** Why a value, a channel, a layer is what it is: arithmetic, receptive fields, found filters. */
@org.jspecify.annotations.NullMarked
package io.fovea.explain;
