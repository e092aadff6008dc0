// Elements from names, attributes and children. Texts become text nodes: nothing here reads markup.

/** An element. `on…` attributes are listeners; those that are false, null or undefined are left out. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

/** The element of an id. */
export const byId = (id) => document.getElementById(id);

let last = 0;

/** An id that no other element has. */
export const freshId = (prefix) => `${prefix}-${++last}`;

/** Says something to those who do not see the page. */
export function announce(text) {
  byId("spoken").textContent = text;
}
