package io.fovea.app.server;

import com.grack.nanojson.JsonWriter;
import io.fovea.Net;
import io.fovea.image.ArrayReader;
import io.fovea.image.ColorMap;
import io.fovea.image.Montage;
import io.fovea.image.NumericArray;
import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import io.fovea.image.Scale;
import io.fovea.network.ImageInput;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;

/** Inputs that a page sends, and how it sees them. */
final class InputRoutes {
  private final Nets nets;
  private final Inputs inputs;

  InputRoutes(Nets nets, Inputs inputs) {
    this.nets = nets;
    this.inputs = inputs;
  }

  void add(JavalinDefaultRoutingApi routes, String api) {
    routes.post(api + "inputs", this::take);
    PageServer.json(routes, api + "inputs", query -> inputs.get(query.text("input")).toJson());
    routes.get(api + "inputs/picture", this::picture);
  }

  private void take(Context request) throws IOException {
    String name = new Query(request).text("name");
    Inputs.checkLength(FileName.of(name), request.contentLength());
    try (InputStream body = request.bodyInputStream()) {
      request
          .contentType("application/json")
          .result(JsonWriter.string(inputs.take(name, body).toJson()));
    }
  }

  /** What the network sees: the picture at its input's size, or the array's numbers as grays. */
  private void picture(Context request) {
    var query = new Query(request);
    Net net = nets.get(query.text("model"));
    PageInput input = inputs.get(query.text("input"));
    Picture picture = seen(net, input);
    request.contentType("image/png").result(picture.toPng());
  }

  /** The picture at the network's input size, or the numbers of an array in colours. */
  static Picture seen(Net net, PageInput input) {
    ImageInput own = OneInput.of(net);
    if (input.kind().equals("picture")) {
      Picture whole = PictureReader.read(input.file(), net.card().preprocessing().colourProfile());
      return net.card().preprocessing().picture(whole, own.size().height(), own.size().width());
    }
    NumericArray array = ArrayReader.read(input.file());
    Tensor tensor = array.dimensions().size() == 2 ? array.toTensor(1) : net.prepare(input.input());
    Shape plane = Shape.of(1, 1, tensor.shape().height(), tensor.shape().width());
    var values = new float[plane.elementCount()];
    tensor.channel(0, 0).duplicate().get(values);
    return Montage.of(Tensor.wrap(plane, values))
        .withScale(Scale.layer())
        .withColorMap(ColorMap.VIRIDIS)
        .render();
  }
}
