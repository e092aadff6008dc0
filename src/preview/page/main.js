// The page: brings its parts together, and keeps up with the files.

import * as api from "./api.js";
import { Beside } from "./beside.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { announce, byId, h } from "./dom.js";

const html = document.documentElement;
const locale = byId("locale");
const theme = byId("theme");

const chat = new Chat(() => locale.value || "en-US", (behind, typed) => beside.showBehind(behind, typed));
const composer = new Composer(chat);
const beside = new Beside((line) => {
  showBeside(false);
  composer.sendLine(line);
});

function showBeside(shown) {
  document.body.classList.toggle("beside-shown", shown);
  byId("show-beside").setAttribute("aria-expanded", String(shown));
}

function setTheme() {
  html.dataset.theme = theme.value;
  keep("theme", theme.value);
}

function setLocale() {
  html.dataset.locale = locale.value;
  keep("locale", locale.value);
}

/** Some browsers are set to keep nothing. */
function keep(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it is chosen anew each time.
  }
}

function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function languageName(tag) {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}

async function start() {
  theme.value = ["dark", "light"].includes(kept("theme")) ? kept("theme") : "";
  theme.addEventListener("change", setTheme);
  setTheme();
  byId("show-beside").addEventListener("click", () => showBeside(!document.body.classList.contains("beside-shown")));
  const { commands, locales } = await api.commands();
  locale.append(...locales.map(({ tag, discord }) => h("option", { value: tag }, discord ? languageName(tag) : `${languageName(tag)} (set for a server)`)));
  locale.value = locales.some(({ tag }) => tag === kept("locale")) ? kept("locale") : locales[0].tag;
  locale.addEventListener("change", setLocale);
  setLocale();
  chat.setCommands(commands);
  composer.setCommands(commands);
  byId("message").disabled = false;
  byId("message").focus();
  await follow();
}

/** Shows each change of the files. */
async function follow() {
  let number = 0;
  for (;;) {
    try {
      const scene = await api.sceneAfter(number);
      if (scene.number === number) continue;
      const changed = number > 0 && scene.version !== html.dataset.version;
      number = scene.number;
      html.dataset.scene = String(number);
      html.dataset.version = scene.version ?? "";
      beside.showScene(scene);
      status(scene);
      if (changed) announce("The facts have changed.");
    } catch {
      number = 0;
      banner("The preview does not answer: start `casebook preview` again.", true);
      await new Promise((resume) => setTimeout(resume, 2000));
    }
  }
}

function status({ version, holds, stale, checking, trouble, faults }) {
  byId("version").textContent = version ? `facts as of version ${version}${checking ? " · checking …" : ""}` : "";
  byId("holds").textContent = holds;
  const first = faults.find((fault) => fault.severity === "error");
  const where = first?.labels[0] ? ` (${first.labels[0].file}:${first.labels[0].line})` : "";
  const why = first ? `${first.message}${where}` : "";
  if (trouble) banner(`Changes are no longer seen: ${trouble}`, true);
  else if (!version) banner(`No fact base to answer from yet. ${why}`, true);
  else if (stale) banner(`The files cannot be used, so answers come from the last good state. ${why}`, true);
  else banner("", false);
}

function banner(text, shown) {
  if (byId("banner").textContent !== text) byId("banner").textContent = text;
  byId("banner").hidden = !shown;
}

start().catch((error) => banner(`The page cannot start: ${error.message}`, true));
