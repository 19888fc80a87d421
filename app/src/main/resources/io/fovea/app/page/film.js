// Moving pictures: a camera, or a film that was opened. Each is given as the network takes it.

/** Opens a camera; fails as the browser says why not. */
export async function openCamera(id) {
  if (!navigator.mediaDevices) throw Object.assign(new Error(), { name: 'InsecureError' });
  const video = id ? { deviceId: { exact: id } } : { facingMode: 'user' };
  const stream = await navigator.mediaDevices.getUserMedia({ video });
  const [track] = stream.getVideoTracks();
  const letGo = () => stream.getTracks().forEach((each) => each.stop());
  try {
    const film = await play((element) => (element.srcObject = stream));
    return {
      ...film,
      name: track.label,
      id: track.getSettings().deviceId,
      onEnd: (listener) => track.addEventListener('ended', listener),
      close() {
        letGo();
        film.close();
      },
    };
  } catch (error) {
    letGo();
    throw error;
  }
}

/** The cameras there are: [{id, name}]. */
export async function cameras() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((each) => each.kind === 'videoinput')
    .map((each, place) => ({ id: each.deviceId, name: each.label || String(place + 1) }));
}

/** Plays a file, without sound and without end. */
export async function openFilm(file) {
  const address = URL.createObjectURL(file);
  try {
    const film = await play((element) => (element.src = address));
    return {
      ...film,
      name: file.name,
      onEnd() {},
      close() {
        film.close();
        URL.revokeObjectURL(address);
      },
    };
  } catch (error) {
    URL.revokeObjectURL(address);
    throw error;
  }
}

async function play(give) {
  const element = document.createElement('video');
  Object.assign(element, { muted: true, loop: true, playsInline: true });
  const failed = new Promise((any, fail) => {
    element.addEventListener('error', () => fail(Object.assign(new Error(), { name: 'FilmError' })), { once: true });
  });
  give(element);
  await Promise.race([element.play(), failed]);
  return {
    height: element.videoHeight,
    width: element.videoWidth,
    /** Calls once when the next picture is there. */
    next(listener) {
      if (element.requestVideoFrameCallback) element.requestVideoFrameCallback(listener);
      else requestAnimationFrame(listener);
    },
    /** Draws the part that the network sees onto a canvas of the network's size. */
    draw: (canvas, resize) => draw(element, canvas, resize),
    /** The picture that is shown now, whole, as a PNG. */
    still: () => still(element),
    pause: () => element.pause(),
    resume: () => element.play(),
    close() {
      element.pause();
      element.removeAttribute('src');
      element.srcObject = null;
    },
  };
}

/** As the network's card says: the short side to a length and the middle, or both sides stretched. */
function draw(element, canvas, { crop, shortSide }) {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const [height, width] = [element.videoHeight, element.videoWidth];
  if (!height) return null;
  let part = [0, 0, width, height];
  if (crop) {
    const shorter = Math.min(height, width);
    const side = Math.max(shortSide, (canvas.height * shorter) / height, (canvas.width * shorter) / width);
    const [high, wide] = [(canvas.height * shorter) / side, (canvas.width * shorter) / side];
    part = [(width - wide) / 2, (height - high) / 2, wide, high];
  }
  context.imageSmoothingQuality = 'medium'; // low leaves pixels out of a large picture
  context.drawImage(element, ...part, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

async function still(element) {
  const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight);
  canvas.getContext('2d').drawImage(element, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
