/** The texts on the software: their versions, and the mails below which they stand. */
import { expect, it } from "vitest";
import type { Database } from "../../../src/db/port.ts";
import { createCandidateMail } from "../../../src/effects/kinds/candidate-mail.ts";
import type { EffectContext } from "../../../src/effects/kind.ts";
import type { Mail } from "../../../src/messaging/port.ts";
import { lacksOfNotice } from "../../../src/domain/notice-demands.ts";
import { readNotices, saveNotice } from "../../../src/policy/notices.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { type Desk, bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const PAGE = "https://convene.example.com/c/t";

/** The confirmation of a proposal, as it leaves. */
const sendMail = async (
  refined: "draft" | "model",
  { desk, database }: { desk: Desk; database: Database },
): Promise<{ mail: Mail; caseId: string }> => {
  const booking = bookingOf(`worded by ${refined}`, refined === "draft" ? 1 : 2);
  const { id, caseId } = await desk.propose(booking);
  if (caseId === null) throw new Error("a booking is of a case");
  await database.query("update proposals set refined = $2 where id = $1", [id, refined]);
  await database.query("update cases set jurisdictions = '{us-co}' where id = $1", [caseId]);
  const sent: Mail[] = [];
  const kind = createCandidateMail({
    ...desk.deps,
    mailer: {
      send: async (mail, handOver) => {
        await handOver?.();
        sent.push(mail);
        return { messageId: mail.messageId, response: "250 kept" };
      },
    },
    from: { email: "talent@company.test", name: "Acme" },
    messageIdDomain: "convene.example.com",
    pageUrl: async () => await Promise.resolve(PAGE),
    assistantUrl: async () => await Promise.resolve(null),
  })(booking);
  const context: Partial<EffectContext> = {
    effectId: `ef_${refined}`,
    proposalId: id,
    caseId,
    earlier: {},
    messagesBefore: 0,
    handOver: async () => {},
  };
  await kind.send(context as EffectContext);
  const [mail] = sent;
  if (!mail) throw new Error("no mail was sent");
  return { mail, caseId };
};

describeOneDatabase("embedded", "what candidates are told of the software", (open) => {
  it("has a version for each save, stands below what a model has worded, and the ledger tells which of them was shown", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const [, draft] = await readNotices(database, ["us-co"]);
    if (!draft) throw new Error("there is no text of Colorado");
    const { items } = draft;
    const text = "Colorado, in our words: ask {{contact}}.\n\nMore of it.";
    const save = async (changed: Partial<Parameters<typeof saveNotice>[0]>) =>
      await saveNotice(
        { notice: "us-co", text, items, basedOn: 0, by: "Ada", ...changed },
        desk.deps,
      );
    await expect(save({ text: "Ask [contact]." })).rejects.toMatchObject({
      code: "input_invalid",
      data: { faults: [{ path: "text" }] },
    });
    await expect(save({ notice: "general", text: "hi there" })).rejects.toMatchObject({
      code: "input_invalid",
      data: { faults: [{ path: "text" }, { path: "text" }] },
    });
    await save({ items: { ...items, contact: "jobs@company.test" } });
    await expect(save({})).rejects.toMatchObject({ code: "conflict" });
    const now = await readNotices(database, ["us-co"]);
    expect(now.map(({ notice, version }) => [notice, version])).toEqual([
      ["general", 0],
      ["us-co", 1],
    ]);

    const worded = await sendMail("model", { desk, database });
    const lead = "Colorado, in our words: ask jobs@company.test.";
    for (const body of [worded.mail.text, worded.mail.html]) {
      expect(body).toContain("Software called Convene helps to arrange your interview");
      expect(body).toContain(lead);
      expect(body).toContain("All of it is on your page.");
      expect(body).not.toContain("More of it.");
    }
    const drafted = await sendMail("draft", { desk, database });
    expect(drafted.mail.text).not.toContain(lead);

    const entries = await database.query<{ type: string; caseId: string | null; data: unknown }>(
      `select type, case_id as "caseId", data from ledger where type like 'notice.%' order by seq`,
    );
    const [general, colorado] = now.map(({ notice, version, digest }) => ({
      notice,
      version,
      digest,
    }));
    expect(entries).toEqual([
      {
        type: "notice.saved",
        caseId: null,
        data: { ...colorado, lacks: lacksOfNotice({ notice: "us-co", text }) },
      },
      {
        type: "notice.shown",
        caseId: worded.caseId,
        data: { place: "mail", notices: [general, colorado], effectId: "ef_model" },
      },
    ]);
  });
});
