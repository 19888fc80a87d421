package io.fovea.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;

/** TIFF: TwelveMonkeys' reader decodes the first page. */
final class TiffDecoder implements Decoder {
  private final PixelLimit limit;

  TiffDecoder(PixelLimit limit) {
    this.limit = limit;
  }

  @Override
  public Picture decode(byte[] file, ColourProfile profile) {
    var reader = new TIFFImageReaderSpi().createReaderInstance(null);
    var image = ImageIoCall.read("TIFF", reader, file, limit);
    return Exif.orientation(file).upright(Samples.of("TIFF", image, profile));
  }
}
