package io.fovea.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
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
   * OpenMP's default: OMP_NUM_THREADS, else every processor. Loading JNA takes a tenth of a second,
   * so the common case shouldn't need it.
   */
  private static int initial() {
    String configured = System.getenv("OMP_NUM_THREADS");
    if (configured == null) {
      return all();
    }
    try {
      return Integer.parseInt(configured.strip());
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
