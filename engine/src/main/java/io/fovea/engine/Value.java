package io.fovea.engine;

import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** A layer's activation while a plan is compiled: the places that it lies in, the first first. */
final class Value {
  private final List<Place> places = new ArrayList<>();

  Value(Place place) {
    places.add(place);
  }

  /** Where its layer put it. */
  Place place() {
    return places.get(0);
  }

  Shape shape() {
    return place().descriptor().shape();
  }

  List<Place> places() {
    return places;
  }
}
