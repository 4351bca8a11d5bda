/** A candidate in the chat of their page: what they write and press, by the very acts of its doors. */
import type { ChatKnowledge } from "../../../agents/candidate-chat/knowledge.ts";
import type { ChatRecord } from "../../../src/cases/chat.ts";
import type { ChatAct } from "../../../src/domain/chat.ts";
import { CHAT_LIMITS } from "../../../src/domain/chat.ts";
import { createBundles } from "../../../src/effects/bundles.ts";
import { createPassageCache } from "../../../src/guides/reader.ts";
import { actInChat } from "../../../src/http/candidate/chat/act-in-chat.ts";
import {
  type ChatDeps,
  answerMessage,
  takeMessage,
} from "../../../src/http/candidate/chat/converse.ts";
import { ACTS, doAct } from "../../../src/http/candidate/acts.ts";
import { cleanWritten } from "../../../src/http/candidate/chat/limits.ts";
import { english } from "../../../src/http/candidate/texts/en.ts";
import type { Visit } from "../../../src/http/candidate/visit.ts";
import type { ChatModels } from "../../../src/models/port.ts";
import type { Standee } from "./desk.ts";
import { NOBODY_ASKED, NOT_ASKED } from "./nobody-asked.ts";
import { NOW } from "./written.ts";

const COMPANY = { name: "Acme", zone: "Europe/Lisbon" };

export const visitOf = ({ case_, desk }: Standee): Visit => ({
  token: "token",
  case_,
  now: NOW,
  chosenZone: null,
  locale: "en",
  texts: english,
  companyName: COMPANY.name,
  formId: () => desk.ids.next("fm"),
  href: (path = "") => `/c/token${path}`,
});

const stepsOf = createBundles(NOBODY_ASKED);

export const chatDepsOf = (
  { desk, deps }: Standee,
  models: ChatModels = desk.models,
): ChatDeps => ({
  ...desk,
  models,
  lever: deps.lever,
  plans: deps.plans,
  links: NOT_ASKED,
  passageCache: createPassageCache(),
  company: COMPANY,
  stepsOf,
  modelBudgetMs: 60_000,
  translations: null,
});

/** A press of a button. */
export const pressed = async (
  standee: Standee,
  { kind, text, messageId = "" }: Pick<ChatAct, "kind"> & { text: string; messageId?: string },
): Promise<ChatRecord> => {
  const act: ChatAct = { kind, messageId, text };
  const { answer } = await actInChat({ visit: visitOf(standee), act }, chatDepsOf(standee));
  return answer;
};

/** The form of the page for what they need. */
export const sent = async (standee: Standee, form: Record<string, string>): Promise<void> => {
  const visit = visitOf(standee);
  const { needs } = ACTS;
  if (!needs) throw new Error("an act of the page is gone");
  await doAct(needs, { visit, form: { ...form, form: visit.formId() } }, chatDepsOf(standee));
};

/** A message and what is said to it, with all that could be known for it. */
export const answered = async (
  standee: Standee,
  text: string,
  models?: ChatModels,
): Promise<{ asked: ChatRecord; answer: ChatRecord; knowledge: ChatKnowledge }> => {
  const visit = visitOf(standee);
  const deps = chatDepsOf(standee, models);
  const words = cleanWritten(text, CHAT_LIMITS.message);
  const { asked } = await takeMessage({ visit, text: words }, deps);
  return { asked, ...(await answerMessage({ visit, asked }, deps)) };
};
