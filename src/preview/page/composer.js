// The line where one types: messages, and commands with their options, all by keyboard as in Discord.

import * as api from "./api.js";
import { byId, h } from "./dom.js";
import { Listbox } from "./listbox.js";

/** Types of options. Source: "Application Command Option Type" in Discord's documentation. */
const BOOLEAN = 5;
/** A command that is typed. */
const CHAT = 1;

export class Composer {
  constructor(chat) {
    this.chat = chat;
    this.commands = [];
    this.place = byId("composer");
    this.lists = byId("lists");
    this.error = byId("composer-error");
    this.text = byId("message");
    this.list = new Listbox(this.text, this.lists, "Commands");
    this.text.addEventListener("input", () => this.typed());
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("blur", () => this.list.hide());
    this.place.addEventListener("submit", (event) => event.preventDefault());
  }

  setCommands(commands) {
    this.commands = commands.filter((command) => (command.type ?? CHAT) === CHAT);
  }

  /** Sends a line as it would be typed, and shows what comes back. */
  async sendLine(line) {
    this.refuse("");
    try {
      await this.chat.send({ line }, [h("b", {}, "you"), " used ", h("span", { class: "command-name" }, line)]);
      return true;
    } catch (error) {
      this.refuse(error.message);
      return false;
    }
  }

  refuse(why) {
    this.error.textContent = why;
  }

  typed() {
    this.refuse("");
    const text = this.text.value;
    if (!text.startsWith("/")) return this.list.hide();
    const whole = this.commands.find((command) => [command.name, this.chat.named(command)].some((name) => text === `/${name} `));
    if (whole) return this.begin(whole);
    const start = text.slice(1).toLowerCase();
    const named = this.commands.filter((command) => [command.name, this.chat.named(command)].some((name) => name.includes(start)));
    const first = (command) => (this.chat.named(command).startsWith(start) || command.name.startsWith(start) ? 0 : 1);
    named.sort((one, two) => first(one) - first(two));
    const item = (command) => ({ label: `/${this.chat.named(command)}`, note: described(command, this.chat.locale()), detail: required(command, this.chat), value: command });
    this.list.show(named.map(item), 0, (item) => this.begin(item.value));
  }

  async key(event) {
    if (event.isComposing || this.list.key(event) || event.key !== "Enter") return;
    event.preventDefault();
    const text = this.text.value.trim();
    if (!text) return;
    if (!text.startsWith("/")) {
      this.chat.say(text);
      this.text.value = "";
    } else if (await this.sendLine(text)) this.text.value = "";
  }

  begin(command) {
    this.list.hide();
    this.draft?.end();
    this.draft = new Draft(this, command);
  }

  /** Back to plain text. */
  rest(text) {
    this.draft?.end();
    this.draft = null;
    this.refuse("");
    this.text.value = text;
    this.text.hidden = false;
    this.text.focus();
  }
}

function described(thing, locale) {
  return thing.description_localizations?.[locale] ?? thing.description;
}

function required(command, chat) {
  return (command.options ?? []).filter((option) => option.required).map((option) => chat.named(option)).join(" ");
}

