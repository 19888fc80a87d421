// A wait that is shorter than a blink isn't one: what tells of it begins late, and draws nothing before.

/** How long a blink is, in milliseconds. */
export const SHORT = 200;

/** A function that is told whether an element waits: one that does so for long is of a class. */
export function lateMark(element, name = 'late') {
  let timer = 0;
  return (waits) => {
    if (waits === Boolean(timer)) return;
    clearTimeout(timer);
    timer = waits ? setTimeout(() => element.classList.add(name), SHORT) : 0;
    if (!waits) element.classList.remove(name);
  };
}
