/** The script of the assistant's page, as the browser gets it after `own-zone.mjs`; the page works without it. What was asked is answered
 * in place, and what a person answers comes by itself. Every message is drawn by the server: the script shows text, and takes over the
 * parts of the page that have changed. */

const chat = document.querySelector("[data-chat]");
const words = JSON.parse(chat.dataset.words);
const list = document.querySelector("#messages");
const said = document.querySelector("#said");
const composer = document.querySelector("#composer");
const box = document.querySelector("#text");
let isBusy = false;

const partsOf = (page) =>
  new Map([...page.querySelectorAll("[data-part]")].map((each) => [each.dataset.part, each]));
/** The parts as the server drew them last: what was folded out since does not count. */
const drawn = new Map([
  ...[...partsOf(document)].map(([name, part]) => [name, part.innerHTML]),
  ...[...list.children].map(({ id, outerHTML }) => [id, outerHTML]),
]);

const announce = (text) => {
  said.textContent = "";
  setTimeout(() => {
    said.textContent = text;
  }, 50);
};

const note = (text) => {
  const notes = partsOf(document).get("notes");
  notes.replaceChildren();
  // What is taken over next is not the same any more.
  drawn.set("notes", "");
  if (text === null) return;
  const line = document.createElement("p");
  line.className = "note";
  line.dataset.tone = "failed";
  line.textContent = text;
  notes.append(line);
  announce(text);
  line.scrollIntoView({ block: "nearest" });
};

/** A message that the server has not drawn yet. */
const pend = (from, text) => {
  const item = document.createElement("li");
  item.className = "message pending";
  item.dataset.from = from;
  const line = document.createElement("p");
  line.className = "words";
  line.dir = "auto";
  line.textContent = text;
  item.append(line);
  list.append(item);
  item.scrollIntoView({ block: "nearest" });
  return line;
};

/** Takes over what is otherwise in a page of the server's. Shape: whether it is the chat's. */
const take = (page) => {
  const parts = partsOf(page);
  if (!page.querySelector("#messages")) {
    note(
      [...page.querySelectorAll("main > h1, main > p")].map((each) => each.textContent).join(" "),
    );
    return false;
  }
  for (const [name, part] of partsOf(document)) {
    const html = parts.get(name)?.innerHTML ?? "";
    if (html !== drawn.get(name)) part.innerHTML = html;
    drawn.set(name, html);
  }
  // What is sent from now on is another thing, whatever its words.
  for (const { form, value } of page.querySelectorAll("input[name=form]")) {
    const own = form?.id && document.getElementById(form.id)?.elements.form;
    if (own) own.value = value;
  }
  for (const item of list.querySelectorAll(".pending")) item.remove();
  for (const item of page.querySelectorAll("#messages > li")) {
    const { id, outerHTML: html } = item;
    const old = document.getElementById(id);
    if (html === drawn.get(id)) continue;
    drawn.set(id, html);
    if (old) old.replaceWith(document.adoptNode(item));
    else list.append(document.adoptNode(item));
  }
  return true;
};

const parse = async (response) =>
  new DOMParser().parseFromString(await response.text(), "text/html");

/** Shape: whether the server could be asked. */
const refresh = async () => {
  try {
    return take(await parse(await fetch(chat.dataset.page)));
  } catch {
    return false;
  }
};

/** The events of a stream as they come. */
const eventsOf = async function* (body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let kept = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (kept + value).split("\n\n");
    kept = blocks.pop();
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (event && data) yield { event, data: JSON.parse(data) };
    }
  }
};

/** Of a translated answer each sentence once. */
const spokenOf = ({ text, translation }) =>
  translation?.lines.map((line) => line.text ?? line.original).join(" ") ?? text;

const send = async (text) =>
  await fetch(chat.dataset.ask, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  });

/** Shows the answer as it comes. Shape: what went wrong, in words; null when nothing did. */
const follow = async (response, line) => {
  let fault = words.cut;
  try {
    for await (const { event, data } of eventsOf(response.body)) {
      if (event === "delta") {
        line.textContent = line.dataset.begun ? line.textContent + data.text : data.text;
        line.dataset.begun = "yes";
      } else if (event === "problem") fault = data.message;
      else if (event === "answer") {
        fault = null;
        announce(`${words.assistant}: ${spokenOf(data.message)}`);
      }
    }
  } catch {
    // The connection broke off: the fault says so.
  }
  return fault;
};

/** Before that nothing is said of waiting. */
const SLOW_MS = 2000;

