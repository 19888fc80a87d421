package io.fovea.app.server;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Leaves in a lesson what the page may hold: of links those that lead to a state of the page, which
 * are written {@code explore:?layer=conv1} and become {@code ?layer=conv1}, of pictures the
 * lesson's own, and no HTML. Of other links and pictures the words stay.
 */
final class LessonsLinks extends AbstractVisitor {
  private static final String EXPLORE = "explore:";
  private static final Pattern PICTURE = Pattern.compile("lesson/[a-z0-9-]+\\.png");

  @Override
  public void visit(Link link) {
    visitChildren(link);
    if (link.getDestination().startsWith(EXPLORE + "?")) {
      link.setDestination(link.getDestination().substring(EXPLORE.length()));
    } else {
      unwrap(link);
    }
  }

  /** A paragraph that is nothing but a link elsewhere, as to another language, goes away whole. */
  @Override
  public void visit(Paragraph paragraph) {
    boolean onlyLink =
        paragraph.getFirstChild() instanceof Link link
            && link.getNext() == null
            && !link.getDestination().startsWith(EXPLORE);
    if (onlyLink) {
      paragraph.unlink();
    } else {
      visitChildren(paragraph);
    }
  }

  @Override
  public void visit(Image image) {
    if (!PICTURE.matcher(image.getDestination()).matches()) {
      unwrap(image);
    }
  }

  @Override
  public void visit(HtmlInline html) {
    html.unlink();
  }

  private static void unwrap(Node node) {
    while (node.getFirstChild() != null) {
      node.insertBefore(node.getFirstChild());
    }
    node.unlink();
  }
}
