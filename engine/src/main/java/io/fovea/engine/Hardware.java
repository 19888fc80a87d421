package io.fovea.engine;

import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/** What this processor offers oneDNN. */
final class Hardware {
  private record Isa(int mask, String name) {}

  private Hardware() {}

  /** The name of the widest instruction set in use, as oneDNN calls it. */
  static String instructionSet() {
    int effective = dnnl.dnnl_get_effective_cpu_isa();
    return known().stream()
        .filter(isa -> isa.mask == effective)
        .map(Isa::name)
        .findFirst()
        .orElse("isa 0x" + Integer.toHexString(effective));
  }

  /** Channels in a block: 16 with AVX-512, else 8. */
  static int channelBlock() {
    int avx512 = dnnl.dnnl_cpu_isa_avx512_core;
    return (dnnl.dnnl_get_effective_cpu_isa() & avx512) == avx512 ? 16 : 8;
  }

  private static List<Isa> known() {
    return List.of(
        new Isa(dnnl.dnnl_cpu_isa_sse41, "sse41"),
        new Isa(dnnl.dnnl_cpu_isa_avx, "avx"),
        new Isa(dnnl.dnnl_cpu_isa_avx2, "avx2"),
        new Isa(dnnl.dnnl_cpu_isa_avx2_vnni, "avx2_vnni"),
        new Isa(dnnl.dnnl_cpu_isa_avx2_vnni_2, "avx2_vnni_2"),
        new Isa(dnnl.dnnl_cpu_isa_avx512_core, "avx512_core"),
        new Isa(dnnl.dnnl_cpu_isa_avx512_core_vnni, "avx512_core_vnni"),
        new Isa(dnnl.dnnl_cpu_isa_avx512_core_bf16, "avx512_core_bf16"),
        new Isa(dnnl.dnnl_cpu_isa_avx10_1_512, "avx10_1_512"),
        new Isa(dnnl.dnnl_cpu_isa_avx10_1_512_amx, "avx10_1_512_amx"),
        new Isa(dnnl.dnnl_cpu_isa_avx10_1_512_amx_fp16, "avx10_1_512_amx_fp16"),
        new Isa(dnnl.dnnl_cpu_isa_avx10_2_512, "avx10_2_512"));
  }
}
