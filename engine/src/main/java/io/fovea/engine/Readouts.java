package io.fovea.engine;

import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/**
 * Brings wanted activations from their layouts to plain order, each when somebody reads it: piece
 * by piece, so that a piece is still in the second-level cache when it is copied on.
 */
final class Readouts {
  private static final long PIECE_BYTES = 512 << 10;

  /** A reorder of some channels of one item, and where its values go. */
  private record Piece(Step reorder, int targetOffset, int count) {}

  private final NativeScope scope;
  private final NativeNetwork network;
  private final NativeMemory memory;
  private final dnnl_stream stream;
  private final Map<String, Place> places;
  private final Map<String, List<Piece>> pieces = new HashMap<>();
  private Optional<NativeMemory> plain = Optional.empty();

  Readouts(
      NativeScope scope,
      NativeNetwork network,
      NativeMemory memory,
      dnnl_stream stream,
      Map<String, Place> places) {
    this.scope = scope;
    this.network = network;
    this.memory = memory;
    this.stream = stream;
    this.places = places;
  }

  Shape shape(String layer) {
    return places.get(layer).descriptor().shape();
  }

  /** Copies a layer's activation in N, C, H, W order. */
  void read(String layer, float[] target) {
    Place place = places.get(layer);
    if (place.layout() == Layout.PLAIN) {
      memory.get(place.buffer().offset(), target, 0, target.length);
      return;
    }
    for (Piece piece : pieces.computeIfAbsent(layer, this::pieces)) {
      piece.reorder.execute(stream);
      Status.check(dnnl.dnnl_stream_wait(stream), layer);
      plainMemory().get(0, target, piece.targetOffset, piece.count);
    }
  }

  /** Room for the largest piece, made when the first is read. */
  private NativeMemory plainMemory() {
    if (plain.isEmpty()) {
      long bytes =
          places.values().stream()
              .mapToLong(place -> 4L * pieceShape(place).elementCount())
              .max()
              .orElse(0);
      plain = Optional.of(NativeMemory.allocate(scope, bytes));
    }
    return plain.get();
  }

  /**
   * The whole tensor where it is small or oneDNN's own layout, else as many whole blocks of
   * channels of one item.
   */
  private static Shape pieceShape(Place place) {
    Shape shape = place.descriptor().shape();
    long planeBytes = 4L * shape.height() * shape.width();
    boolean small = planeBytes * shape.channels() * shape.batch() <= PIECE_BYTES;
    if (small || place.layout() == Layout.OPAQUE) {
      return shape;
    }
    int block = Hardware.channelBlock();
    int blocks = Math.toIntExact(Math.max(1, PIECE_BYTES / (planeBytes * block)));
    return Shape.of(1, Math.min(shape.channels(), blocks * block), shape.height(), shape.width());
  }

  private List<Piece> pieces(String layer) {
    Descriptor whole = places.get(layer).descriptor();
    Shape shape = whole.shape();
    Shape piece = pieceShape(places.get(layer));
    if (piece.equals(shape)) {
      return List.of(piece(layer, whole.handle(), shape, 0));
    }
    var all = new ArrayList<Piece>();
    for (int item = 0; item < shape.batch(); item++) {
      for (int first = 0; first < shape.channels(); first += piece.channels()) {
        int channels = Math.min(piece.channels(), shape.channels() - first);
        Shape part = Shape.of(1, channels, shape.height(), shape.width());
        int offset = (item * shape.channels() + first) * shape.height() * shape.width();
        var from = Descriptor.part(scope, whole, part, new long[] {item, first, 0, 0});
        all.add(piece(layer, from.handle(), part, offset));
      }
    }
    return all;
  }

  private Piece piece(String layer, dnnl_memory_desc from, Shape shape, int targetOffset) {
    var to = Descriptor.of(scope, shape, Layout.PLAIN).handle();
    var handle = new dnnl_primitive_desc();
    Status.check(
        dnnl.dnnl_reorder_primitive_desc_create(
            handle, from, network.engine(), to, network.engine(), null),
        layer);
    var description = PrimitiveDescription.own(scope, handle);
    long offset = places.get(layer).buffer().offset();
    var step =
        Step.of(
            scope,
            new PrimitiveInfo(layer, "read", description.implementation()),
            description.create(scope, layer),
            List.of(
                argument(layer, dnnl.DNNL_ARG_FROM, from, memory.address(offset)),
                argument(layer, dnnl.DNNL_ARG_TO, to, plainMemory().address(0))));
    return new Piece(step, targetOffset, shape.elementCount());
  }

  private Argument argument(String layer, int role, dnnl_memory_desc descriptor, Pointer address) {
    var object = new dnnl_memory();
    Status.check(dnnl.dnnl_memory_create(object, descriptor, network.engine(), address), layer);
    scope.own(object, dnnl::dnnl_memory_destroy);
    return new Argument(role, object, Optional.empty());
  }
}
