/** Faults of the mail server: at MAIL, RCPT, or when the mail has come (DATA). */
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { SMTPServerSession } from "smtp-server";
import type { Faults } from "../faults/rules.ts";

type Done = (error?: Error | null, message?: string) => void;

export interface Command {
  verb: "MAIL" | "RCPT" | "DATA";
  session: SMTPServerSession;
  /** Does what was asked. Shape: what the answer says. */
  work(): Promise<string>;
  /** Reads what was sent and keeps nothing. */
  discard(): Promise<void>;
  done: Done;
}

export interface MailFaults {
  /** Must hear of every connection. */
  onConnection(socket: Socket): void;
  handle(command: Command): Promise<void>;
}

/** Handles each command as the rules say; without a rule, as it should be. */
export const createMailFaults = (faults: Faults): MailFaults => {
  const sockets = new Map<number, Socket>();
  const socketOf = ({ remotePort }: SMTPServerSession) => sockets.get(remotePort);
  return {
    onConnection: (socket) => {
      const port = socket.remotePort ?? 0;
      sockets.set(port, socket);
      socket.once("close", () => sockets.delete(port));
    },
    handle: async ({ verb, session, work, discard, done }) => {
      const fault = faults.meet({ service: "mail", method: verb, path: "" });
      switch (fault?.kind) {
        case undefined:
        case "clock_skew":
          await answer(work(), done);
          return;
        case "slow":
          await wait(fault.delayMs);
          await answer(work(), done);
          return;
        case "status":
        case "expired_token":
          await discard();
          done(Object.assign(new Error("A fault was set"), { responseCode: fault.status }));
          return;
        case "hang_before":
          await discard();
          return;
        case "drop_before":
          await discard();
          socketOf(session)?.resetAndDestroy();
          return;
        case "hang_after":
          await work();
          return;
        case "drop_after":
          await work();
          socketOf(session)?.resetAndDestroy();
          return;
        case "malformed":
          await work();
          socketOf(session)?.write("2");
          return;
      }
    },
  };
};

const answer = async (work: Promise<string>, done: Done): Promise<void> => {
  try {
    done(null, await work);
  } catch (error) {
    done(error instanceof Error ? error : new Error("the mail cannot be read"));
  }
};
