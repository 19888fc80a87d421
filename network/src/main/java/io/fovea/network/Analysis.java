package io.fovea.network;

import java.util.List;

/**
 * A network as a table, a line a layer, with its totals and all its faults.
 *
 * <p>All faults are found at once: a layer that a fault keeps from working has no activation, and
 * the layers behind it, which therefore have none either, are not reported again. Immutable, for
 * any number of threads.
 */
public final class Analysis {
  private final String name;
  private final List<Row> rows;
  private final List<Fault> faults;

  private Analysis(String name, Inspection inspection) {
    this.name = name;
    this.rows = inspection.rows();
    this.faults = inspection.faults();
  }

  /** Analyses a network at the input size that it was trained for. */
  public static Analysis of(Network network) {
    return new Analysis(network.name(), Inspection.of(network, input -> input.size()));
  }

  /** Analyses a network with this size in the place of the size of each of its image inputs. */
  public static Analysis of(Network network, Size inputSize) {
    return new Analysis(network.name(), Inspection.of(network, input -> inputSize));
  }

  /** A row a layer, in the network's order. */
  public List<Row> rows() {
    return rows;
  }

  /** All faults: those of the network as a whole, then those of its layers in their order. */
  public List<Fault> faults() {
    return faults;
  }

  /** What the rows add up to. */
  public Totals totals() {
    return Totals.of(rows);
  }

  /** The table for people, with totals and faults below it. */
  @Override
  public String toString() {
    return AnalysisTable.text(name, rows, totals(), faults);
  }
}
