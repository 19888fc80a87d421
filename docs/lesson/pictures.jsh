// Makes the pictures of the lesson, from what its commands and lines leave in fovea-samples:
//   ./fovea shell docs/lesson/pictures.jsh

import io.fovea.network.*

var net = load("squeezenet-caltech101")
var face = imread("fovea-samples/face.png")
void write(Picture picture, String name) { imwrite(picture, "docs/lesson/" + name); }

// Some channels of an activation, from 0, side by side.
Montage strip(LayerActivation all, int... channels) {
  int plane = all.shape().height() * all.shape().width();
  var values = new float[channels.length * plane];
  for (int i = 0; i < channels.length; i++) {
    System.arraycopy(all.channel(channels[i]).tensor().toArray(), 0, values, i * plane, plane);
  }
  var shape = Shape.of(1, channels.length, all.shape().height(), all.shape().width());
  return Montage.of(Tensor.wrap(shape, values)).withGrid(1, channels.length).withBorder(2);
}

// Each pixel as a square of so many.
Picture enlarge(Picture small, int times) {
  int width = small.width() * times;
  int colours = small.channels();
  var samples = new byte[small.height() * times * width * colours];
  for (int i = 0; i < samples.length; i++) {
    int pixel = i / colours;
    samples[i] = (byte) small.sample(pixel / width / times, pixel % width / times, i % colours);
  }
  return Picture.of(small.height() * times, width, colours, samples);
}

// Pictures of the same height, side by side.
Picture beside(Picture... pictures) {
  int height = pictures[0].height();
  int width = pictures.length * height;
  var samples = new byte[height * width * 3];
  for (int i = 0; i < samples.length; i++) {
    int column = i / 3 % width;
    samples[i] = (byte) pictures[column / height].sample(i / 3 / width, column % height, i % 3);
  }
  return Picture.of(height, width, 3, samples);
}

// A filter of conv1 in colour: a weight of 0 is a middle gray, its largest weight black or white.
Picture filter(int index) {
  var all = ((Convolution2d) net.network().layer("conv1")).weights().toArray();
  var own = Arrays.copyOfRange(all, index * 27, index * 27 + 27);
  float most = 0;
  for (float weight : own) {
    most = Math.max(most, Math.abs(weight));
  }
  var samples = new byte[27];
  for (int i = 0; i < 27; i++) { // its order is colour, row, column; a picture's row, column, colour
    samples[i] = (byte) Math.round(127.5 + 127.5 * own[i % 3 * 9 + i / 3] / most);
  }
  var framed = new byte[5 * 5 * 3];
  Arrays.fill(framed, (byte) 255);
  for (int i = 0; i < 27; i++) {
    framed[((i / 9 + 1) * 5 + i / 3 % 3 + 1) * 3 + i % 3] = samples[i];
  }
  return enlarge(Picture.of(5, 5, 3, framed), 20);
}

Picture figure(String name) {
  return imresize(imread("fovea-samples/figures/" + name + "/1.png"), 56, 56);
}

var conv1 = activations(net, face, "conv1")
var relu = activations(net, face, "relu_conv1")
var pool1 = activations(net, face, "pool1")
var places = activations(net, face, "relu_conv10")

write(imresize(net.card().preprocessing().picture(face, 227, 227), 128, 128), "input.png")
write(Montage.of(conv1.tensor()).withThumbnailSize(38, 38).render(), "conv1-raw.png")
write(Montage.of(conv1.tensor()).withScale(mat2gray()).withThumbnailSize(38, 38).render(), "conv1.png")
write(beside(filter(3), filter(11), filter(38), filter(40)), "filters.png")
write(strip(conv1, 3, 11, 38, 40).withScale(Scale.parse("-4:4")).render(), "channels.png")
write(beside(strip(conv1, 11).withScale(Scale.parse("-6:6")).render().toRgb(), strip(relu, 11).withScale(Scale.parse("-6:6")).render().toRgb()), "relu.png")
write(strip(pool1, 3, 11, 38, 40).withScale(Scale.parse("0:4")).render(), "pool.png")
write(enlarge(strip(places, 0).withBorder(0).withScale(mat2gray()).render(), 8), "places.png")
write(beside(figure("circle"), figure("square"), figure("triangle")), "figures.png")
/exit
