/** A walk between whose product and company stand a door and a mail proxy that misbehave where a test says. */
import type { OpenTestDatabase } from "./database.ts";
import { type DroppingProxy, openDroppingProxy } from "./dropping-proxy.ts";
import { type FaultyDoor, openFaultyDoor } from "./faulty-door.ts";
import { type Walk, type WalkOptions, startWalk } from "./walk.ts";

export interface FaultyWalk {
  walk: Walk;
  /** Before Lever and Google. */
  door: FaultyDoor;
  /** Before the mail server. */
  mailDoor: DroppingProxy;
  /** Ends all faults. */
  heal(): void;
  close(): Promise<void>;
}

/** Starts all of it; closing stops the walk first. */
export const startFaultyWalk = async (
  open: OpenTestDatabase,
  options: Omit<WalkOptions, "through"> = {},
): Promise<FaultyWalk> => {
  await using undo = new AsyncDisposableStack();
  const door = undo.use(await openFaultyDoor());
  const doors: DroppingProxy[] = [];
  const walk = await startWalk(open, {
    ...options,
    through: async (company) => {
      const mailDoor = undo.use(await openDroppingProxy(Number(new URL(company.smtpUrl).port)));
      doors.push(mailDoor);
      return { ...door.before(company), smtpUrl: `smtp://127.0.0.1:${mailDoor.port}` };
    },
  });
  undo.defer(async () => await walk.close());
  const [mailDoor] = doors;
  if (!mailDoor) throw new Error("the walk has no mail proxy");
  const close = undo.move();
  return {
    walk,
    door,
    mailDoor,
    heal: () => {
      door.heal();
      mailDoor.letPass();
    },
    close: async () => await close.disposeAsync(),
  };
};
