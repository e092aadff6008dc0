// What is asked of the program. Each answer is JSON; a refusal holds one sentence under `error`.

async function read(response) {
  const text = await response.text();
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    body = { error: text };
  }
  if (!response.ok) throw new Error(body.error || `the preview answered ${response.status}`);
  return body;
}

const get = async (path) => read(await fetch(path));

/** The commands as they are registered, and the languages to choose from. */
export const commands = () => get("/commands");

/** What there is to see, once it is newer than the scene of a number. */
export const sceneAfter = (number) => get(`/scene/${number}`);

/** An entry as its file writes it. */
export const entry = (id) => get(`/entries/${encodeURIComponent(id)}`);

/** Does something as in Discord: gives the response that Discord would be sent, and what lies behind it. */
export async function act(locale, act) {
  const body = JSON.stringify({ locale, act });
  const headers = { "Content-Type": "application/json" };
  return read(await fetch("/interactions", { method: "POST", headers, body }));
}
