/** The fault panel: what can go wrong with the company's services, at the press of a button. */
import { escapeHtml, htmlPage } from "../html.ts";
import { type Fault, type Faults, KINDS, SERVICES, isPast } from "./rules.ts";

/** Faults that people ask for most. */
const READY: readonly [label: string, fields: Record<string, string>][] = [
  ["Lever: 20 requests meet 429", { service: "lever", kind: "status", status: "429", times: "20" }],
  ["Lever: 5 requests meet 500", { service: "lever", kind: "status", status: "500", times: "5" }],
  [
    "Lever enters the next panel, its answer is lost",
    { service: "lever", kind: "drop_after", method: "POST", path: "/panels$" },
  ],
  [
    "Lever enters the next panel 30 seconds late",
    { service: "lever", kind: "slow", method: "POST", path: "/panels$", delayMs: "30000" },
  ],
  [
    "Google makes the next event, its answer is lost",
    { service: "google", kind: "drop_after", method: "POST", path: "/events$" },
  ],
  ["Google: every token has ended", { service: "google", kind: "expired_token" }],
  ["Google: the next 10 requests are slow", { service: "google", kind: "slow", times: "10" }],
  [
    "Zoom makes the next meeting, its answer is lost",
    { service: "zoom", kind: "drop_after", method: "POST", path: "/meetings$" },
  ],
  ["Model: 5 requests meet 429", { service: "openai", kind: "status", status: "429", times: "5" }],
  ["Mail: kept, but the answer is lost", { service: "mail", kind: "drop_after" }],
  ["Mail: not taken for now (451)", { service: "mail", kind: "status", status: "451" }],
];

/** The page at `/faults`. */
export const faultsPage = (faults: Faults): string => {
  const rules = faults.list().toReversed();
  return htmlPage({
    title: "Faults",
    body: `
<p>Make a service misbehave, then do something in Convene and watch: nothing may be lost, nothing done twice.</p>
<h2>At once</h2>
<div class="row">${READY.map(readyForm).join("")}</div>
<h2>Set</h2>
${rules.every(isPast) ? '<p class="quiet">None: everything works.</p>' : ""}
${
  rules.length === 0
    ? ""
    : `<ul>${rules.map(ruleItem).join("")}</ul>
<form class="row" method="post" action="/control/faults/clear"><input type="hidden" name="back" value="/faults"><button>Take all away</button></form>`
}
<h2>Of your own</h2>
${ownForm()}`,
  });
};

const hidden = (fields: Record<string, string>): string =>
  Object.entries({ ...fields, back: "/faults" })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join("");

const readyForm = ([label, fields]: (typeof READY)[number]): string =>
  `<form method="post" action="/control/faults">${hidden(fields)}<button>${escapeHtml(label)}</button></form>`;

const options = (values: readonly string[]): string =>
  values.map((value) => `<option>${value}</option>`).join("");

const ownForm =
  (): string => `<form class="fields" method="post" action="/control/faults">${hidden({})}
<label>Service <select name="service">${options(SERVICES)}</select></label>
<label>What happens <select name="kind">${options(Object.keys(KINDS))}</select></label>
<label>Method <input name="method" placeholder="any"></label>
<label>Path (regular expression) <input name="path" placeholder="any"></label>
<label>Status <input name="status" inputmode="numeric" placeholder="500"></label>
<label>Reason (such as quotaExceeded) <input name="reason" placeholder="its usual one"></label>
<label>Retry-After in seconds <input name="retryAfterSeconds" inputmode="numeric" placeholder="none"></label>
<label>Delay in ms <input name="delayMs" inputmode="numeric" placeholder="2000"></label>
<label>Clock skew in seconds <input name="skewSeconds" inputmode="numeric" placeholder="0"></label>
<label>How often (0: until taken away) <input name="times" inputmode="numeric" placeholder="1"></label>
<label>Share of requests <input name="share" inputmode="decimal" placeholder="1"></label>
<button>Set</button></form>
<dl>${Object.entries(KINDS)
    .map(([kind, words]) => `<dt>${kind}</dt><dd>${escapeHtml(words)}</dd>`)
    .join("")}</dl>`;

const ruleItem = (rule: Fault): string => {
  const where = [rule.method, rule.path === "" ? undefined : rule.path].filter(Boolean).join(" ");
  const what = rule.kind === "status" ? `status ${rule.status}` : rule.kind;
  return `<li class="split"><span>${escapeHtml(`${rule.service}: ${what} ${where}`)}<br>
<span class="quiet">${escapeHtml(howFar(rule))}</span></span>
<form method="post" action="/control/faults/${rule.id}/remove"><input type="hidden" name="back" value="/faults"><button>Take away</button></form></li>`;
};

/** How many requests it is for, and what became of that. */
const howFar = (rule: Fault): string => {
  const lasts = rule.times === null || rule.kind === "clock_skew";
  const times = lasts ? "until taken away" : rule.times === 1 ? "once" : `${rule.times} times`;
  const share = rule.share === 1 ? "" : `, ${Math.round(rule.share * 100)} % of them`;
  const underWay = rule.met - rule.over;
  const met =
    underWay > 0 ? `met ${rule.met} so far, ${underWay} under way` : `met ${rule.met} so far`;
  return `${times}${share}; ${isPast(rule) ? "over: it meets nothing any more" : met}`;
};