/** Asks, and shows the answer. Shape: whether the words have arrived. */
const ask = async (text) => {
  note(null);
  pend("candidate", text);
  const line = pend("assistant", words.working);
  const giveBack = (fault) => {
    for (const item of list.querySelectorAll(".pending")) item.remove();
    note(fault);
    return false;
  };
  let response;
  try {
    response = await send(text);
  } catch {
    return giveBack(words.notSent);
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => null);
    return giveBack(response.status < 500 && problem?.detail ? problem.detail : words.broken);
  }
  const slow = setTimeout(() => announce(words.working), SLOW_MS);
  const fault = await follow(response, line);
  clearTimeout(slow);
  await refresh();
  if (fault !== null) note(fault);
  list.lastElementChild?.scrollIntoView({ block: "nearest" });
  return true;
};

/** One after another: what is pressed meanwhile is told to wait. */
const alone = async (work) => {
  if (isBusy) {
    announce(words.oneMoment);
    return;
  }
  isBusy = true;
  chat.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    isBusy = false;
    chat.removeAttribute("aria-busy");
  }
};

const write = async () => {
  const text = box.value.trim();
  if (text === "" || box.value.length > Number(box.dataset.most)) {
    note(text === "" ? words.empty : leftWords());
    box.focus();
    return;
  }
  await alone(async () => {
    box.value = "";
    tellLeft();
    if (await ask(text)) return;
    // What was typed meanwhile stays.
    box.value = box.value === "" ? text : `${text}\n${box.value}`;
    tellLeft();
  });
};

/** A form as it stands, without leaving the page. */
const act = async (form, button) => {
  await alone(async () => {
    const fields = new URLSearchParams(new FormData(form, button));
    const last = list.lastElementChild?.id;
    try {
      const page = await parse(
        await fetch(button?.getAttribute("formaction") ?? form.getAttribute("action"), {
          method: "POST",
          body: fields,
        }),
      );
      note(null);
      if (!take(page)) return;
    } catch {
      note(words.notSent);
      return;
    }
    const fault = partsOf(document).get("notes").textContent.trim();
    const answer = list.lastElementChild;
    if (fault !== "") announce(fault);
    if (!answer || answer.id === last) return;
    form.reset();
    tellLeft();
    answer.tabIndex = -1;
    answer.focus();
  });
};

/** Said only near the end. */
const NEAR = 400;

const leftWords = () => {
  const left = Number(box.dataset.most) - box.value.length;
  return (left < 0 ? words.tooLong : words.charactersLeft).replace("{n}", Math.abs(left));
};

const tellLeft = () => {
  const left = Number(box.dataset.most) - box.value.length;
  const line = document.querySelector("#text-left");
  const wasShown = !line.hidden;
  const wasOver = box.getAttribute("aria-invalid") === "true";
  line.hidden = left > NEAR;
  line.textContent = leftWords();
  line.classList.toggle("error", left < 0);
  if (left < 0) box.setAttribute("aria-invalid", "true");
  else box.removeAttribute("aria-invalid");
  if ((!line.hidden && !wasShown) || (left < 0 && !wasOver)) announce(line.textContent);
};

/** What came while the page was open. */
const listen = () => {
  const source = new EventSource(chat.dataset.stream);
  let isAgain = list.querySelector("[data-state=handed_over]") !== null;
  source.addEventListener("hello", () => {
    // Nobody told what came before the stream was open, or while it was broken off.
    if (isAgain && !isBusy) void refresh();
    isAgain = true;
  });
  source.addEventListener("message", ({ data }) => {
    const { message } = JSON.parse(data);
    if (message.from === "person") announce(`${words.aPersonAnswered} ${message.text}`);
    if (!isBusy && !document.getElementById(`m-${message.id}`)) void refresh();
  });
};

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  event.preventDefault();
  if (form.dataset.asks === undefined || submitter?.hasAttribute("formaction")) {
    void act(form, submitter);
  } else if (form === composer) void write();
  else void alone(async () => await ask(submitter.value));
});

if (composer) {
  // Longer words are not cut, but said to be too long.
  box.removeAttribute("maxlength");
  box.addEventListener("input", tellLeft);
  const isDesk = matchMedia("(pointer: fine)").matches;
  if (isDesk) document.querySelector("#text-hint").append(` ${words.enterSends}`);
  box.addEventListener("keydown", (event) => {
    const sends = isDesk ? !event.shiftKey : event.ctrlKey || event.metaKey;
    if (event.key !== "Enter" || event.isComposing || !sends) return;
    event.preventDefault();
    composer.requestSubmit();
  });
}
if (list.childElementCount > 0 && location.hash === "") {
  list.lastElementChild.scrollIntoView({ block: "nearest" });
}
listen();