/** A command whose options are being filled in. */
class Draft {
  constructor(composer, command) {
    this.composer = composer;
    this.command = command;
    this.chat = composer.chat;
    this.fields = [];
    const listeners = { oninput: () => this.moreTyped(), onclick: () => this.offer(-1), onkeydown: (event) => this.moreKey(event), onblur: () => this.offered.hide() };
    this.more = h("input", { type: "text", class: "more", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", size: "12", ...listeners });
    this.offered = new Listbox(this.more, composer.lists, "Options");
    const name = `/${this.chat.named(command)}`;
    this.pills = h("div", { class: "pills" });
    this.element = h("div", { class: "draft", role: "group", "aria-label": name }, h("span", { class: "command-name" }, name), this.pills, this.more);
    composer.text.hidden = true;
    composer.text.before(this.element);
    const options = command.options ?? [];
    options.filter((option) => option.required).forEach((option) => this.add(option));
    // In Discord the first option is there to be typed, needed or not.
    if (!this.fields.length && options.length && !["private", "language"].includes(options[0].name)) this.add(options[0]);
    this.count();
    (this.fields[0]?.input ?? this.more).focus();
  }

  end() {
    this.fields.forEach((field) => field.list.box.remove());
    this.offered.box.remove();
    this.element.remove();
  }

  left() {
    return (this.command.options ?? []).filter((option) => !this.fields.some((field) => field.option === option));
  }

  count() {
    const left = this.left().length;
    this.more.value = "";
    this.more.placeholder = left ? `+${left} more` : "Enter sends";
    this.more.hidden = left === 0 && this.fields.length > 0;
    this.more.setAttribute("aria-label", left ? `${left} more options` : "Enter sends");
  }

  /** Shows the options that are left and begin as is typed. */
  offer(at) {
    const start = this.more.value.trim().toLowerCase();
    const left = this.left().filter((option) => [option.name, this.chat.named(option)].some((name) => name.startsWith(start)));
    const item = (option) => ({ label: this.chat.named(option), note: described(option, this.chat.locale()), value: option });
    this.offered.show(left.map(item), at, (item) => this.add(item.value).input.focus());
  }

  moreTyped() {
    const name = this.more.value.trim();
    const option = name.endsWith(":") && this.left().find((option) => [option.name, this.chat.named(option)].includes(name.slice(0, -1)));
    if (option) this.add(option).input.focus();
    else this.offer(0);
  }

  async moreKey(event) {
    if (this.offered.key(event)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      await this.send();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.offer(0);
    } else if (event.key === "Escape") this.composer.rest("");
    else if (this.more.value) return;
    else if (event.key === "ArrowLeft" && this.fields.length) this.fields.at(-1).input.focus();
    else if (event.key === "Backspace") {
      event.preventDefault();
      this.back(this.fields.at(-1));
    }
  }

  add(option) {
    const field = new Field(this, option);
    this.fields.push(field);
    this.pills.append(field.element);
    this.count();
    return field;
  }

  /** Takes back a field, or the command if it cannot do without. */
  back(field) {
    if (!field || field.option.required) return this.composer.rest(`/${this.command.name}`);
    const at = this.fields.indexOf(field);
    this.fields.splice(at, 1);
    field.element.remove();
    field.list.box.remove();
    this.count();
    (this.fields[Math.max(at - 1, 0)]?.input ?? this.more).focus();
  }

  step(field, step) {
    const next = this.fields[this.fields.indexOf(field) + step];
    const input = next?.input ?? (step > 0 && !this.more.hidden ? this.more : null);
    input?.focus();
    return Boolean(input);
  }

  options() {
    return this.fields.filter((field) => field.value !== "").map((field) => ({ name: field.option.name, value: field.value }));
  }

  async send() {
    const wrong = this.fields.find((field) => field.fault());
    this.fields.forEach((field) => field.input.setAttribute("aria-invalid", String(Boolean(field.fault()))));
    if (wrong) {
      this.composer.refuse(`${this.chat.named(wrong.option)}: ${wrong.fault()}`);
      return wrong.input.focus();
    }
    const used = [h("b", {}, "you"), " used ", h("span", { class: "command-name" }, `/${this.chat.named(this.command)}`)];
    const act = { command: { name: this.command.name, options: this.options() } };
    this.composer.rest("");
    try {
      await this.chat.send(act, used);
    } catch (error) {
      this.composer.refuse(error.message);
    }
  }
}

/** One option of a command that is being filled in. */
class Field {
  constructor(draft, option) {
    this.draft = draft;
    this.option = option;
    this.value = "";
    this.asked = 0;
    const name = draft.chat.named(option);
    const attributes = { type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-required": String(Boolean(option.required)) };
    this.input = h("input", { ...attributes, "aria-label": `${name}: ${described(option, draft.chat.locale())}`, maxlength: option.max_length, size: "4" });
    this.list = new Listbox(this.input, draft.composer.lists, name);
    this.element = h("label", { class: "pill" }, h("span", { class: "pill-name" }, name), this.input);
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("focus", () => this.complete());
    this.input.addEventListener("blur", () => this.list.hide());
    this.input.addEventListener("keydown", (event) => this.key(event));
  }

  /** The words that it takes, if it takes no others. */
  words() {
    if (this.option.type === BOOLEAN) return [{ label: "True", value: true }, { label: "False", value: false }];
    if (!this.option.choices?.length) return null;
    return this.option.choices.map((choice) => ({ label: choice.name_localizations?.[this.draft.chat.locale()] ?? choice.name, value: choice.value }));
  }

  fault() {
    if (this.value === "" && this.option.required) return "this option is required";
    if (this.words() && this.input.value && this.value === "") return "choose one of the list";
    return "";
  }

  typed() {
    this.draft.composer.refuse("");
    this.value = this.words() ? "" : this.input.value.trim();
    this.fit();
    const named = /(?:^|\s)([^\s:]+):$/.exec(this.input.value);
    const option = named && this.draft.command.options.find((option) => [option.name, this.draft.chat.named(option)].includes(named[1]));
    if (!option) return this.complete();
    this.input.value = this.input.value.slice(0, named.index);
    this.value = this.words() ? this.value : this.input.value.trim();
    this.fit();
    if (option === this.option) return this.complete();
    (this.draft.fields.find((field) => field.option === option) ?? this.draft.add(option)).input.focus();
  }

  fit() {
    this.input.size = Math.min(Math.max(this.input.value.length + 1, 4), 60);
  }

  async complete() {
    const words = this.words();
    const asked = ++this.asked;
    if (words) {
      const start = this.input.value.trim().toLowerCase();
      const whole = words.find((item) => start === item.label.toLowerCase() || start === String(item.value));
      if (whole && this.value === "") {
        this.value = whole.value;
        return this.list.hide();
      }
      const chosen = this.value !== "";
      const items = words.filter((item) => chosen || item.label.toLowerCase().startsWith(start) || String(item.value).startsWith(start));
      return this.list.show(items, 0, (item) => this.take(item));
    }
    if (!this.option.autocomplete) return;
    const options = [...this.draft.options().filter((option) => option.name !== this.option.name), { name: this.option.name, value: this.input.value }];
    const act = { complete: { name: this.draft.command.name, options, focused: this.option.name } };
    try {
      const { response } = await api.act(this.draft.chat.locale(), act);
      // Letters typed meanwhile have asked anew, and who has gone elsewhere wants no list.
      if (asked !== this.asked || document.activeElement !== this.input) return;
      const items = response.data.choices.map((choice) => ({ label: choice.name, value: choice.value }));
      // What the reader has moved to stays marked while it is in the list.
      const marked = this.list.items[this.list.at];
      this.list.show(items, items.findIndex((item) => item.value === marked?.value), (item) => this.take(item));
    } catch (error) {
      if (asked === this.asked) this.draft.composer.refuse(error.message);
    }
  }

  take(item) {
    this.asked += 1;
    this.value = item.value;
    this.input.value = item.label;
    this.fit();
    const next = this.draft.fields.find((field) => field.value === "" && field !== this);
    if (next) next.input.focus();
  }

  async key(event) {
    if (event.isComposing || this.list.key(event)) return;
    const { selectionStart: from, selectionEnd: to, value } = this.input;
    if (event.key === "Enter") {
      event.preventDefault();
      await this.draft.send();
    } else if (event.key === "Escape") this.draft.composer.rest("");
    else if (event.key === "Backspace" && value === "") {
      event.preventDefault();
      this.draft.back(this);
    } else if (event.key === "ArrowRight" && from === value.length && this.draft.step(this, 1)) event.preventDefault();
    else if (event.key === "ArrowLeft" && to === 0 && this.draft.step(this, -1)) event.preventDefault();
  }
}
