/** Who may be told of a risk: of who answers for a candidacy, nobody who is to judge it. */
import { expect, it } from "vitest";
import { riskReadersOf } from "../../../src/cases/risk-readers.ts";
import { UserId } from "../../../src/domain/ids.ts";
import { aSession } from "../../support/booking.ts";

const [INES, JONAS] = aSession().panel;

const user = (id: string | null) => (id === null ? null : UserId.parse(id));

/** Owners of the opportunity and of its posting; Ines and Jonas interview, one after the other. */
const readers = (owners: (string | null)[], hiringManager: string | null = "hanna"): string[] => {
  const [ownerId = null, postingOwner = null] = owners.map(user);
  return riskReadersOf({
    opportunity: { ownerId },
    posting: { ownerId: postingOwner, hiringManagerId: user(hiringManager) },
    sessions: [INES, JONAS].map((one, index) =>
      aSession({ sessionId: `talk-${index}`, panel: one ? [one] : [] }),
    ),
  });
};

it.each([
  ["the owner, then the posting's", ["ruth", "pat"], ["ruth", "pat"]],
  ["each once", ["ruth", "ruth"], ["ruth"]],
  ["the posting's, where the opportunity has none", [null, "pat"], ["pat"]],
  ["nobody, where neither has one: no hiring manager stands in", [null, null], []],
  ["no owner who is the hiring manager", ["hanna", "pat"], ["pat"]],
  ["no owner who is of any panel", ["user-jonas", "pat"], ["pat"]],
  ["nobody, where all of them judge", ["user-ines", "hanna"], []],
])("is %s", (_name, owners, told) => {
  expect(readers(owners)).toEqual(told);
});

it("is nobody who learns there", () => {
  const [userId, posting] = [UserId.parse("tina"), { ownerId: null, hiringManagerId: null }];
  const trainee = { userId, email: "t@company.test", name: "Tina", zone: "UTC" };
  const sessions = [aSession({ trainees: [{ ...trainee, kind: "shadow" }] })];
  expect(riskReadersOf({ opportunity: { ownerId: userId }, posting, sessions })).toEqual([]);
});
