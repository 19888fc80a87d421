package io.fovea.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/**
 * How many threads oneDNN's primitives use when the calling thread creates or executes them; the
 * one class that touches process-wide native state. OpenMP keeps the number for each calling
 * thread.
 */
final class Threads {
  /** Names of the OpenMP library beside oneDNN's, by platform. */
  private static final List<String> OPENMP =
      List.of("libgomp.so.1", "libomp.dylib", "libiomp5.dylib", "libgomp-1.dll", "vcomp140.dll");

  private static final String ALLOWED = "Cpus_allowed_list:";

  /** What the calling thread has set; empty as long as it is OpenMP's default. */
  private static final ThreadLocal<Integer> CURRENT = ThreadLocal.withInitial(Threads::initial);

  private Threads() {}

  /** The number of processors. */
  static int all() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Makes the calling thread use so many from here on. */
  static void use(int threads) {
    if (CURRENT.get() != threads) {
      Setter.FUNCTION.invoke(new Object[] {threads});
      CURRENT.set(threads);
    }
  }

  /**
   * OpenMP's default: OMP_NUM_THREADS, else the processors that the process may run on, which a
   * container's quota doesn't change. Loading JNA costs a start noticeable time, so the common case
   * shouldn't need it; -1 where the default isn't known.
   */
  private static int initial() {
    String configured = System.getenv("OMP_NUM_THREADS");
    if (configured != null) {
      return parse(configured.strip());
    }
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith(ALLOWED))
          .mapToInt(line -> count(line.substring(ALLOWED.length()).strip()))
          .findFirst()
          .orElse(-1);
    } catch (IOException | RuntimeException e) {
      return -1; // Not Linux: the number is set once, whatever it was.
    }
  }

  /** How many processors a list such as {@code 0-3,8} names; -1 where it can't be read. */
  static int count(String list) {
    int count = 0;
    for (String range : list.split(",")) {
      String[] ends = range.split("-");
      int first = parse(ends[0]);
      int last = parse(ends[ends.length - 1]);
      if (first < 0 || last < first) {
        return -1;
      }
      count += last - first + 1;
    }
    return count;
  }

  private static int parse(String number) {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static final class Setter {
    private static final Function FUNCTION = load();

    private static Function load() {
      Path folder = Path.of(Loader.load(dnnl.class)).resolveSibling("");
      for (String name : OPENMP) {
        Path library = folder.resolve(name);
        if (Files.exists(library)) {
          return NativeLibrary.getInstance(library.toString()).getFunction("omp_set_num_threads");
        }
      }
      throw new EngineException(
          "the number of threads can't be set on this platform; leave it out and set the"
              + " environment variable OMP_NUM_THREADS instead");
    }
  }
}
