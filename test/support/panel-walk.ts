/** A booked interview whose panel hands in its feedback at Lever. */
import { z } from "zod";
import type { CaseDetail, ProposalDetail, ProposalItem } from "../../src/http/api/schemas.ts";
import { SynthesisDetail } from "../../src/http/api/aside-schemas.ts";
import { ASSESSMENT } from "./assessment.ts";
import { askLever } from "./ask-lever.ts";
import { settled } from "./story.ts";
import type { Walk } from "./walk.ts";

const Panels = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      interviews: z.array(
        z.object({
          id: z.string(),
          feedbackTemplate: z.string().nullable(),
          interviewers: z.array(
            z.object({ id: z.string(), feedbackTemplate: z.string().nullish() }),
          ),
        }),
      ),
    }),
  ),
});

/** Somebody of the panel with a form to hand in. */
export interface Owing {
  panel: string;
  interview: string;
  userId: string;
  templateId: string;
}

/** All of them. */
export const owingOf = async (walk: Walk, { payload }: ProposalDetail): Promise<Owing[]> => {
  const answer = await askLever(walk.company, {
    method: "GET",
    path: `/opportunities/${payload.opportunityId}/panels`,
  });
  return Panels.parse(await answer.json()).data.flatMap(({ id, interviews }) =>
    interviews.flatMap((interview) =>
      interview.interviewers.flatMap((interviewer) => {
        const templateId = interviewer.feedbackTemplate ?? interview.feedbackTemplate;
        return templateId === null || templateId === "no-feedback"
          ? []
          : [{ panel: id, interview: interview.id, userId: interviewer.id, templateId }];
      }),
    ),
  );
};

interface HandedIn {
  owing: Owing;
  rating: string;
  words: string;
  /** Of the scorecard's rows, in their order. */
  scores?: [score: number, comment: string][];
}

/** Hands in a form. */
export const handIn = async (
  walk: Walk,
  { payload }: ProposalDetail,
  { owing, rating, words, scores }: HandedIn,
): Promise<void> => {
  const { panel, interview, userId, templateId } = owing;
  await askLever(walk.company, {
    method: "POST",
    path: `/opportunities/${payload.opportunityId}/feedback?perform_as=${userId}`,
    body: {
      baseTemplateId: templateId,
      panel,
      interview,
      fieldValues: [
        { id: `${templateId}-rating`, value: rating },
        { id: `${templateId}-notes`, value: words },
        ...(scores
          ? [
              {
                id: `${templateId}-scorecard`,
                value: scores.map(([score, comment]) => ({ score, comment })),
              },
            ]
          : []),
      ],
    },
  });
};

/** Puts somebody on the panel for another interview, tomorrow. */
export const addInterview = async (
  walk: Walk,
  { payload }: ProposalDetail,
  {
    by,
    owing: { userId, templateId },
  }: { by: string; owing: Pick<Owing, "userId" | "templateId"> },
): Promise<void> => {
  const interview = {
    subject: "Second talk",
    date: walk.company.clock.now().add({ hours: 24 }).epochMilliseconds,
    duration: 30,
    timezone: "Europe/Lisbon",
    interviewers: [{ id: userId, feedbackTemplate: templateId }],
  };
  await askLever(walk.company, {
    method: "POST",
    path: `/opportunities/${payload.opportunityId}/panels?perform_as=${by}`,
    body: { timezone: "Europe/Lisbon", feedbackReminder: "none", interviews: [interview] },
  });
};

/** Switches what is evaluative on or off, as an admin does. */
export const setEvaluative = async (walk: Walk, evaluative: "on" | "off"): Promise<void> => {
  const { body } = await walk.api.send("GET", "/api/policy");
  const policy = z.looseObject({}).parse(body);
  const { status } = await walk.api.send("PUT", "/api/policy", {
    ...policy,
    evaluative,
    assessment: ASSESSMENT,
  });
  if (status !== 200) throw new Error(`the policy was answered with ${status}`);
  if (evaluative === "on") await recordForNewYork(walk);
};

/** Some of the company's postings are in the City: a notice that is out for long, and an audit, unless something is on record. */
export const recordForNewYork = async (walk: Walk): Promise<void> => {
  const { records, today } = AedtBooks.parse((await walk.api.send("GET", "/api/aedt")).body);
  if (records.length > 0) return;
  const dated = Temporal.PlainDate.from(today).subtract({ days: 60 }).toString();
  for (const kind of ["notice", "audit"]) {
    const said = { kind, dated, note: "Wiki: bias audit 3" };
    const { status } = await walk.api.send("POST", "/api/aedt/records", said);
    if (status !== 200) throw new Error(`the record was answered with ${status}`);
  }
};

const AedtBooks = z.looseObject({ today: z.string(), records: z.array(z.unknown()) });

/** Syntheses of a case, the newest first. */
export const synthesesOf = ({ proposals }: Pick<CaseDetail, "proposals">): ProposalItem[] =>
  proposals.filter(({ kind }) => kind === "post_synthesis");

/** Asks for one, and waits until what comes of it is as said. */
export const synthesised = async (
  walk: Walk,
  booked: ProposalDetail,
  isSo: (case_: CaseDetail) => boolean,
): Promise<CaseDetail> => {
  const { status } = await walk.api.send("POST", `/api/cases/${booked.caseId}/synthesis`);
  if (status !== 200) throw new Error(`asking for the synthesis was answered with ${status}`);
  return await untilSynthesised(walk, booked, isSo);
};

/** Waits until the case is as said. */
export const untilSynthesised = async (
  walk: Walk,
  { caseId, payload }: ProposalDetail,
  isSo: (case_: CaseDetail) => boolean,
): Promise<CaseDetail> => {
  await walk.waitFor("its synthesis", async () => isSo(await walk.api.case(caseId)));
  await settled(walk, payload.opportunityId);
  return await walk.api.case(caseId);
};

/** The page of one. */
export const synthesisOf = async (walk: Walk, id: string): Promise<SynthesisDetail> =>
  SynthesisDetail.parse((await walk.api.send("GET", `/api/proposals/${id}`)).body);
