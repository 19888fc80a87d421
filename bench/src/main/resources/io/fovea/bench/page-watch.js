// Put into the page before its own modules: tells when the page shows what is waited for. All times
// are the browser's, in milliseconds since the page's own beginning (performance.timeOrigin).
(() => {
  const one = (selector) => document.querySelector(selector);
  const asked = (name) => new URLSearchParams(location.search).get(name);

  const scores = () => one('.scores li') !== null;
  const thumbnails = () =>
    Boolean(asked('input')) &&
    one('fovea-graph')?.dataset.painted === asked('input') &&
    one('fovea-graph .thumbnail.skeleton') === null;
  const layer = () =>
    one('.bars')?.dataset.layer === asked('layer') ||
    Boolean(one('fovea-montage')?.dataset.painted?.startsWith(`${asked('layer')} `));
  const filters = () =>
    one('.find')?.getAttribute('aria-busy') === 'false' && one('.find .found fovea-gray') !== null;

  /** What can be waited for; each gives the question that is then asked after every change. */
  const waits = {
    page: () => () => scores() && thumbnails() && layer(),
    picture: () => {
      const before = asked('input');
      return () => asked('input') !== before && scores() && thumbnails();
    },
    layer: () => {
      const before = asked('layer');
      return () => asked('layer') !== before && layer();
    },
    filters: () => filters,
  };

  /** When the frame is through that shows what is now in the page: at the latest then it is seen. */
  const shown = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      }),
    );

  const watch = {
    result: null,

    /** Waits for something, from the next event of a type, or from the page's beginning. */
    arm(what, type) {
      let start = type ? undefined : 0;
      const isThere = waits[what]();
      if (type) {
        addEventListener(type, (event) => (start = event.timeStamp), { capture: true, once: true });
      }
      watch.result = new Promise((resolve) => {
        const observer = new MutationObserver(async () => {
          if (start === undefined || !isThere()) return;
          observer.disconnect();
          const painted = performance.now();
          resolve({ origin: performance.timeOrigin, start, painted, shown: await shown() });
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
      });
    },

    /** Until no answer is awaited any more, at two frames one after the other. */
    async rest() {
      for (let still = 0; still < 2; ) {
        await new Promise(requestAnimationFrame);
        still = one('.waiting.on') || one('.find[aria-busy="true"]') ? 0 : still + 1;
      }
    },

    /** Bytes that came over the network, heads included: {page, data, requests}. */
    bytes() {
      const all = [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ];
      const sum = (which) =>
        all.filter(which).reduce((bytes, entry) => bytes + entry.transferSize, 0);
      const isData = (entry) => new URL(entry.name).pathname.split('/')[2] === 'api';
      return { page: sum((entry) => !isData(entry)), data: sum(isData), requests: all.length };
    },
  };
  window.foveaWatch = watch;
  watch.arm('page');
})();
