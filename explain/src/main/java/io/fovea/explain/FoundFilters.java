package io.fovea.explain;

import java.util.List;

/**
 * What a search for a box's filters brought.
 *
 * @param best the most selective channels, the most selective first
 * @param layers how many layers were examined
 * @param channels how many channels were examined; those that are the same everywhere, too
 */
public record FoundFilters(List<Found> best, int layers, int channels) {
  /** Keeps a copy of the list. */
  public FoundFilters {
    best = List.copyOf(best);
  }
}
