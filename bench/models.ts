/** What language models cost: tokens that each specialist's words take with a model that gives back what it is shown, and what one
 * booked interview comes to at the list prices of the usual model. Tokens are counted as the company's model server counts them. */
import { replyTo } from "../agents/candidate-chat/reply.ts";
import { createTranslationCache } from "../agents/candidate-chat/translate.ts";
import { chatKnowledge } from "../evals/worlds/chat-knowledge.ts";
import { askedOfModel } from "../graphs/requests/understand.ts";
import { type Company, startCompany } from "../sandbox/company.ts";
import { migrate } from "../src/db/migrate.ts";
import { createChatModels } from "../src/models/chat-model.ts";
import { systemClock } from "../src/clock.ts";
import { type Tokens, costOf, priceOf } from "../src/models/prices.ts";
import { refine } from "../src/models/refine.ts";
import { openOwnEmbedded } from "../test/support/own-embedded.ts";
import { type WordedDraft, wordedDrafts } from "../test/support/worded-drafts.ts";
import type { Benchmark, Metrics } from "./benchmark.ts";

const MODEL = "gpt-5-mini";
const BUDGET_MS = 10_000;
const WITHOUT_LIMIT = 999_999_999;

/** How often each is asked for one interview: two reminders, one of all else. */
const TIMES: Partial<Record<string, number>> = { attendance: 2 };

type Models = Awaited<ReturnType<typeof createChatModels>>;

const tokensOf = async (draft: WordedDraft, models: Models): Promise<Tokens> => {
  const model = models.for({ user: draft.name, runId: null });
  const { answer, refined } = await draft.reword({ model, budgetMs: BUDGET_MS });
  if (refined !== "draft")
    throw new Error(`${draft.name}: ${answer.fault ?? "was not as drafted"}`);
  return answer.tokens;
};

/** Of one question of a candidate: what is known of the interview is read, and an answer given. */
const tokensOfChat = async (company: Company, models: Models): Promise<Tokens> => {
  const calls = (name: string, args: unknown) => ({
    toolCalls: [{ name, args: JSON.stringify(args) }],
    finish: "tool_calls" as const,
  });
  const sentences = [
    { text: "You will meet Grace Hopper and Linus Okafor.", sources: ["case.people.1"] },
  ];
  const script = [calls("get_interview", {}), calls("answer", { sentences, buttons: [] })];
  company.openai.set({ behaviour: "script", script });
  const { model, isDegraded } = await replyTo(
    { question: "Who will I meet?", isPrivate: false, knowledge: chatKnowledge() },
    { models, budgetMs: BUDGET_MS, runId: "chat", history: [], people: [], translations: null },
  );
  company.openai.reset();
  if (!model || isDegraded) throw new Error(`chat: ${model?.fault ?? "was not as answered"}`);
  const { inputTokens: input, cachedTokens: cached, outputTokens: output } = model;
  return { input, cached, output };
};

const GERMAN =
  "Guten Tag, könnten Sie mir bitte sagen, wen ich bei meinem Gespräch treffen werde und wie lange es dauert?";

/** What it takes beside the answer to have one of five sentences in the candidate's language: there and back. */
const tokensOfTranslation = async (company: Company, models: Models): Promise<Tokens> => {
  const cites = ["case.people", "case.length", "case.stands", "case.move"];
  company.openai.set({ behaviour: "assistant", cites });
  const { reply, translation, isDegraded } = await replyTo(
    { question: GERMAN, isPrivate: false, knowledge: chatKnowledge() },
    {
      models,
      budgetMs: BUDGET_MS,
      runId: "chat",
      history: [],
      people: [],
      translations: createTranslationCache(),
    },
  );
  company.openai.reset();
  if (!translation || isDegraded || reply.translation?.lines.length !== 5) {
    throw new Error(`translation: ${translation?.fault ?? "was not as translated"}`);
  }
  const { inputTokens: input, cachedTokens: cached, outputTokens: output } = translation;
  return { input, cached, output };
};

/** Of one request in which no keyword is. */
const tokensOfRequest = async (models: Models): Promise<Tokens> => {
  const model = models.for({ user: "requests", runId: null });
  const { tokens, fault } = await refine(
    askedOfModel("Ada would rather come in the week after, could you see to that?"),
    { model, budgetMs: BUDGET_MS, signal: new AbortController().signal, people: [] },
  );
  if (fault !== null) throw new Error(`requests: ${fault}`);
  return tokens;
};

/** The figures. */
export const bench: Benchmark = async () => {
  await using undo = new AsyncDisposableStack();
  const company = await startCompany({ candidates: 2, clock: "frozen" });
  undo.defer(async () => await company.close());
  const database = await openOwnEmbedded();
  undo.defer(async () => await database.close());
  await migrate(database);
  const models = await createChatModels(
    {
      server: {
        apiKey: company.openai.apiKey,
        baseUrl: company.openaiUrl,
        auth: "bearer",
        apiVersion: null,
        api: "chat",
      },
      model: MODEL,
      temperature: null,
      own: {},
      limits: { perRun: WITHOUT_LIMIT, perDay: WITHOUT_LIMIT },
      prices: {},
      hasPseudonyms: false,
    },
    { database, clock: systemClock, zone: "UTC", budgetMs: BUDGET_MS },
  );
  const price = priceOf({ model: MODEL, host: "api.openai.com" }, {});
  const metrics: Metrics = {};
  const whole: Tokens = { input: 0, cached: 0, output: 0 };
  for (const draft of wordedDrafts("Nothing else.")) {
    const { input, output } = await tokensOf(draft, models);
    const times = TIMES[draft.name] ?? 1;
    whole.input += input * times;
    whole.output += output * times;
    metrics[`${draft.name}In`] = { value: input, unit: "tokens", most: 1_000 };
    metrics[`${draft.name}Out`] = { value: output, unit: "tokens" };
  }
  const beside = {
    chat: await tokensOfChat(company, models),
    translation: await tokensOfTranslation(company, models),
    requests: await tokensOfRequest(models),
  };
  for (const [name, { input, output }] of Object.entries(beside)) {
    metrics[`${name}In`] = { value: input, unit: "tokens", most: 2_000 };
    metrics[`${name}Out`] = { value: output, unit: "tokens" };
  }
  return {
    ...metrics,
    interviewIn: { value: whole.input, unit: "tokens", most: 5_000 },
    interviewOut: { value: whole.output, unit: "tokens" },
    interviewCents: {
      value: (costOf(whole, price) ?? Number.NaN) * 100,
      unit: "US cents",
      most: 1,
    },
  };
};
