package io.fovea.app.server;

import io.fovea.zoo.Models;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the server is started with.
 *
 * @param models where networks are looked up by name
 * @param model name or path of the network that is shown first
 * @param input file that is shown first; else a drawn face
 * @param host name or address to listen on
 * @param port 0 for any that is free
 * @param folders whose labelled pictures may be trained with
 * @param threads how many threads compute
 */
public record PageOptions(
    Models models,
    String model,
    Optional<Path> input,
    String host,
    int port,
    List<Path> folders,
    int threads) {}
