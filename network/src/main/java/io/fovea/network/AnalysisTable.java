package io.fovea.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table that people read: number, name, type, description, activations, learnables. */
final class AnalysisTable {
  private static final List<String> HEADER =
      List.of("", "Name", "Type", "Description", "Activations", "Learnables");

  private AnalysisTable() {}

  static String text(String name, List<Row> rows, Totals totals, List<Fault> faults) {
    var cells = new ArrayList<List<String>>();
    cells.add(HEADER);
    rows.forEach(row -> cells.add(cells(row)));
    var lines = new ArrayList<String>();
    lines.add(Cell.of(name));
    lines.add("");
    lines.addAll(aligned(cells));
    lines.add("");
    lines.add(totals.toString());
    if (!faults.isEmpty()) {
      lines.add("");
      faults.forEach(fault -> lines.add(Cell.visible(fault.toString())));
    }
    return String.join("\n", lines);
  }

  private static List<String> cells(Row row) {
    Layer layer = row.layer();
    return List.of(
        String.valueOf(row.index()),
        Cell.of(layer.name()),
        Cell.of(layer.type()),
        Cell.of(layer.description()),
        row.activation().map(shape -> shape.itemText()).orElse("unknown"),
        Cell.of(
            layer.learnables().stream()
                .map(Parameter::toString)
                .collect(Collectors.joining(", "))));
  }

  private static List<String> aligned(List<List<String>> cells) {
    var widths = new int[HEADER.size()];
    for (List<String> line : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Cell.width(line.get(i)));
      }
    }
    return cells.stream().map(line -> aligned(line, widths)).toList();
  }

  private static String aligned(List<String> line, int[] widths) {
    var text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = line.get(i);
      String space = " ".repeat(widths[i] - Cell.width(cell));
      boolean number = i == 0;
      text.append(i == 0 ? "" : "  ").append(number ? space + cell : cell + space);
    }
    return text.toString().stripTrailing();
  }
}
