package io.fovea.zoo;

import java.nio.file.Path;

/**
 * A model that can be opened by its name.
 *
 * @param name its name
 * @param file the model file
 */
public record ModelEntry(String name, Path file) {}
