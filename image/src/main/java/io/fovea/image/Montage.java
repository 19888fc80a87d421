package io.fovea.image;

import io.fovea.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * All channels of an activation tiled in one picture, row by row, on a black ground.
 *
 * <p>The grid is as near to square as it goes: ⌈√n⌉ columns, ⌈n / columns⌉ rows. A pixel is a
 * value, but for tiles of a single value (1 × 1 × n), which are drawn as 8 × 8 pixels so that there
 * is something to see; a thumbnail size overrides both. Values are taken as they are, from 0 to 1,
 * until a scale is asked for; NaN is drawn black.
 *
 * <p>Immutable; any number of threads may render one at once.
 *
 * @param activation 1 × C × H × W
 * @param scale which values are drawn as 0 and as 1
 * @param grid rows and columns; of more channels than these hold the first are shown
 * @param border black pixels on each side of every tile, so that twice as many lie between two
 * @param thumbnail how large each tile is drawn; each pixel is the value nearest to it, none is
 *     mixed
 * @param colorMap the colours from 0 to 1; gray gives a picture of one channel, others three
 */
public record Montage(
    Tensor activation,
    Scale scale,
    Optional<Grid> grid,
    int border,
    Optional<Thumbnail> thumbnail,
    ColorMap colorMap) {
  /** Rows and columns of tiles. */
  public record Grid(int rows, int columns) {
    /**
     * Checks that both are at least 1.
     *
     * @throws ImageException if not
     */
    public Grid {
      if (rows < 1 || columns < 1) {
        throw new ImageException(
            "the grid of a montage must be at least 1 × 1, not " + rows + " × " + columns);
      }
    }

    /** The grid of ⌈√count⌉ columns and as many rows as needed. */
    static Grid of(int count) {
      int columns = (int) Math.ceil(Math.sqrt(count));
      return new Grid((count + columns - 1) / columns, columns);
    }
  }

  /** The size of a tile in pixels. */
  public record Thumbnail(int height, int width) {
    /**
     * Checks that both are at least 1.
     *
     * @throws ImageException if not
     */
    public Thumbnail {
      if (height < 1 || width < 1) {
        throw new ImageException(
            "the thumbnails of a montage must be at least 1 × 1, not " + height + " × " + width);
      }
    }
  }

  /** How large a tile of a single value is drawn. */
  private static final Thumbnail SINGLE_VALUE = new Thumbnail(8, 8);

  /**
   * Checks the batch and the border.
   *
   * @throws ImageException if the batch isn't 1 or the border is negative
   */
  public Montage {
    if (activation.shape().batch() != 1) {
      throw new ImageException(
          "a montage shows one item, but the activation is "
              + activation.shape()
              + "; take one with item(i)");
    }
    if (border < 0) {
      throw new ImageException("the border of a montage must be at least 0, not " + border);
    }
  }

  /**
   * A montage of values from 0 to 1 in gray, near to square, without a border.
   *
   * @param activation 1 × C × H × W
   * @throws ImageException if the batch isn't 1
   */
  public static Montage of(Tensor activation) {
    return new Montage(
        activation, Scale.none(), Optional.empty(), 0, Optional.empty(), ColorMap.GRAY);
  }

  /** The same montage with another scale. */
  public Montage withScale(Scale newScale) {
    return new Montage(activation, newScale, grid, border, thumbnail, colorMap);
  }

  /**
   * The same montage with another grid.
   *
   * @throws ImageException if rows or columns are less than 1
   */
  public Montage withGrid(int rows, int columns) {
    var newGrid = Optional.of(new Grid(rows, columns));
    return new Montage(activation, scale, newGrid, border, thumbnail, colorMap);
  }

  /**
   * The same montage with another border.
   *
   * @param pixels on each side of every tile
   * @throws ImageException if negative
   */
  public Montage withBorder(int pixels) {
    return new Montage(activation, scale, grid, pixels, thumbnail, colorMap);
  }

  /**
   * The same montage with tiles of another size, which need not be of the channels' proportions.
   *
   * @throws ImageException if height or width is less than 1
   */
  public Montage withThumbnailSize(int height, int width) {
    var size = Optional.of(new Thumbnail(height, width));
    return new Montage(activation, scale, grid, border, size, colorMap);
  }

  /** The same montage in other colours. */
  public Montage withColorMap(ColorMap newColorMap) {
    return new Montage(activation, scale, grid, border, thumbnail, newColorMap);
  }

  /** What is drawn as 0 and as 1 in each channel: what a legend beside the picture shows. */
  public List<Limits> limits() {
    return scale.limits(activation);
  }

  /**
   * The picture: rows · (tile height + 2 · border) × columns · (tile width + 2 · border).
   *
   * @throws ImageException if it would have too many pixels
   */
  public Picture render() {
    var shape = activation.shape();
    var cells = grid.orElseGet(() -> Grid.of(shape.channels()));
    var single = shape.height() == 1 && shape.width() == 1;
    var tile =
        thumbnail.orElseGet(
            () -> single ? SINGLE_VALUE : new Thumbnail(shape.height(), shape.width()));
    return new MontagePainter(this, cells, tile).paint();
  }
}
