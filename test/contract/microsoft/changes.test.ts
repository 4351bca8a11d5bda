import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CompanyMicrosoft, openCompanyMicrosoft } from "../../support/company-microsoft.ts";
import { type LoopbackServer, openLoopbackServer } from "../../support/loopback-server.ts";
import { openGraphSchemas } from "../../support/microsoft-schemas.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const faultsOf = openGraphSchemas();

let company: CompanyMicrosoft;
let listener: LoopbackServer;
let organizer: string;
let guest: string;
/** How the listener answers the validation of an address. */
let validation: "echo" | "wrong" | "refuse" = "echo";

beforeAll(async () => {
  company = await openCompanyMicrosoft(now);
  [organizer = "", guest = ""] = company.people.map(({ email }) => email);
  listener = await openLoopbackServer(({ query }) => {
    const token = query.get("validationToken");
    if (token === null) return { status: 202 };
    if (validation === "refuse") return { status: 500 };
    const body = validation === "echo" ? token : "something else";
    return { body, headers: { "content-type": "text/plain" } };
  });
});
afterAll(async () => {
  await company[Symbol.asyncDispose]();
  await listener[Symbol.asyncDispose]();
});
afterEach(() => {
  for (const { id } of company.microsoft.subscriptions.list()) {
    company.microsoft.subscriptions.close(id ?? "");
  }
  validation = "echo";
  listener.received.length = 0;
  company.clock.set(now);
  company.microsoft.subscriptions.setSilent(false);
});

const Item = z.object({ id: z.string() });
const Subscription = z.object({ id: z.string(), expirationDateTime: z.string() });
const Page = z.object({
  value: z.array(z.looseObject({ id: z.string() })),
  "@odata.nextLink": z.string().optional(),
  "@odata.deltaLink": z.string().optional(),
});

const inMinutes = (minutes: number) => now.add({ minutes }).toString();

const subscribe = async (fields: object = {}) =>
  await company.ask("POST", "/subscriptions", {
    body: {
      changeType: "created,updated,deleted",
      notificationUrl: `${listener.url}/notices`,
      lifecycleNotificationUrl: `${listener.url}/lifecycle`,
      resource: `/users/${organizer}/events`,
      expirationDateTime: inMinutes(1_000),
      clientState: "a secret",
      ...fields,
    },
  });

const make = async (subject = "Interview", day = 24) => {
  const { body } = await company.ask("POST", `/users/${organizer}/events`, {
    body: {
      subject,
      start: { dateTime: `2026-11-${day}T15:00:00`, timeZone: "UTC" },
      end: { dateTime: `2026-11-${day}T15:45:00`, timeZone: "UTC" },
      attendees: [{ emailAddress: { address: guest } }],
    },
  });
  return Item.parse(body).id;
};

/** What came to the address so far, validations aside. */
const told = async (path: string): Promise<unknown[]> => {
  await company.microsoft.subscriptions.idle();
  const Message = z.object({ value: z.array(z.unknown()) });
  return listener.received
    .filter((one) => one.path === path && !one.query.has("validationToken"))
    .flatMap(({ body }) => Message.parse(JSON.parse(body)).value);
};

