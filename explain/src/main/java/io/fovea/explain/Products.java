package io.fovea.explain;

import java.util.List;

/**
 * Many products, the largest one by one and the rest as a sum.
 *
 * @param largest the largest by magnitude, at most {@link #LISTED}, the largest first
 * @param others how many there are besides; what meets padding isn't counted
 * @param rest the sum of those
 */
public record Products(List<Product> largest, int others, double rest) {
  /** How many products are listed. */
  public static final int LISTED = 10;

  /** Keeps a copy of the list. */
  public Products {
    largest = List.copyOf(largest);
  }

  /** The sum of all. */
  public double sum() {
    return largest.stream().mapToDouble(Product::product).sum() + rest;
  }
}
