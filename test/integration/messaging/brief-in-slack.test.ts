/** A brief on its way through Slack: nothing in a name becomes a link, a mention or markup. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { renderBriefSlack } from "../../../src/briefs/slack.ts";
import { createSlack } from "../../../src/messaging/slack.ts";
import { BRIEF_LINKS, firstReader, usualBrief } from "../../support/briefs.ts";

let company: Company;
beforeAll(async () => {
  company = await startCompany({ rateLimit: "off" });
});
afterAll(async () => await company.close());

it("arrives as plain text with buttons, its notification without markup", async () => {
  const usual = usualBrief();
  const candidate = { ...usual.candidate, name: "<!channel> <https://evil.example|Ada> & *Co*" };
  const message = renderBriefSlack({ ...usual, candidate }, firstReader(usual), BRIEF_LINKS);
  const { reader, writer } = createSlack({
    botToken: company.slack.botToken,
    apiUrl: company.slackUrl,
    clock: company.clock,
  });
  const person = await reader.findPerson(company.slack.workspace.members[0]?.email ?? "");
  const { ts } = await writer.send(person ?? "", message, "ef_brief");
  const sent = company.slack.workspace.messages.find((each) => each.ts === ts);
  expect(sent?.text).toContain("&lt;!channel&gt;");
  expect(sent?.text).not.toMatch(/[<>]|evil/);
  expect(sent?.blocks).toMatchObject([
    { type: "section", text: { type: "plain_text", text: message.title } },
    { type: "section", text: { type: "plain_text", text: message.lines.join("\n") } },
    {
      type: "actions",
      elements: message.links.map(({ label, url }) => ({
        type: "button",
        text: { type: "plain_text", text: label },
        url,
      })),
    },
  ]);
});
