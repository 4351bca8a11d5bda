/** Who sits on a candidate's panels, also where somebody has made one in Lever by hand. */
import { expect, it } from "vitest";
import { isSeated, readSeated, whoIsTold } from "../../../src/cases/who-is-told.ts";
import { createManualClock } from "../../../src/clock.ts";
import { OpportunityId, UserId } from "../../../src/domain/ids.ts";
import { maySitIn, sitsIn } from "../../../src/http/api/sits-in.ts";
import { rememberPanels } from "../../../src/lever/remember.ts";
import { openCompanyLever } from "../../support/company-lever.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { openDesk } from "../../support/waiting-proposal.ts";

describeOneDatabase("postgres", "who sits with a candidate", (open) => {
  it("is also who was put on a panel in Lever, until that is deleted", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    await using company = await openCompanyLever();
    const { leverUrl, leverApiKey, world, lever: twin } = company.company;
    const { reader } = openLeverClient(leverUrl, { auth: { apiKey: leverApiKey } });
    const clock = createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z"));
    const lever = rememberPanels(reader, clock);
    const [panel] = [...twin.state.panels.values()].filter(
      ({ externallyManaged }) => !externallyManaged,
    );
    const opportunityId = OpportunityId.parse(panel?.opportunityId);
    const [seat] = panel?.interviews[0]?.interviewers ?? [];
    const sitting = world.people.find(({ userId }) => userId === seat?.id);
    const free = world.people.findLast(({ deactivatedAtMs }) => deactivatedAtMs === null);
    if (!panel || !sitting || !free) throw new Error("the world has no such panel");
    const { texts } = desk.deps;
    const deps = { database, texts, lever };
    const as = (name: string) => ({
      name,
      role: "recruiter" as const,
      scope: null,
      email: null,
      via: "token" as const,
    });

    const seated = await readSeated(database, opportunityId, deps);
    expect(isSeated(seated, sitting.email.toUpperCase())).toBe(true);
    expect(isSeated(seated, free.email)).toBe(false);
    expect(await sitsIn({ opportunityId }, as(sitting.name), deps)).toBe(true);
    expect(await sitsIn({ opportunityId }, as(free.name), deps)).toBe(false);
    // Whatever their token is called.
    const known = { ...as("Laptop"), person: sitting.userId };
    expect(await sitsIn({ opportunityId }, known, deps)).toBe(true);
    const opportunity = {
      ownerId: UserId.parse(sitting.userId),
      followerIds: [UserId.parse(free.userId)],
    };
    const told = await whoIsTold({ opportunity, posting: null }, { lever, seated });
    expect(told?.user.email).toBe(free.email);

    twin.deletePanel(panel.id);
    expect(await sitsIn({ opportunityId }, as(sitting.name), deps)).toBe(true);
    clock.advance({ minutes: 1 });
    expect(await sitsIn({ opportunityId }, as(sitting.name), deps)).toBe(false);
  });

  it("may be anybody while Lever cannot say", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const { reader: lever } = openLeverClient("http://127.0.0.1:9", { maxAttempts: 1 });
    const opportunityId = OpportunityId.parse("o1");
    const deps = { database, texts: desk.deps.texts, lever };
    const asker = {
      name: "Ada",
      role: "recruiter",
      scope: null,
      email: null,
      via: "token",
    } as const;
    expect(await maySitIn({ opportunityId }, asker, deps)).toBe(true);
    await expect(sitsIn({ opportunityId }, asker, deps)).rejects.toMatchObject({
      fault: "upstream",
    });
    expect(await maySitIn({ opportunityId }, null, deps)).toBe(false);
  });
});
