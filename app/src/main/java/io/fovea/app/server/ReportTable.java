package io.fovea.app.server;

import io.fovea.explain.Language;
import io.fovea.network.Analysis;
import io.fovea.network.Fault;
import io.fovea.network.Layer;
import io.fovea.network.Row;
import java.util.List;
import java.util.Locale;

/** The part of a report that has the layers in a table, and the network's faults. */
final class ReportTable {
  /** What words, bars and montages have of the room, where the table would take all. */
  private static final double OF_OTHERS = 3 / 4.0;

  private static final List<ReportWord> COLUMNS =
      List.of(
          ReportWord.NUMBER,
          ReportWord.NAME,
          ReportWord.TYPE,
          ReportWord.ACTIVATION,
          ReportWord.LEARNABLES,
          ReportWord.MACS,
          ReportWord.FIELD);

  private final Analysis analysis;
  private final Language language;

  ReportTable(Analysis analysis, Language language) {
    this.analysis = analysis;
    this.language = language;
  }

  /** A section of as many layers and faults as there is room for. */
  void write(Html html, ReportRoom room) {
    long spare = (long) (room.left() * OF_OTHERS);
    html.open("section").element("h2", ReportWord.LAYERS.in(language));
    html.open("table", "class", "layers").open("tr");
    COLUMNS.forEach(each -> html.element("th", each.in(language), "scope", "col"));
    html.close("tr");
    int more = add(html, analysis.rows().stream().map(ReportTable::row).toList(), room, spare);
    html.close("table");
    note(html, more);
    if (!analysis.faults().isEmpty()) {
      html.element("h3", ReportWord.FAULTS.in(language)).open("ul");
      more = add(html, analysis.faults().stream().map(ReportTable::fault).toList(), room, spare);
      html.close("ul");
      note(html, more);
    }
    html.close("section");
  }

  /** Adds as many parts as there is room for; gives how many are left out. */
  private static int add(Html html, List<String> parts, ReportRoom room, long spare) {
    int count = 0;
    while (count < parts.size() && room.takes(ReportRoom.bytes(parts.get(count)), spare)) {
      html.add(parts.get(count));
      count++;
    }
    return parts.size() - count;
  }

  private void note(Html html, int more) {
    if (more > 0) {
      html.element("p", ReportWord.MORE.in(language, more), "class", "note");
    }
  }

  private static String row(Row row) {
    Layer layer = row.layer();
    var html = new Html();
    html.open("tr").element("td", String.valueOf(row.index())).open("th", "scope", "row");
    html.open("a", "href", "#layer-" + row.index()).text(layer.name()).close("a").close("th");
    html.open("td").open("i", "class", "kind " + LayerKind.of(layer).word()).close("i");
    html.text(layer.type()).close("td");
    html.element("td", row.activation().map(each -> each.itemText()).orElse("?"));
    html.element("td", row.learnableCount() == 0 ? "" : whole(row.learnableCount()));
    html.element("td", row.macs() == 0 ? "" : whole(row.macs()));
    html.element(
        "td", row.receptiveField().map(size -> size.height() + " × " + size.width()).orElse(""));
    return html.close("tr").toString();
  }

  private static String fault(Fault fault) {
    return new Html().element("li", fault.message()).toString();
  }

  /** A number with its thousands apart. */
  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
