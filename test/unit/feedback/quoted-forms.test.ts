/** What a brief quotes of forms, once its reader, or whoever looks, may not read them any more. */
import { describe, expect, it } from "vitest";
import { StageId } from "../../../src/domain/ids.ts";
import { briefReadBy, quotedForms } from "../../../src/feedback/quoted-forms.ts";
import type { FeedbackFacts } from "../../../src/feedback/owed.ts";
import { FEEDBACK_OF_ROUND, changedBrief } from "../../support/briefs.ts";
import {
  factsOf,
  form,
  hours,
  interview,
  panel,
  person,
  user,
} from "../../support/feedback-worlds.ts";

const BRIEF = changedBrief();
const [EARLIER, OWN] = quotedForms(BRIEF);
const INES = "user-ines";

/** Two rounds that are over: the screen that is quoted to all, and the one of the reader's own. */
const both = (screen: string[], onsite: string[], quoted = [EARLIER, OWN]): FeedbackFacts => {
  const at = (id: string, who: string[]) =>
    panel(id, {
      stageId: StageId.parse(id),
      interviews: [interview(`i-${id}`, hours(-5), { seats: who.map((each) => ({ who: each })) })],
    });
  return factsOf({
    users: [person(INES), person("ola"), person("tomas"), person("new")],
    panels: [at("screen", ["tomas", ...screen]), at("onsite", ["ola", INES, ...onsite])],
    forms: [
      form("tomas", { id: quoted[0] ?? "", panelId: "screen", interviewId: "i-screen" }),
      form("ola", { id: quoted[1] ?? "", panelId: "onsite", interviewId: "i-onsite" }),
      form(INES, { panelId: "onsite", interviewId: "i-onsite" }),
    ],
  });
};
const told = (facts: FeedbackFacts) => {
  const { brief, readers } = briefReadBy(BRIEF, user(INES), facts);
  const cited = brief.background.filter(({ sources }) =>
    sources.some(({ document }) => document === `feedback/${EARLIER}`),
  );
  return {
    earlier: cited.length > 0,
    own: readers[0]?.feedback.length === 1,
    documents: [...brief.documents, ...(readers[0]?.documents ?? [])].filter(({ id }) =>
      id.startsWith("feedback/"),
    ).length,
  };
};

describe("what a brief quotes of forms", () => {
  it("is told as it was made while its reader may read them", () => {
    expect(quotedForms(BRIEF)).toHaveLength(2);
    expect(FEEDBACK_OF_ROUND.document.id).toBe(`feedback/${OWN}`);
    expect(told(both([], []))).toEqual({ earlier: true, own: true, documents: 2 });
  });

  it("is left out of a round to which its reader has come since, and not of the other", () => {
    expect(told(both([INES], []))).toEqual({ earlier: false, own: true, documents: 1 });
  });

  it("is left out for everybody but who has handed in, once somebody else is to hand in there", () => {
    expect(told(both(["new"], ["new"]))).toEqual({ earlier: false, own: true, documents: 1 });
  });

  it("is left out of a form that is gone while any round of its reader is open", () => {
    const gone = both([], [], ["x", "y"]);
    expect(told(gone)).toEqual({ earlier: true, own: true, documents: 2 });
    const open = both([INES], [], ["x", "y"]);
    expect(told(open)).toEqual({ earlier: false, own: false, documents: 0 });
  });
});
