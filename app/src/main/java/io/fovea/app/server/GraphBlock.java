package io.fovea.app.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A block of layers that repeats in a network.
 *
 * @param id what the page calls it by: no layer and no other block has it
 * @param label what people read: what its layers' names begin with, else "block 3"
 * @param layers the names of its layers, in the network's order
 * @param flow its layers step by step: a list a step, of its branches side by side, of the layers
 *     of each in order
 */
record GraphBlock(String id, String label, List<String> layers, List<List<List<String>>> flow) {
  private static final String ID_OF_TAKEN_LABEL = "%s (block)";

  /** Blocks of the layers at these positions, in the network's order. */
  static List<GraphBlock> of(GraphLinks links, List<? extends Collection<Integer>> found) {
    var taken = new HashSet<String>();
    for (int at = 0; at < links.size(); at++) {
      taken.add(links.layer(at).name());
    }
    List<List<String>> names = new ArrayList<>();
    for (Collection<Integer> block : found) {
      names.add(block.stream().map(each -> links.layer(each).name()).toList());
    }
    List<String> labels = GraphLabels.of(names);
    var blocks = new ArrayList<GraphBlock>();
    for (int i = 0; i < found.size(); i++) {
      blocks.add(
          new GraphBlock(
              free(labels.get(i), taken),
              labels.get(i),
              names.get(i),
              GraphFlow.of(links, found.get(i))));
    }
    return blocks;
  }

  private static String free(String label, Set<String> taken) {
    String id = label;
    while (!taken.add(id)) {
      id = ID_OF_TAKEN_LABEL.formatted(id);
    }
    return id;
  }
}
