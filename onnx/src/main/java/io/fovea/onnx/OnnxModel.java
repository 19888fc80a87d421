package io.fovea.onnx;

import io.fovea.network.Network;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an ONNX file holds: a network, and what the file says about itself.
 *
 * <p>The network's weights may lie in the file, mapped into memory: the file must not be changed in
 * place while the network is in use.
 *
 * @param network image inputs named as the graph's, a layer a node that the graph's outputs need,
 *     and a classification output where the one output of the graph is a softmax over the channels
 *     of a 1 × 1 activation
 * @param metadata the file's own {@code metadata_props}
 * @param producer name and version of the program that wrote the file; empty where not given
 * @param irVersion version of the file format
 * @param opsets version of each operator set by its domain; ONNX's own domain is {@code ai.onnx}
 * @param outputs the layer that gives each output of the graph, by the output's name
 * @param assumedSizes the image inputs whose height or width the file leaves open, so that {@value
 *     ImageInputMapping#DEFAULT_SIZE} was assumed
 */
public record OnnxModel(
    Network network,
    Map<String, String> metadata,
    String producer,
    long irVersion,
    Map<String, Long> opsets,
    Map<String, String> outputs,
    List<String> assumedSizes) {

  /** Keeps copies of the collections, in their order. */
  public OnnxModel {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    opsets = Collections.unmodifiableMap(new LinkedHashMap<>(opsets));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    assumedSizes = List.copyOf(assumedSizes);
  }
}
