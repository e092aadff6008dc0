// Discord's Markdown as its clients show it, as nodes of the page.
//
// Source: Discord's help pages "Markdown Text 101" and "Markdown Text 102"; what they leave open is as the desktop client does
// it: emphasis may run over lines, blocks begin at the start of a line, and a marker without its end is text.

import { h } from "./dom.js";

/** The nodes of a text. `full` reads headings, lists and links with words, which a title does not have. */
export function markdown(text, full = true) {
  const reader = new Reader(full);
  return full ? reader.blocks(text, false) : reader.inline(text);
}

const HEADING = /^(#{1,3})[ ]+(?!\s)([^\n]+)(?:\n|$)/;
const SUBTEXT = /^-#[ ]+(?!\s)([^\n]+)(?:\n|$)/;
const QUOTE = /^>[ ]([^\n]*)(?:\n|$)/;
const QUOTE_REST = /^>>>[ ]([\s\S]*)$/;
const ITEM = /^([ ]*)(?:[-*+]|(\d{1,9})\.)[ ]+([^\n]*)(?:\n|$)/;
const FENCE = /^```(?:([a-z0-9_+\-.#]*)\n)?\n*([\s\S]*?)\n*```\n?/i;

class Reader {
  constructor(full) {
    this.full = full;
  }

  blocks(text, quoted) {
    const nodes = [];
    let plain = "";
    const flush = () => {
      if (plain) nodes.push(...this.inline(plain));
      plain = "";
    };
    let rest = text;
    while (rest) {
      const block = this.block(rest, quoted);
      if (block) {
        flush();
        nodes.push(block.node);
        rest = rest.slice(block.length);
        continue;
      }
      const end = this.lineEnd(rest);
      plain += rest.slice(0, end);
      rest = rest.slice(end);
    }
    flush();
    return nodes;
  }

  /** Where the next line begins: what is fenced or emphasised over lines belongs to one stretch. */
  lineEnd(text) {
    let at = 0;
    while (at < text.length && text[at] !== "\n") {
      if (text[at] === "\\") at += 2;
      else if (text.startsWith("```", at)) {
        const fence = FENCE.exec(text.slice(at));
        if (fence) return at || fence[0].length;
        at += 3;
      } else at += 1;
    }
    return Math.min(at + 1, text.length);
  }

  block(text, quoted) {
    let found = FENCE.exec(text);
    if (found && found[2].trim()) {
      const code = h("code", {}, found[2]);
      return { node: h("pre", { class: "fence", tabindex: "0", "aria-label": "Code" }, code), length: found[0].length };
    }
    if ((found = HEADING.exec(text))) {
      const level = found[1].length;
      const attributes = { class: `heading level-${level}`, role: "heading", "aria-level": String(level + 2) };
      return { node: h("div", attributes, this.inline(found[2].replace(/\s+#+\s*$/, ""))), length: found[0].length };
    }
    if ((found = SUBTEXT.exec(text))) {
      return { node: h("div", { class: "subtext" }, this.inline(found[1])), length: found[0].length };
    }
    if (!quoted && (found = QUOTE_REST.exec(text))) {
      return { node: h("blockquote", {}, this.blocks(found[1], true)), length: found[0].length };
    }
    if (!quoted && QUOTE.test(text)) return this.quote(text);
    if (ITEM.test(text)) return this.list(text);
    return null;
  }

  quote(text) {
    let [inner, length] = ["", 0];
    for (let found; (found = QUOTE.exec(text.slice(length))); length += found[0].length) inner += `${found[1]}\n`;
    return { node: h("blockquote", {}, this.blocks(inner.replace(/\n$/, ""), true)), length };
  }

  list(text) {
    const items = [];
    let length = 0;
    for (let found; (found = ITEM.exec(text.slice(length))); length += found[0].length) {
      items.push({ depth: Math.floor(found[1].length / 2), number: found[2], text: found[3] });
    }
    return { node: this.nested(items, 0, items.length), length };
  }

  nested(items, from, to) {
    const ordered = items[from].number !== undefined;
    const list = h(ordered ? "ol" : "ul", ordered ? { start: items[from].number } : {});
    for (let at = from; at < to; ) {
      let next = at + 1;
      while (next < to && items[next].depth > items[from].depth) next += 1;
      const below = next > at + 1 ? this.nested(items, at + 1, next) : null;
      list.append(h("li", {}, this.inline(items[at].text), below));
      at = next;
    }
    return list;
  }

  inline(text) {
    const nodes = [];
    let plain = "";
    const flush = () => {
      if (plain) nodes.push(...lines(plain));
      plain = "";
    };
    let at = 0;
    while (at < text.length) {
      const found = this.span(text, at);
      if (found) {
        flush();
        if (found.node) nodes.push(found.node);
        else plain += found.text;
        at += found.length;
      } else {
        const whole = String.fromCodePoint(text.codePointAt(at));
        plain += whole;
        at += whole.length;
      }
    }
    flush();
    return nodes;
  }

  span(text, at) {
    const rest = text.slice(at);
    const c = text[at];
    let found;
    if (c === "\\" && (found = /^\\([^0-9A-Za-z\s])/u.exec(rest))) return { text: found[1], length: found[0].length };
    if (c === "`") return code(rest);
    if (c === "<") return angle(rest);
    if (c === "[" && this.full) return this.masked(rest);
    if (c === "h" && (found = /^https?:\/\/[^\s<]+[^<.,:;"')\]\s*_~|`]/.exec(rest))) return link(found[0], [found[0]], found[0].length);
    for (const [marker, name, attributes] of MARKERS) {
      if (rest.startsWith(marker) && (found = this.emphasis(rest, marker, name, attributes, text[at - 1]))) return found;
    }
    return null;
  }

  emphasis(rest, marker, name, attributes, before) {
    if (marker === "_" && /[0-9A-Za-z]/.test(before ?? "")) return null;
    if (/^\s|^$/.test(rest.slice(marker.length)) && marker !== "||" && marker !== "~~") return null;
    const end = closing(rest, marker);
    if (end < 0) return null;
    const inner = rest.slice(marker.length, end);
    if (name === "spoiler") return { node: spoiler(this.inline(inner)), length: end + marker.length };
    return { node: h(name, attributes, this.inline(inner)), length: end + marker.length };
  }

  masked(rest) {
    const found = /^\[((?:\\.|[^[\]\\]|\[[^[\]]*\])*)\]\(\s*<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"]*")?\s*\)/.exec(rest);
    return found && found[1].trim() ? link(found[2], this.inline(found[1]), found[0].length) : null;
  }
}

const MARKERS = [
  ["***", "strong", { class: "slanted" }],
  ["**", "strong", {}],
  ["__", "u", {}],
  ["~~", "s", {}],
  ["||", "spoiler", {}],
  ["*", "em", {}],
  ["_", "em", {}],
];

/** Where the marker comes again that ends an emphasis; code and what is escaped are stepped over. */
function closing(text, marker) {
  for (let at = marker.length; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "`") at += (code(text.slice(at))?.length ?? 1) - 1;
    else if (text[at] === "<") at += (angle(text.slice(at))?.length ?? 1) - 1;
    else if (text.startsWith(marker, at) && at > marker.length) {
      const single = marker.length === 1;
      // `**` inside `*…*` opens or ends a bold of its own.
      if (single && text[at + 1] === marker) {
        const inner = closing(text.slice(at), marker + marker);
        at += inner > 0 ? inner + 1 : 1;
        continue;
      }
      if (marker === "*" && /\s/.test(text[at - 1])) continue;
      if (marker === "_" && /[0-9A-Za-z_]/.test(text[at + 1] ?? "")) continue;
      // Of three asterisks the last two end a bold.
      return marker === "**" && text[at + 2] === "*" ? at + 1 : at;
    }
  }
  return -1;
}

function code(rest) {
  const found = /^(`+)([\s\S]*?[^`])\1(?!`)/.exec(rest);
  return found && { node: h("code", { class: "inline" }, found[2].replace(/^ (?=`)|(?<=`) $/g, "")), length: found[0].length };
}

function angle(rest) {
  let found;
  if ((found = /^<(https?:\/\/[^\s<>]+)>/.exec(rest))) return link(found[1], [found[1]], found[0].length);
  if ((found = /^<t:(-?\d{1,17})(?::([tTdDfFR]))?>/.exec(rest))) return time(found);
  if ((found = /^<a?:(\w{2,32}):\d+>/.exec(rest))) return { node: mention(`:${found[1]}:`), length: found[0].length };
  if ((found = /^<\/([^:<>]{1,100}):\d+>/.exec(rest))) return { node: mention(`/${found[1]}`), length: found[0].length };
  if ((found = /^<(@[!&]?|#)(\d+)>/.exec(rest))) return { node: mention(`${found[1][0]}${found[2]}`), length: found[0].length };
  return null;
}

const mention = (text) => h("span", { class: "mention" }, text);

/** A link to the web, and to nothing else: what is no such address stays text. */
function link(address, words, length) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  const attributes = { href: url.href, title: address, target: "_blank", rel: "noopener noreferrer nofollow" };
  return { node: h("a", attributes, words), length };
}

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { year: "numeric", month: "2-digit", day: "2-digit" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

function time([whole, seconds, style = "f"]) {
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return { text: whole, length: whole.length };
  const locale = document.documentElement.dataset.locale || "en-US";
  const absolute = new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES.f).format(at);
  const shown = style === "R" ? relative(at, locale) : absolute;
  const full = new Intl.DateTimeFormat(locale, STYLES.F).format(at);
  return { node: h("time", { datetime: at.toISOString(), title: full, class: "time" }, shown), length: whole.length };
}

function relative(at, locale) {
  const seconds = Math.round((at - Date.now()) / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

function spoiler(children) {
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.currentTarget.setAttribute("aria-expanded", "true");
  };
  const attributes = { class: "spoiler", role: "button", tabindex: "0", "aria-expanded": "false", "aria-label": "Spoiler" };
  return h("span", { ...attributes, onclick: show, onkeydown: show }, h("span", {}, children));
}

/** A text with its line breaks. */
function lines(text) {
  return text.split("\n").flatMap((line, at) => (at === 0 ? [line] : [h("br"), line])).filter((node) => node !== "");
}
