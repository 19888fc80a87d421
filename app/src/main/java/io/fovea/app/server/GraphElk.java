package io.fovea.app.server;

import io.fovea.app.server.GraphLayout.Drawing;
import io.fovea.app.server.GraphLayout.Edge;
import io.fovea.app.server.GraphLayout.Node;
import io.fovea.app.server.GraphLayout.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays any graph out with the layered method of the Eclipse Layout Kernel. */
final class GraphElk {
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> placed = new HashMap<>();

  private GraphElk() {}

  /** The drawing of these nodes, each behind its parent, and edges. */
  static Drawing of(List<Node> nodes, List<Edge> edges) {
    return new GraphElk().draw(nodes, edges);
  }

  private Drawing draw(List<Node> nodes, List<Edge> edges) {
    LayoutMetaDataService.getInstance();
    settings(root);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(GraphColumn.MARGIN));
    nodes.forEach(this::place);
    var lines = new LinkedHashMap<Edge, ElkEdge>();
    for (Edge edge : edges) {
      lines.put(
          edge, ElkGraphUtil.createSimpleEdge(placed.get(edge.from()), placed.get(edge.to())));
    }
    new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
    var drawnEdges = new ArrayList<Edge>();
    lines.forEach((edge, line) -> drawnEdges.add(new Edge(edge.from(), edge.to(), points(line))));
    return new Drawing(
        root.getWidth(), root.getHeight(), nodes.stream().map(this::drawn).toList(), drawnEdges);
  }

  private static void settings(ElkNode graph) {
    graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
    graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, GraphColumn.GAP);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, GraphColumn.GAP);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, GraphColumn.GAP / 2);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, GraphColumn.GAP / 2);
  }

  private void place(Node node) {
    ElkNode parent = node.parent().map(placed::get).orElse(root);
    ElkNode elk = ElkGraphUtil.createNode(parent);
    if (node.open()) {
      settings(elk);
      elk.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
      elk.setProperty(LayeredOptions.NODE_SIZE_MINIMUM, new KVector(node.width(), node.height()));
      elk.setProperty(
          LayeredOptions.PADDING,
          new ElkPadding(
              GraphColumn.FRAME_HEAD, GraphColumn.GAP, GraphColumn.GAP, GraphColumn.GAP));
    } else {
      elk.setDimensions(node.width(), node.height());
    }
    placed.put(node.id(), elk);
  }

  private Node drawn(Node node) {
    ElkNode elk = placed.get(node.id());
    Point origin = origin(elk.getParent());
    return node.at(
        origin.x() + elk.getX(), origin.y() + elk.getY(), elk.getWidth(), elk.getHeight());
  }

  private static List<Point> points(ElkEdge line) {
    Point origin = origin(line.getContainingNode());
    ElkEdgeSection section = line.getSections().get(0);
    var points = new ArrayList<Point>();
    points.add(new Point(origin.x() + section.getStartX(), origin.y() + section.getStartY()));
    section
        .getBendPoints()
        .forEach(bend -> points.add(new Point(origin.x() + bend.getX(), origin.y() + bend.getY())));
    points.add(new Point(origin.x() + section.getEndX(), origin.y() + section.getEndY()));
    return points;
  }

  /** Where the coordinates of what stands in this node begin. */
  private static Point origin(ElkNode node) {
    double x = 0;
    double y = 0;
    for (ElkNode at = node; at.getParent() != null; at = at.getParent()) {
      x += at.getX();
      y += at.getY();
    }
    return new Point(x, y);
  }
}
