// A list to choose from above or below what it belongs to: completions, commands, the lines of a menu.
//
// The focus stays where it is; the list is told of by `aria-activedescendant`.
// Source: ARIA Authoring Practices Guide, "Combobox" and "Listbox".

import { freshId, h } from "./dom.js";

export class Listbox {
  /** A list for an element that keeps the focus, put into `place`. */
  constructor(owner, place, label) {
    this.owner = owner;
    this.list = h("ul", { role: "listbox", id: freshId("list"), "aria-label": label });
    this.box = h("div", { class: "listbox", hidden: true }, this.list);
    place.append(this.box);
    owner.setAttribute("aria-controls", this.list.id);
    this.hide();
  }

  get open() {
    return !this.box.hidden;
  }

  /** Shows items `{ label, detail, note, value }`; `at` is the one to be chosen unless the reader moves, -1 none. */
  show(items, at, pick) {
    if (items.length === 0) return this.hide();
    this.items = items;
    this.pick = pick;
    this.list.replaceChildren(...items.map((item, index) => this.row(item, index)));
    this.box.hidden = false;
    this.owner.setAttribute("aria-expanded", "true");
    this.mark(at);
  }

  row(item, index) {
    // The mouse must not take the focus from the owner.
    const attributes = { role: "option", id: freshId("option"), "aria-selected": "false", onmousedown: (event) => event.preventDefault() };
    const words = [h("span", { class: "label" }, item.label), item.note && h("span", { class: "note" }, item.note)];
    return h("li", { ...attributes, onclick: () => this.choose(index) }, h("span", { class: "words" }, words),
      item.detail && h("span", { class: "detail" }, item.detail));
  }

  hide() {
    this.box.hidden = true;
    this.items = [];
    this.at = -1;
    this.owner.setAttribute("aria-expanded", "false");
    this.owner.removeAttribute("aria-activedescendant");
  }

  mark(at) {
    this.at = at;
    [...this.list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === at)));
    const row = this.list.children[at];
    if (row) {
      this.owner.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    } else {
      this.owner.removeAttribute("aria-activedescendant");
    }
  }

  choose(at = this.at) {
    const item = this.items[at];
    if (!item) return false;
    const pick = this.pick;
    this.hide();
    pick(item);
    return true;
  }

  /** Whether the owner is typed into; a button has only the list. */
  get typed() {
    return this.owner.matches("input");
  }

  /** Tab takes what completes a text that was begun. Who only passes by takes nothing. */
  tab(event) {
    if (event.shiftKey || !this.typed || (this.at < 0 && !this.owner.value)) return false;
    event.preventDefault();
    return this.choose(Math.max(this.at, 0));
  }

  /** Takes a key; tells whether it was one of the list's. */
  key(event) {
    if (!this.open) return false;
    const [count, step] = [this.items.length, { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (step) this.mark(this.at < 0 && step < 0 ? count - 1 : (this.at + step + count) % count);
    else if (event.key === "Escape") this.hide();
    else if (event.key === "Tab") return this.tab(event);
    else if (event.key === "Home" && !this.typed) this.mark(0);
    else if (event.key === "End" && !this.typed) this.mark(count - 1);
    else if (event.key !== "Enter" || !this.choose()) return false;
    event.preventDefault();
    return true;
  }
}
