/** The seam for faults: a service of the company can be made to misbehave before it sees a request. */
import type { RequestHandler } from "express";

export type FaultyService = "lever" | "google";

export interface Faults {
  /** Stands before the service; lets everything through until a fault is set. */
  before(service: FaultyService): RequestHandler;
  /** A handler that may answer, cut the connection or wait, in the service's place; null: none. */
  set(service: FaultyService, fault: RequestHandler | null): void;
}

/** No faults. */
export const createFaults = (): Faults => {
  const faults = new Map<FaultyService, RequestHandler>();
  return {
    before: (service) => (request, response, next) => {
      const pass: RequestHandler = (_request, _response, go) => go();
      return (faults.get(service) ?? pass)(request, response, next);
    },
    set: (service, fault) => {
      if (fault) faults.set(service, fault);
      else faults.delete(service);
    },
  };
};
