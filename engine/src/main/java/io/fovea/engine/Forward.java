package io.fovea.engine;

import java.util.Optional;

/**
 * What a forward primitive leaves for the backward ones of its layer.
 *
 * @param description that oneDNN asks for as a hint
 * @param workspace where it noted what it did, such as the places of the maxima
 */
record Forward(PrimitiveDescription description, Optional<Buffer> workspace) {}
