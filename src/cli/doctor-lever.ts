/** What `convene doctor` asks of Lever: each list by itself, since a credential may be without some of them. */
import type { Deps } from "../deps.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { LeverList } from "../lever/access.ts";

/** What is wrong with what the credential may, beside the lists that are asked for by themselves. */
export const accessBesides = async (
  lists: readonly ListCheck[],
  { services }: Deps,
): Promise<string[]> => {
  const asked = new Set<string>(
    lists.map(({ list }) => (list === "updated" ? "opportunities" : list)),
  );
  return (await services.lever.lookAtAccess())
    .filter(({ area, kind }) => kind === "too_many" || !asked.has(area))
    .map(({ message }) => message);
};

/** One list to ask for. */
export interface ListCheck {
  list: LeverList;
  /** Whether the plans of this installation cannot be carried out without it. */
  isNeeded: boolean;
  /** Shape: what to say of it; null when that it answers is enough. */
  ask(): Promise<string | null>;
}

/** The lists that this installation asks for; the stages first. */
export const leverListsOf = async (deps: Deps): Promise<ListCheck[]> => {
  const { reader } = deps.services.lever;
  const plans = await deps.plans.all();
  const [email] = plans.flatMap(addressesOf);
  const hasForms = plans.some(({ sessions }) =>
    sessions.some(({ feedbackTemplate }) => feedbackTemplate !== undefined),
  );
  const now = deps.clock.now();
  const since = now.subtract({ minutes: 1 });
  const silent = (ask: () => Promise<unknown>) => async () => {
    await ask();
    return null;
  };
  return [
    {
      list: "stages",
      isNeeded: false,
      ask: async () => {
        const stages = await reader.listStages();
        return `${deps.sandbox ? "the sandbox company" : "your account"}, ${stages.length} stages`;
      },
    },
    ...(email === undefined
      ? []
      : [
          {
            list: "users" as const,
            isNeeded: true,
            ask: silent(async () => await reader.findUserByEmail(email)),
          },
        ]),
    {
      list: "feedback_templates",
      isNeeded: hasForms,
      ask: silent(async () => await reader.listFeedbackTemplates()),
    },
    {
      list: "updated",
      isNeeded: false,
      ask: silent(async () => await reader.listChanged("updated", since)),
    },
    {
      list: "deleted",
      isNeeded: false,
      ask: silent(async () => await reader.listDeleted(since, now)),
    },
  ];
};

/** The people whom a plan names by their address. */
export const addressesOf = (plan: InterviewPlan): string[] => [
  ...Object.values(plan.pools ?? {}).flat(),
  ...plan.sessions.flatMap(({ places }) => places.flatMap(({ person }) => person ?? [])),
];
