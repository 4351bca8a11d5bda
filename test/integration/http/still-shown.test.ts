/** What a link of the panel was made for is asked of Lever each time: what it has become since, and who may still see it. */
import { expect, it } from "vitest";
import { OpportunityId } from "../../../src/domain/ids.ts";
import { isStillShown } from "../../../src/http/pages/still-shown.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { type Received, type Reply, openLoopbackServer } from "../../support/loopback-server.ts";

const OPPORTUNITY = {
  id: "opp",
  name: "Ada Lovelace",
  contact: "contact",
  emails: ["ada@example.test"],
  stage: "onsite",
  applications: [],
  archived: null,
  confidentiality: "non-confidential",
};
const PERSON = { id: "ann", name: "Ann Lee", email: "ann@example.test", deactivatedAt: null };

it.each<[string, { opportunity?: object; person?: object }, boolean]>([
  ["nothing", {}, true],
  ["the candidacy is confidential", { opportunity: { confidentiality: "confidential" } }, false],
  ["it is archived", { opportunity: { archived: { archivedAt: 1, reason: "r" } } }, false],
  ["the candidate is anonymized", { opportunity: { isAnonymized: true } }, false],
  ["the person has left", { person: { deactivatedAt: 1 } }, false],
])("with %s", async (_name, { opportunity, person }, isShown) => {
  await using server = await openLoopbackServer(({ path }: Received): Reply => {
    const data = path.startsWith("/users")
      ? { ...PERSON, ...person }
      : { ...OPPORTUNITY, ...opportunity };
    return { body: { data } };
  });
  const { reader } = openLeverClient(server.url);
  const about = { opportunityId: OpportunityId.parse("opp"), userId: "ann" };
  expect(await isStillShown(about, reader)).toBe(isShown);
});
