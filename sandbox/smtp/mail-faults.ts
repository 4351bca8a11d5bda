/** Faults of the mail server: at MAIL, RCPT, or when the mail has come (DATA). */
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { SMTPServerSession } from "smtp-server";
import type { Fault, Faults } from "../faults/rules.ts";

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
    handle: async (command) => {
      const fault = faults.meet({ service: "mail", method: command.verb, path: "" });
      if (!fault || fault.kind === "clock_skew") await answer(command.work(), command.done);
      else {
        await misbehave(fault, command, () => socketOf(command.session));
        faults.settle(fault);
      }
    },
  };
};

const misbehave = async (
  fault: Fault,
  { work, discard, done }: Command,
  socket: () => Socket | undefined,
): Promise<void> => {
  const isAfter = ["hang_after", "drop_after", "malformed"].includes(fault.kind);
  if (isAfter) {
    // A sender that dies in the middle of its mail has sent none.
    const isDone = await work().then(
      () => true,
      () => false,
    );
    if (!isDone) return;
  } else if (fault.kind !== "slow") await discard().catch(() => undefined);
  if (fault.kind === "slow") {
    await wait(fault.delayMs);
    await answer(work(), done);
  }
  if (fault.kind === "status" || fault.kind === "expired_token") {
    done(Object.assign(new Error("A fault was set"), { responseCode: fault.status }));
  }
  if (fault.kind === "drop_before" || fault.kind === "drop_after") socket()?.resetAndDestroy();
  if (fault.kind === "malformed") socket()?.write("2");
};

const answer = async (work: Promise<string>, done: Done): Promise<void> => {
  try {
    done(null, await work);
  } catch (error) {
    done(error instanceof Error ? error : new Error("the mail cannot be read"));
  }
};
