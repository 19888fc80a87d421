package io.fovea.app;

import io.fovea.zoo.Models;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * What a command can reach of the world round it.
 *
 * @param in what a person types
 * @param out results
 * @param err what is wrong, and how far a long run is
 * @param environment the environment's variables
 * @param terminals which of these are a terminal
 */
record Surroundings(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Terminals terminals) {

  /** The models that a name is looked up in. */
  Models models() {
    return Models.ofEnvironment(environment);
  }
}
