package io.fovea.chart;

import io.fovea.chart.Canvas.Direction;

/**
 * Where the parts of a confusion chart lie, in points.
 *
 * @param cells the square of all cells
 * @param cell the side of one cell
 * @param nameSize size of the class names
 * @param nameRoom how long a class name may be
 * @param columnNames how the names below the columns run
 * @param summary width of the recall columns and height of the precision rows, one of two
 */
record ConfusionLayout(
    Area cells,
    double cell,
    double nameSize,
    double nameRoom,
    Direction columnNames,
    double summary) {
  static final double MARGIN = 28;
  static final double GAP = 10;

  private static final double TOP = 84;
  private static final double AXIS_NAME = 34;
  private static final double LEGEND = 64;
  private static final double LONGEST_NAME = 190;
  private static final double TICK_HEIGHT = 14;
  private static final double LARGEST_TEXT = 12;
  private static final double SMALLEST_TEXT = 5;
  private static final double LARGEST_CELL = 96;
  private static final double LEAST_WIDTH = 520;
  private static final double HEAT_MAP = 900;
  private static final double SMALL_CELL = 34;

  static ConfusionLayout of(ConfusionChart chart) {
    int count = chart.classes().size();
    double cell =
        chart.hasNumbers()
            ? Math.min(LARGEST_CELL, Math.max(SMALL_CELL, 560.0 / count))
            : Math.min(12, HEAT_MAP / count);
    double nameSize = Math.min(LARGEST_TEXT, cell - 1.5);
    double longest =
        chart.classes().stream().mapToDouble(name -> TextWidth.of(name, nameSize)).max().orElse(0);
    double room = nameSize < SMALLEST_TEXT ? 40 : Math.min(LONGEST_NAME, Math.max(40, longest + 4));
    var direction = longest <= cell - 6 ? Direction.ACROSS : Direction.UPWARD;
    double summary = chart.hasNumbers() ? Math.max(44, Math.min(cell, 52)) : 16;
    var cells = new Area(MARGIN + AXIS_NAME + room, TOP, cell * count, cell * count);
    return new ConfusionLayout(cells, cell, nameSize, room, direction, summary);
  }

  boolean hasNames() {
    return nameSize >= SMALLEST_TEXT;
  }

  Area cell(int row, int column) {
    return new Area(cells.x() + column * cell, cells.y() + row * cell, cell, cell);
  }

  /** A cell of the recall columns: 0 for what was right, 1 for what was wrong. */
  Area besideRow(int row, int which) {
    double x = cells.right() + GAP + which * summary;
    return new Area(x, cells.y() + row * cell, summary, cell);
  }

  /** A cell of the precision rows: 0 for what was right, 1 for what was wrong. */
  Area belowColumn(int column, int which) {
    double height = rowHeight();
    double y = cells.bottom() + GAP + which * height;
    return new Area(cells.x() + column * cell, y, cell, height);
  }

  double rowHeight() {
    return Math.min(summary, 28);
  }

  /** The upper edge of the class names below the columns. */
  double namesTop() {
    return cells.bottom() + GAP + 2 * rowHeight() + 8;
  }

  double axisNameBaseline() {
    double upward = hasNames() ? nameRoom : TICK_HEIGHT;
    double names = columnNames == Direction.ACROSS ? nameSize + 4 : upward;
    return namesTop() + names + 20;
  }

  /** The upper edge of the colour scales. */
  double legendTop() {
    return axisNameBaseline() + 22;
  }

  int width() {
    return (int) Math.ceil(Math.max(LEAST_WIDTH, cells.right() + GAP + 2 * summary + MARGIN));
  }

  int height() {
    return (int) Math.ceil(legendTop() + LEGEND);
  }
}
