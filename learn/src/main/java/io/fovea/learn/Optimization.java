package io.fovea.learn;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a training changes the network.
 *
 * @param solver the rule of a step
 * @param rate the learn rate that the schedule and the layers' factors multiply, greater than 0
 * @param schedule the rate's course
 * @param clipping what gradients are limited to
 * @param l2 L2 regularization, λ: adds λ w to the gradient of weights, or is decoupled ({@link
 *     AdamW}); biases, scales and offsets have none
 * @param factors of single layers, by name
 * @param frozenUntil the last of the layers that don't learn, in the network's order; none where
 *     all learn
 */
public record Optimization(
    Solver solver,
    double rate,
    Schedule schedule,
    Clipping clipping,
    double l2,
    Map<String, LayerFactors> factors,
    Optional<String> frozenUntil) {
  /**
   * Checks and copies.
   *
   * @throws TrainingException if the rate isn't greater than 0 or the regularization is negative
   */
  public Optimization {
    Checks.positive("the learn rate", rate);
    Checks.notNegative("the L2 regularization", l2);
    factors = Map.copyOf(factors);
  }

  /** The factors of a layer. */
  public LayerFactors factors(String layer) {
    return factors.getOrDefault(layer, LayerFactors.standard());
  }

  Optimization withSolver(Solver newSolver) {
    return new Optimization(newSolver, rate, schedule, clipping, l2, factors, frozenUntil);
  }

  Optimization withRate(double newRate) {
    return new Optimization(solver, newRate, schedule, clipping, l2, factors, frozenUntil);
  }

  Optimization withSchedule(Schedule newSchedule) {
    return new Optimization(solver, rate, newSchedule, clipping, l2, factors, frozenUntil);
  }

  Optimization withClipping(Clipping newClipping) {
    return new Optimization(solver, rate, schedule, newClipping, l2, factors, frozenUntil);
  }

  Optimization withL2(double newL2) {
    return new Optimization(solver, rate, schedule, clipping, newL2, factors, frozenUntil);
  }

  Optimization withFactors(String layer, LayerFactors newFactors) {
    var changed = new TreeMap<>(factors);
    changed.put(layer, newFactors);
    return new Optimization(solver, rate, schedule, clipping, l2, changed, frozenUntil);
  }

  Optimization withFrozenUntil(Optional<String> layer) {
    return new Optimization(solver, rate, schedule, clipping, l2, factors, layer);
  }
}
