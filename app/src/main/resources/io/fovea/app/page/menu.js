// What a popover needs to be a menu: its place below its button, and the keys.

/** Opens a menu below its button, or above where there is no room, and goes into it. */
export function placeMenu(event) {
  const menu = event.currentTarget;
  const button = document.querySelector(`[popovertarget="${menu.id}"]`);
  button.setAttribute('aria-expanded', String(event.newState === 'open'));
  if (event.newState !== 'open') {
    if (document.activeElement === document.body) button.focus();
    return;
  }
  const at = button.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = menu;
  const below = at.bottom + 4;
  const top = below + offsetHeight > innerHeight ? Math.max(4, at.top - offsetHeight - 4) : below;
  menu.style.left = `${Math.max(4, Math.min(at.left, innerWidth - offsetWidth - 4))}px`;
  menu.style.top = `${top}px`;
  items(menu)[0].focus();
}

/** Arrows go round, Home and End to the ends; Escape is the popover's own. No key goes further. */
export function moveInMenu(event) {
  event.stopPropagation();
  const all = items(event.currentTarget);
  const at = all.indexOf(document.activeElement);
  const to = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at + all.length - 1) % all.length,
    Home: 0,
    End: all.length - 1,
  }[event.key];
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  all[to].focus();
}

/** A choice closes the menu. */
export function closeMenu(event) {
  if (event.target.closest('[role=menuitem]')) event.currentTarget.hidePopover();
}

function items(menu) {
  return [...menu.querySelectorAll('[role=menuitem]')];
}
