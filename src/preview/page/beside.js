// What stands beside the chat: the entries behind an answer, faults, golden questions, and why an answer came out as it did.

import * as api from "./api.js";
import { byId, h } from "./dom.js";

export class Beside {
  /** `ask(line)` asks a line in the chat. */
  constructor(ask) {
    this.ask = ask;
    this.tabs = [...document.querySelectorAll('[role="tab"]')];
    for (const tab of this.tabs) {
      tab.addEventListener("click", () => this.select(tab));
      tab.addEventListener("keydown", (event) => this.key(event, tab));
    }
    byId("golden-shown").addEventListener("change", () => this.showGolden());
    this.golden = [];
  }

  key(event, tab) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = { Home: 0, End: this.tabs.length - 1 }[event.key] ?? (this.tabs.indexOf(tab) + (step ?? 0) + this.tabs.length) % this.tabs.length;
    if (!step && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    this.select(this.tabs[at]);
    this.tabs[at].focus();
  }

  select(tab) {
    for (const one of this.tabs) {
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
      byId(one.getAttribute("aria-controls")).hidden = one !== tab;
    }
  }

  /** What lies behind an answer. How a question was read stays until the next one is typed: a press asks for entries. */
  showBehind({ line, entries, why }, typed) {
    const nothing = h("p", { class: "empty" }, "No entry stands behind this answer.");
    byId("panel-entry").replaceChildren(...(entries.length ? entries.map((entry) => shownEntry(entry)) : [nothing]));
    if (!typed && !why) return;
    const asked = line && h("p", {}, h("code", { class: "inline" }, line));
    const words = why ? h("pre", { tabindex: "0", "aria-label": "Why" }, why) : h("p", { class: "empty" }, "Nothing was looked up for this.");
    byId("panel-why").replaceChildren(...[asked, words].filter(Boolean));
  }

  /** What there is to see of the files. */
  showScene(scene) {
    const { faults, golden, checking } = scene;
    const errors = faults.filter((fault) => fault.severity === "error").length;
    byId("tab-faults").textContent = faults.length ? `Faults ${faults.length}` : "Faults";
    byId("tab-faults").classList.toggle("bad", errors > 0);
    const none = h("p", { class: "empty" }, checking ? "Style and golden questions are being looked at …" : "No fault is found.");
    byId("panel-faults").replaceChildren(...(faults.length ? faults.map(shownFault) : [none]));
    this.golden = golden;
    this.checking = checking;
    const right = golden.filter(asWished).length;
    byId("tab-golden").textContent = golden.length ? `Golden ${right}/${golden.length}` : "Golden";
    this.showGolden();
  }

  showGolden() {
    const missedOnly = byId("golden-shown").value === "missed";
    const shown = this.golden.filter((question) => !missedOnly || !asWished(question));
    const words = this.golden.length ? "All are answered as expected." : "There are no golden questions.";
    const none = h("p", { class: "empty" }, this.checking ? "They are being asked …" : words);
    byId("golden-list").replaceChildren(...(shown.length ? [h("ul", {}, shown.map((question) => this.question(question)))] : [none]));
  }

  question(question) {
    const [word, sign] = STATES[question.verdict] ?? ["no request", "!"];
    const expected = question.expect.length ? question.expect.join(", ") : "nothing: it is not here";
    const known = question.known_miss && `known: ${question.known_miss}`;
    return h("li", { class: asWished(question) ? "right" : "missed" },
      h("button", { type: "button", class: "line", onclick: () => this.ask(question.line) }, question.line),
      h("div", { class: "state" }, h("span", { class: "verdict" }, `${sign} ${word}`), ` ${question.class} · ${expected}`),
      known && h("div", { class: "state" }, known), h("div", { class: "where" }, `${question.file}:${question.row}`));
  }
}

const STATES = { right: ["right", "✓"], wrong: ["wrong", "✗"], near: ["near", "≈"], unanswered: ["unanswered", "–"] };

const asWished = (question) => question.verdict === "right";

function shownFault(fault) {
  const [label] = fault.labels;
  const where = label ? `${label.file}:${label.line}:${label.column}` : "the folder";
  return h("section", { class: `fault ${fault.severity}` },
    h("h3", {}, h("span", { class: "severity" }, fault.severity), ` ${fault.code}`), h("div", { class: "where" }, where),
    h("pre", { tabindex: "0", "aria-label": fault.message }, fault.drawn));
}

function shownEntry(entry) {
  const code = h("pre", { class: "toml", tabindex: "0", "aria-label": `TOML of ${entry.id}` }, toml(entry.toml));
  const section = h("section", { class: "entry" }, h("h3", {}, entry.title),
    h("div", { class: "where" }, `${entry.kind} · ${entry.file}:${entry.line}`), code);
  if (entry.facts.length) {
    const rows = entry.facts.map(({ id, title }) => h("li", {}, h("button", { type: "button", class: "line", onclick: (event) => expand(event, id) }, title)));
    section.append(h("details", {}, h("summary", {}, entry.facts.length === 1 ? "One fact about it" : `${entry.facts.length} facts about it`), h("ul", {}, rows)));
  }
  return section;
}

async function expand(event, id) {
  const row = event.currentTarget.parentElement;
  const old = row.querySelector(".entry, .empty");
  if (old) return old.remove();
  try {
    row.append(shownEntry(await api.entry(id)));
  } catch (error) {
    row.append(h("p", { class: "empty" }, error.message));
  }
}

const TOML = /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'[^'\n]*')|(#[^\n]*)|(^\s*\[\[?[^\]\n]*\]\]?)|(^\s*[A-Za-z0-9_-]+(?=\s*=))/gm;

/** A text of TOML in colours. */
function toml(text) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(TOML)) {
    const kind = ["string", "comment", "table", "key"][found.slice(1).findIndex((part) => part !== undefined)];
    nodes.push(text.slice(at, found.index), h("span", { class: kind }, found[0]));
    at = found.index + found[0].length;
  }
  return [...nodes, text.slice(at)];
}
