package io.fovea.learn;

import java.nio.file.Path;

/**
 * A picture's file and the class that its picture shows.
 *
 * @param file read only when the picture is needed
 * @param label the class's name
 */
public record LabelledFile(Path file, String label) {}
