package io.fovea.chart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** An SVG as an XML parser sees it. */
record SvgFile(Document document) {
  static SvgFile read(Path file) throws IOException {
    try {
      return new SvgFile(
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(file + " is no XML", e);
    }
  }

  List<Element> elements(String name) {
    var nodes = document.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  List<Element> filled(String color) {
    return elements("rect").stream()
        .filter(rect -> rect.getAttribute("fill").equals(color))
        .toList();
  }

  List<String> texts() {
    return elements("text").stream().map(Element::getTextContent).toList();
  }
}