describe("a subscription", () => {
  it("is opened after its address has answered, and tells of changes with its secret", async () => {
    const opened = await subscribe();
    expect(opened.status).toBe(201);
    expect(faultsOf("Subscription", opened.body)).toEqual([]);
    const { id } = Subscription.parse(opened.body);
    expect(listener.received.map(({ path }) => path)).toEqual(["/notices", "/lifecycle"]);
    const eventId = await make();
    const notices = await told("/notices");
    // The published type leaves open what tells of the resource.
    const open = "ChangeNotification.resourceData.id: unknown";
    expect(notices.map((one) => faultsOf("ChangeNotification", one))).toEqual([[open], [open]]);
    // A creation is followed by changes that nobody made.
    expect(notices).toMatchObject([{ changeType: "created" }, { changeType: "updated" }]);
    expect(notices[0]).toMatchObject({
      subscriptionId: id,
      clientState: "a secret",
      resource: `Users/${organizer}/Events/${eventId}`,
      resourceData: { id: eventId },
    });
    await company.ask("DELETE", `/users/${organizer}/events/${eventId}`);
    expect((await told("/notices")).at(-1)).toMatchObject({ changeType: "deleted" });
    expect((await company.ask("DELETE", `/subscriptions/${id}`)).status).toBe(204);
    expect((await company.ask("DELETE", `/subscriptions/${id}`)).status).toBe(404);
    const before = (await told("/notices")).length;
    await make();
    expect(await told("/notices")).toHaveLength(before);
  });

  it.each(["wrong", "refuse"] as const)("is refused when its address is %s", async (how) => {
    validation = how;
    expect(await subscribe()).toMatchObject({
      status: 400,
      body: { error: { code: "ValidationError" } },
    });
    expect(company.microsoft.subscriptions.list()).toEqual([]);
  });

  it.each([
    ["too long a life", { expirationDateTime: inMinutes(10_081) }],
    ["an end in the past", { expirationDateTime: inMinutes(-1) }],
    ["too long a secret", { clientState: "x".repeat(129) }],
    ["another resource", { resource: "/users/somebody/messages" }],
    ["no such change", { changeType: "vanished" }],
  ])("is refused with %s", async (_name, fields) => {
    expect((await subscribe(fields)).status).toBe(400);
  });

  it("lives 45 minutes at least, can be renewed, and ends", async () => {
    const opened = Subscription.parse((await subscribe({ expirationDateTime: inMinutes(5) })).body);
    expect(opened.expirationDateTime).toBe(inMinutes(45));
    const path = `/subscriptions/${opened.id}`;
    const body = { expirationDateTime: inMinutes(55) };
    const renewed = await company.ask("PATCH", path, { body });
    expect(renewed).toMatchObject({ status: 200, body: { expirationDateTime: inMinutes(55) } });
    company.clock.advance({ minutes: 50 });
    expect(company.microsoft.subscriptions.list()).toHaveLength(1);
    company.clock.advance({ minutes: 6 });
    expect(company.microsoft.subscriptions.list()).toEqual([]);
    await make();
    expect(await told("/notices")).toEqual([]);
  });

  it("tells about itself at an address of its own, and ends when it is removed", async () => {
    const { id } = Subscription.parse((await subscribe()).body);
    company.microsoft.subscriptions.tellLifecycle(id, "missed");
    company.microsoft.subscriptions.tellLifecycle(id, "subscriptionRemoved");
    expect(await told("/lifecycle")).toMatchObject([
      { subscriptionId: id, clientState: "a secret", lifecycleEvent: "missed" },
      { subscriptionId: id, lifecycleEvent: "subscriptionRemoved" },
    ]);
    expect((await company.ask("GET", `/subscriptions/${id}`)).status).toBe(404);
  });

  it("tells nobody while Microsoft is silent", async () => {
    const { id } = Subscription.parse((await subscribe()).body);
    company.microsoft.subscriptions.setSilent(true);
    await make();
    expect(await told("/notices")).toEqual([]);
    await company.ask("DELETE", `/subscriptions/${id}`);
  });
});

describe("a delta", () => {
  const FIRST = "startDateTime=2026-11-20T00:00:00Z&endDateTime=2026-12-20T00:00:00Z";
  const readAll = async (first: string) => {
    const items: z.infer<typeof Page>["value"] = [];
    let link = first;
    for (;;) {
      const answer = await company.ask("GET", link, { headers: { prefer: "odata.maxpagesize=9" } });
      const page = Page.parse(answer.body);
      expect(page.value.length).toBeLessThanOrEqual(9);
      items.push(...page.value);
      const next = page["@odata.nextLink"];
      if (next === undefined) return { items, deltaLink: page["@odata.deltaLink"] ?? "" };
      link = next;
    }
  };
  const path = () => `/users/${organizer}/calendarView/delta?${FIRST}`;

  it("begins with the whole view, then brings what has changed since, removals too", async () => {
    const stays = await make("Stays", 25);
    const goes = await make("Goes", 26);
    const first = await readAll(path());
    expect(first.items.map(({ id }) => id)).toEqual(expect.arrayContaining([stays, goes]));
    expect((await readAll(first.deltaLink)).items).toEqual([]);
    await company.ask("PATCH", `/users/${organizer}/events/${stays}`, { body: { subject: "Is" } });
    await company.ask("DELETE", `/users/${organizer}/events/${goes}`);
    const second = await readAll(first.deltaLink);
    expect(second.items).toHaveLength(2);
    expect(second.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: stays, subject: "Is" }),
        expect.objectContaining({ id: goes, "@removed": { reason: "deleted" } }),
      ]),
    );
    expect((await readAll(second.deltaLink)).items).toEqual([]);
  });

  it("takes no filter, no other mailbox's link, and none that has ended", async () => {
    const expanded = await company.ask("GET", `${path()}&$expand=attachments`);
    expect(expanded.status).toBe(400);
    const { deltaLink } = await readAll(path());
    expect((await company.ask("GET", deltaLink.replace(organizer, guest))).status).toBe(400);
    company.microsoft.deltaTokens.expireAll();
    expect(await company.ask("GET", deltaLink)).toMatchObject({
      status: 410,
      body: { error: { code: "SyncStateNotFound" } },
    });
  });
});
