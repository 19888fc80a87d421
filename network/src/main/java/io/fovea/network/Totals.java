package io.fovea.network;

import java.util.List;
import java.util.Locale;

/**
 * What a network's layers add up to.
 *
 * @param layers how many there are
 * @param learnables how many values training changes
 * @param macs multiply-accumulate operations for one item
 */
public record Totals(int layers, long learnables, long macs) {
  /** The sums over these rows. */
  static Totals of(List<Row> rows) {
    return new Totals(
        rows.size(),
        rows.stream().mapToLong(Row::learnableCount).sum(),
        rows.stream().mapToLong(Row::macs).sum());
  }

  /** {@code 68 layers, 1,235,496 learnables, 349,151,936 multiply-accumulates}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d %s, %,d learnables, %,d multiply-accumulates",
        layers,
        layers == 1 ? "layer" : "layers",
        learnables,
        macs);
  }
}
