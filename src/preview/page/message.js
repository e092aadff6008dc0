// A message of Discord's, from the JSON that Discord would be sent, as nodes of the page.
//
// Source: <https://docs.discord.com/developers/resources/message> and <https://docs.discord.com/developers/components/reference>.

import { h } from "./dom.js";
import { Listbox } from "./listbox.js";
import { markdown } from "./markdown.js";

/** The flag of a message that only the one who asked sees. */
export const EPHEMERAL = 64;

/**
 * The nodes of a message. `press(custom_id, values)` is called for a button, or with the lines that are chosen from a menu; `files`
 * holds what is sent along, as data, by its name.
 */
export function body(data, press, files = {}) {
  const content = data.content ? [h("div", { class: "content" }, markdown(data.content))] : [];
  const embeds = (data.embeds ?? []).map((embed) => embedded(embed, data.attachments ?? [], files));
  return [...content, ...embeds, ...(data.components ?? []).map((row) => components(row, press))];
}

function embedded(embed, attachments, files) {
  const box = h("div", { class: "embed" });
  if (embed.color != null) box.style.setProperty("--bar", `#${embed.color.toString(16).padStart(6, "0")}`);
  if (embed.title) box.append(h("div", { class: "title", role: "heading", "aria-level": "3" }, titled(embed)));
  if (embed.description) box.append(h("div", { class: "description" }, markdown(embed.description)));
  const fields = (embed.fields ?? []).map((field) => h("div", { class: field.inline ? "field inline" : "field" },
    h("div", { class: "field-name" }, markdown(field.name, false)), h("div", { class: "field-value" }, markdown(field.value))));
  if (fields.length) box.append(h("div", { class: "fields" }, fields));
  if (embed.image) box.append(picture(embed.image.url, attachments, files));
  if (embed.footer) box.append(h("div", { class: "footer" }, embed.footer.text));
  return box;
}

function titled(embed) {
  const words = markdown(embed.title, false);
  if (!/^https?:\/\//.test(embed.url ?? "")) return words;
  return h("a", { href: embed.url, target: "_blank", rel: "noopener noreferrer nofollow" }, words);
}

/** A picture that was sent along. One from elsewhere is not loaded: the page asks nobody but the preview. */
function picture(url, attachments, files) {
  const name = url.replace(/^attachment:\/\//, "");
  if (!files[name]?.startsWith("data:image/png;")) return h("div", { class: "subtext" }, url);
  const told = attachments.find((file) => file.filename === name)?.description;
  return h("img", { class: "picture", src: files[name], alt: told ?? "" });
}

function components(row, press) {
  const one = (part) => (part.type === 2 ? button(part, press) : part.type === 3 ? menu(part, press) : null);
  return h("div", { class: "row" }, (row.components ?? []).map(one));
}

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger" };

function button(part, press) {
  const words = [part.emoji?.name && h("span", { "aria-hidden": "true" }, `${part.emoji.name} `), part.label ?? ""];
  if (part.style === 5) return h("a", { class: "button secondary", href: part.url, target: "_blank", rel: "noopener noreferrer" }, words);
  const attributes = { type: "button", class: `button ${STYLES[part.style] ?? "secondary"}`, disabled: part.disabled };
  return h("button", { ...attributes, onclick: () => press(part.custom_id, []) }, words);
}

function menu(part, press) {
  const shown = part.options.find((option) => option.default)?.label ?? part.placeholder ?? "Make a selection";
  const attributes = { type: "button", class: "menu", role: "combobox", "aria-haspopup": "listbox", "aria-label": shown, disabled: part.disabled };
  const opener = h("button", attributes, h("span", {}, shown), h("span", { class: "chevron", "aria-hidden": "true" }, "⌄"));
  const place = h("div", { class: "menu-place" }, opener);
  const list = new Listbox(opener, place, shown);
  const items = part.options.map(({ label, description, value }) => ({ label, note: description, value }));
  const open = () => list.show(items, 0, (item) => press(part.custom_id, [item.value]));
  opener.addEventListener("click", () => (list.open ? list.hide() : open()));
  opener.addEventListener("blur", () => list.hide());
  opener.addEventListener("keydown", (event) => {
    if (list.key(event) || list.open || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    open();
  });
  return place;
}
