/** Faults by hand: set, seen, waited for and taken away. */
import type { Router } from "express";
import { z } from "zod";
import { type NewFault as FaultRule, KINDS, NewFault, SERVICES } from "../faults/rules.ts";
import { type Wire, badRequest, notFound, queryOf } from "../lever/protocol.ts";
import { type ControlOptions, bodyOf, done } from "./parts.ts";

const LONGEST_WAIT_MS = 60_000;

/** `/faults`. */
export const mountFaults = (router: Router, { faults }: ControlOptions): void => {
  router.get("/faults", (_request, response) => {
    response.json({ items: faults.list(), services: SERVICES, kinds: KINDS });
  });
  router.post("/faults", (request, response) => {
    const isForm = request.is("application/x-www-form-urlencoded") !== false;
    const rule = ruleOf(isForm ? fromForm(bodyOf(request)) : bodyOf(request));
    const fault = faults.add(rule);
    if (isForm) done(request, response);
    else response.status(201).json(fault);
  });
  router.post("/faults/clear", (request, response) => {
    faults.clear();
    done(request, response);
  });
  router.post("/faults/:id/remove", (request, response) => {
    if (!faults.remove(request.params.id)) throw notFound();
    done(request, response);
  });
  // Answers when the rule has been met so often; 408 when that takes too long.
  router.get("/faults/:id/met", async (request, response) => {
    const times = Number(queryOf(request).get("times") ?? 1);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const patience = AbortSignal.any([gone.signal, AbortSignal.timeout(LONGEST_WAIT_MS)]);
    const fault = await faults.whenMet(request.params.id, times, patience);
    if (fault) response.json(fault);
    else if (patience.aborted) response.status(408).json({ code: "Timeout", message: "not met" });
    else throw notFound();
  });
};

const ruleOf = (body: Wire): FaultRule => {
  const parsed = NewFault.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badRequest(`${issue?.path.join(".") ?? "the body"}: ${issue?.message ?? "is not a fault"}`);
};

const NUMBERS = ["times", "share", "status", "delayMs", "retryAfterSeconds", "skewSeconds"];
const Numeric = z.coerce.number();

/** A form's fields are texts, and an empty one is none. `times` of 0 means until it is taken away. */
const fromForm = (body: Wire): Wire => {
  const filled = Object.entries(body).filter(([name, value]) => name !== "back" && value !== "");
  const fields: Wire = Object.fromEntries(
    filled.map(([name, value]) => [
      name,
      NUMBERS.includes(name) ? Numeric.catch(Number.NaN).parse(value) : value,
    ]),
  );
  return fields["times"] === 0 ? { ...fields, times: null } : fields;
};
