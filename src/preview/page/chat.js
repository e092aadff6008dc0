// The channel: what was said and answered, and what presses lead to.

import * as api from "./api.js";
import { announce, byId, h } from "./dom.js";
import { Listbox } from "./listbox.js";
import { markdown } from "./markdown.js";
import { EPHEMERAL, body } from "./message.js";

/** Responses of Discord's. Source: "Interaction Callback Type" in Discord's documentation. */
const [MESSAGE, ACKNOWLEDGE, UPDATE] = [4, 6, 7];

/** The id under which Discord has the bot's commands in the menu of a message. */
const MENU_OF_MESSAGE = 3;

/** The beginning of a message, by which one knows it. */
function titleOf(message) {
  const text = message.querySelector(".title, .content, .description")?.textContent ?? "";
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

export class Chat {
  /** `locale()` is the language of the reader; `behind` is told what lies behind each answer, and whether it was typed. */
  constructor(locale, behind) {
    this.log = byId("log");
    this.locale = locale;
    this.behind = behind;
    this.menus = [];
  }

  setCommands(commands) {
    this.menus = commands.filter((command) => command.type === MENU_OF_MESSAGE);
  }

  /** Sends something, and shows what comes back under `used`, the nodes that say what was done. */
  async send(act, used) {
    this.add(await this.ask(act), used);
  }

  async ask(act) {
    const { response, behind, files } = await api.act(this.locale(), act);
    if (behind) this.behind(behind, !act.press);
    return { ...response, files };
  }

  /** A message that one writes oneself. */
  say(text) {
    const message = this.message("you", "", [h("div", { class: "content" }, markdown(text))]);
    if (this.menus.length) message.querySelector(".heading-line").append(this.appsOf(message, text));
    this.append(message);
  }

  /** The menu of a message with the bot's commands for it. */
  appsOf(message, text) {
    const opener = h("button", { type: "button", class: "apps", role: "combobox", "aria-haspopup": "listbox", "aria-label": "Apps for this message" }, "⋯");
    const place = h("span", { class: "menu-place" }, opener);
    const list = new Listbox(opener, place, "Apps");
    const items = this.menus.map((command) => ({ label: this.named(command), value: command.name }));
    const pick = (item) => {
      const used = [h("b", {}, "you"), " used ", h("span", { class: "command-name" }, item.label)];
      this.send({ menu: { name: item.value, content: text } }, used).catch((error) => this.fail(message, error));
    };
    opener.addEventListener("click", () => (list.open ? list.hide() : list.show(items, 0, pick)));
    opener.addEventListener("keydown", (event) => list.key(event));
    opener.addEventListener("blur", () => list.hide());
    return place;
  }

  /** What a command or an option is called in the reader's language. */
  named(described) {
    return described.name_localizations?.[this.locale()] ?? described.name;
  }

  add(response, used) {
    if (response.type !== MESSAGE) throw new Error(`the answer is of a kind that is not shown here (${response.type})`);
    const message = this.message("Casebook", used, []);
    this.fill(message, response.data, response.files);
    this.append(message);
    announce(`Casebook: ${titleOf(message)}${message.classList.contains("private") ? " (only you can see this)" : ""}`);
  }

  message(author, used, nodes) {
    const bot = author !== "you";
    const time = new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(new Date());
    const line = h("div", { class: "heading-line" }, h("span", { class: bot ? "author bot" : "author" }, author),
      bot && h("span", { class: "tag" }, "APP"), h("span", { class: "when" }, `Today at ${time}`));
    return h("article", { class: "message", tabindex: "-1", "aria-label": `Message of ${author}` },
      used && h("div", { class: "used" }, used),
      h("div", { class: `avatar ${bot ? "bot" : "you"}`, "aria-hidden": "true" }), line, h("div", { class: "body" }, nodes),
      h("div", { class: "notice" }));
  }

  fill(message, data, files) {
    const press = (id, values) => this.press(message, data, id, values);
    message.querySelector(".body").replaceChildren(...body(data, press, files));
    const alone = (data.flags ?? 0) & EPHEMERAL;
    message.classList.toggle("private", Boolean(alone));
    const dismiss = h("button", { type: "button", class: "plain", onclick: () => this.remove(message) }, "Dismiss message");
    message.querySelector(".notice").replaceChildren(...(alone ? ["Only you can see this • ", dismiss] : []));
  }

  async press(message, data, custom_id, values) {
    const pressed = document.activeElement?.closest(".message") === message ? document.activeElement : null;
    const label = pressed?.textContent;
    const sent = { content: data.content ?? "", embeds: data.embeds ?? [], components: data.components ?? [], flags: data.flags ?? 0 };
    message.setAttribute("aria-busy", "true");
    try {
      const response = await this.ask({ press: { custom_id, values, message: sent } });
      if (response.type === ACKNOWLEDGE) this.remove(message);
      else if (response.type === UPDATE) {
        this.fill(message, { ...response.data, flags: data.flags }, response.files);
        this.keepFocus(message, label);
        announce(`Changed: ${titleOf(message)}`);
      } else this.add(response, [h("b", {}, "Casebook"), " replied to ", titleOf(message)]);
    } catch (error) {
      this.fail(message, error);
    } finally {
      message.removeAttribute("aria-busy");
    }
  }

  keepFocus(message, label) {
    if (label === undefined) return;
    const buttons = [...message.querySelectorAll(".row button")];
    (buttons.find((button) => button.textContent === label) ?? buttons[0] ?? message).focus({ preventScroll: true });
  }

  fail(message, error) {
    message.querySelector(".notice").replaceChildren(h("span", { class: "failed", role: "alert" }, `This interaction failed: ${error.message}`));
  }

  remove(message) {
    message.remove();
    byId("message").focus();
  }

  append(message) {
    byId("welcome").hidden = true;
    this.log.append(message);
    const tall = message.offsetHeight > this.log.clientHeight;
    message.scrollIntoView({ block: tall ? "start" : "end" });
  }
}
