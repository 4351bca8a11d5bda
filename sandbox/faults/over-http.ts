/** Puts the faults between an HTTP service of the company and those who ask it. */
import { setTimeout as wait } from "node:timers/promises";
import { type Request, type RequestHandler, type Response, json, urlencoded } from "express";
import type { Fault, Faults, FaultyService } from "./rules.ts";

/** What is answered in the service's place. */
export interface FaultAnswer {
  status: number;
  /** The service's own word for why, where it has such words. */
  reason?: string | undefined;
}

export interface FaultyDoor {
  service: FaultyService;
  faults: Faults;
  /** Answers as the service itself would when it refuses. */
  refuse(fault: FaultAnswer, response: Response): void;
  /** Ends the credentials that it has given out, where it gives any. */
  expireTokens?(): void;
}

/** Stands before the service; lets everything through that meets no rule. */
export const meetFaults =
  ({ service, faults, refuse, expireTokens }: FaultyDoor): RequestHandler =>
  async (request, response, next) => {
    const path = request.originalUrl.split("?")[0] ?? "";
    const fault = faults.meet({ service, method: request.method, path });
    switch (fault?.kind) {
      case undefined:
      case "clock_skew":
        next();
        return;
      case "status":
        await swallowBody(request);
        if (fault.retryAfterSeconds !== undefined) {
          response.setHeader("retry-after", String(fault.retryAfterSeconds));
        }
        refuse(fault, response);
        faults.settle(fault);
        return;
      case "expired_token":
        await swallowBody(request);
        expireTokens?.();
        refuse({ status: 401 }, response);
        faults.settle(fault);
        return;
      case "slow":
        // What has come whole is done, though its caller may have gone by then.
        await readBody(request, response);
        await wait(fault.delayMs);
        faults.settle(fault);
        next();
        return;
      case "hang_before":
        await swallowBody(request);
        faults.settle(fault);
        return;
      case "drop_before":
        await swallowBody(request);
        response.socket?.resetAndDestroy();
        faults.settle(fault);
        return;
      case "hang_after":
      case "drop_after":
      case "malformed":
        spoilAnswer(response, fault, () => faults.settle(fault));
        next();
        return;
    }
  };

const parsers = [json({ limit: "5mb" }), urlencoded({ extended: false })];

/** Reads the body before the service does, which then finds it read. */
const readBody = async (request: Request, response: Response): Promise<void> => {
  for (const parse of parsers) {
    await new Promise<void>((resolve, reject) => {
      parse(request, response, (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error("the body cannot be read"));
      });
    });
  }
};

/** The caller has sent it all before it learns of anything. */
const swallowBody = async (request: Request): Promise<void> => {
  for await (const _chunk of request) {
    // Nobody reads it.
  }
};

/** The service answers as ever, and this is what leaves instead. */
const spoilAnswer = (response: Response, fault: Fault, over: () => void): void => {
  const end = response.end.bind(response);
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown): void => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  Object.assign(response, {
    write: (chunk: unknown): boolean => {
      keep(chunk);
      return true;
    },
    end: (chunk: unknown): Response => {
      keep(chunk);
      if (fault.kind === "drop_after") response.socket?.resetAndDestroy();
      if (fault.kind === "malformed") {
        const body = Buffer.concat(chunks);
        response.removeHeader("content-length");
        response.removeHeader("etag");
        end(body.subarray(0, Math.floor(body.length / 2)));
      }
      over();
      return response;
    },
  });
};
