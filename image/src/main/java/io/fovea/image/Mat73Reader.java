package io.fovea.image;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * Reads MATLAB files of version 7.3, which are HDF5 files: a numeric variable is a dataset of the
 * root group, its dimensions reversed, its MATLAB class in an attribute.
 *
 * <p>The file is read whole before jHDF sees it. From a file on disk, jHDF takes as much memory as
 * a damaged length claims, and rereads the last bytes until it is full; from memory, what lies
 * behind the end is refused at once.
 */
final class Mat73Reader {
  private static final Set<String> NUMERIC_CLASSES =
      Set.of(
          "double", "single", "logical", "int8", "uint8", "int16", "uint16", "int32", "uint32",
          "int64", "uint64");

  /** What a Java array can index. */
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private Mat73Reader() {}

  static NumericArray read(Path file, Optional<String> name, ArrayLimit limit) throws IOException {
    long length = Files.size(file);
    if (length > MOST_BYTES) {
      throw new ImageException(
          "the MATLAB 7.3 file has %,d bytes, more than the %,d that are read; save the variable alone"
              .formatted(length, MOST_BYTES));
    }
    try (var hdf = HdfFile.fromBytes(Files.readAllBytes(file))) {
      var variables = new ArrayList<MatReader.Variable>();
      for (var node : hdf) {
        if (!node.getName().startsWith("#")) {
          variables.add(variable(node));
        }
      }
      var chosen = MatReader.choose(variables, name);
      return array((Dataset) hdf.getChild(chosen.name()), length, limit);
    } catch (ImageException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw new ImageException(
          "the MATLAB 7.3 file (HDF5) is broken or cut after %,d bytes; copy or save it again"
              .formatted(length),
          e);
    }
  }

  private static MatReader.Variable variable(Node node) {
    var attribute = node.getAttribute("MATLAB_class");
    var type = attribute == null ? "double" : String.valueOf(attribute.getData());
    if (!NUMERIC_CLASSES.contains(type)) {
      return new MatReader.Variable(node.getName(), "of class " + type, false);
    }
    if (!(node instanceof Dataset dataset)) {
      var sparse = node.getAttribute("MATLAB_sparse") != null;
      return new MatReader.Variable(node.getName(), sparse ? "a sparse matrix" : "a group", false);
    }
    if (dataset.isCompound()) {
      return new MatReader.Variable(node.getName(), "complex", false);
    }
    boolean numbers =
        dataset.getDataType() instanceof FloatingPoint
            || dataset.getDataType() instanceof FixedPoint;
    return new MatReader.Variable(node.getName(), numbers ? type : "of another type", numbers);
  }

  private static NumericArray array(Dataset dataset, long fileBytes, ArrayLimit limit) {
    var dimensions = new ArrayList<Integer>();
    long count = 1;
    for (int size : dataset.getDimensions()) {
      dimensions.add(0, size);
    }
    if (dataset.getAttribute("MATLAB_empty") != null || dimensions.contains(0)) {
      throw new ImageException(
          "the variable " + dataset.getName() + " is empty and so holds no numbers");
    }
    long most = ArrayLimit.inflated(fileBytes) / dataset.getDataType().getSize();
    for (int size : dimensions) {
      count *= size;
      if (size < 0 || count > most) {
        throw new ImageException(
            "the variable %s claims to be %s, but the file has only %,d bytes; copy it again"
                .formatted(dataset.getName(), NumericArray.times(dimensions), fileBytes));
      }
    }
    int checked = limit.check(count);
    return NumericArray.ofColumnMajor(dimensions, floats(dataset.getDataFlat(), checked));
  }

  private static float[] floats(Object data, int count) {
    if (data instanceof float[] floats) {
      return floats;
    }
    var numbers = numbers(data);
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) numbers.applyAsDouble(i);
    }
    return values;
  }

  /** The numbers of the Java arrays that jHDF gives for the numeric types of HDF5. */
  private static IntToDoubleFunction numbers(Object data) {
    if (data instanceof double[] doubles) {
      return i -> doubles[i];
    }
    if (data instanceof byte[] bytes) {
      return i -> bytes[i];
    }
    if (data instanceof short[] shorts) {
      return i -> shorts[i];
    }
    if (data instanceof int[] ints) {
      return i -> ints[i];
    }
    if (data instanceof long[] longs) {
      return i -> longs[i];
    }
    if (data instanceof BigInteger[] large) {
      return i -> large[i].doubleValue();
    }
    return i -> ((Number) data).doubleValue();
  }
}
