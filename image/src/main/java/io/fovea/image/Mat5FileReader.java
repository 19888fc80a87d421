package io.fovea.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.format.Mat5Reader.EntryFilter;
import us.hebi.matlab.mat.format.Mat5Reader.EntryHeader;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/**
 * Reads MATLAB files of versions 5 to 7, compressed or not, in either byte order. A first pass
 * looks at the headers of all variables, a second reads the chosen one.
 */
final class Mat5FileReader {
  private static final Map<MatlabType, String> REFUSED =
      Map.of(
          MatlabType.Cell, "a cell array",
          MatlabType.Structure, "a struct",
          MatlabType.Object, "an object",
          MatlabType.Character, "text",
          MatlabType.Sparse, "a sparse matrix",
          MatlabType.Function, "a function handle",
          MatlabType.Opaque, "an object");
  private static final long MOST_BYTES = 1L << 30;
  private static final long LONGEST_NAME = 1 << 16;

  private Mat5FileReader() {}

  static NumericArray read(Path file, Optional<String> name, ArrayLimit limit) throws IOException {
    long length = Files.size(file);
    if (length > MOST_BYTES) {
      throw new ImageException(
          "the file has %,d bytes, more than the %,d that are read of this version; save it with -v7.3"
              .formatted(length, MOST_BYTES));
    }
    var bytes = Files.readAllBytes(file);
    Mat5Elements.check(bytes);
    var variables = new ArrayList<MatReader.Variable>();
    entries(bytes, limit, header -> !variables.add(variable(header)));
    var chosen = MatReader.choose(variables, name);
    var mat =
        entries(
            bytes, limit, header -> isThis(header, chosen) && fits(header, bytes.length, limit));
    for (var entry : mat.getEntries()) {
      if (entry.getValue() instanceof Matrix matrix) {
        return array(matrix);
      }
    }
    throw new ImageException("the variable " + chosen.name() + " can't be read; save it again");
  }

  private static Mat5File entries(byte[] bytes, ArrayLimit limit, EntryFilter filter)
      throws IOException {
    try {
      return Mat5.newReader(Sources.wrap(ByteBuffer.wrap(bytes)))
          .setEntryFilter(filter)
          .setBufferAllocator(new Limited(Math.min(ArrayLimit.inflated(bytes.length), most(limit))))
          .disableSubsystemProcessing()
          .readMat();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      if (e.getCause() instanceof ImageException own) { // MFL wraps whatever is thrown inside
        throw own;
      }
      throw new ImageException(
          "the MATLAB file is broken or cut after %,d bytes; copy or save it again"
              .formatted(bytes.length),
          e);
    }
  }

  /** Bytes of a variable's numbers, or of its name and sizes. */
  private static long most(ArrayLimit limit) {
    return Math.max(LONGEST_NAME, limit.numbers() * Double.BYTES);
  }

  private static MatReader.Variable variable(EntryHeader header) {
    if (REFUSED.containsKey(header.getType())) {
      return new MatReader.Variable(header.getName(), REFUSED.get(header.getType()), false);
    }
    return header.isComplex()
        ? new MatReader.Variable(header.getName(), "complex", false)
        : new MatReader.Variable(header.getName(), header.getType().toString(), true);
  }

  private static boolean isThis(EntryHeader header, MatReader.Variable chosen) {
    return variable(header).equals(chosen);
  }

  /** A number takes at least a byte, deflated or not. */
  private static boolean fits(EntryHeader header, long fileBytes, ArrayLimit limit) {
    var sizes = Arrays.stream(header.getDimensions()).boxed().toList();
    long count = 1;
    for (int size : sizes) {
      if (size < 1) {
        throw new ImageException(
            "the variable %s is %s and so holds no numbers"
                .formatted(header.getName(), NumericArray.times(sizes)));
      }
      count *= size;
      if (count > ArrayLimit.inflated(fileBytes)) {
        throw new ImageException(
            "the variable %s claims to be %s, but the file has only %,d bytes; copy it again"
                .formatted(header.getName(), NumericArray.times(sizes), fileBytes));
      }
    }
    limit.check(count);
    return true;
  }

  private static NumericArray array(Matrix matrix) {
    var dimensions = Arrays.stream(matrix.getDimensions()).boxed().toList();
    var values = new float[matrix.getNumElements()];
    boolean unsigned = matrix.getType() == MatlabType.UInt64;
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = unsigned ? NpyType.ofUnsigned(matrix.getLong(i)) : (float) matrix.getDouble(i);
      }
    } catch (RuntimeException e) {
      throw new ImageException(
          "the variable claims to be %s, but holds fewer numbers; copy or save the file again"
              .formatted(NumericArray.times(dimensions)),
          e);
    }
    return NumericArray.ofColumnMajor(dimensions, values);
  }

  /** Gives no more memory at once than the file can fill, or so many numbers take. */
  private record Limited(long mostBytes) implements BufferAllocator {
    @Override
    public ByteBuffer allocate(int bytes) {
      if (bytes < 0 || bytes > mostBytes) {
        throw new ImageException(
            "a variable claims %,d bytes, more than it can hold; copy the file again"
                .formatted(bytes));
      }
      return ByteBuffer.allocate(bytes);
    }

    @Override
    public void release(ByteBuffer buffer) {
      // Memory on the heap needs no release.
    }
  }
}
