package io.fovea.explain;

import io.fovea.network.Axis;

/**
 * Where a value stands in an activation.
 *
 * @param channel from 0
 * @param row from 0
 * @param column from 0
 */
public record Place(int channel, int row, int column) {
  /** Its index along an axis; that of the first item along the batch. */
  int along(Axis axis) {
    return switch (axis) {
      case BATCH -> 0;
      case CHANNEL -> channel;
      case HEIGHT -> row;
      case WIDTH -> column;
    };
  }
}
