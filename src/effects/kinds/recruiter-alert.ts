/** Tells the recruiter that nothing fits. */
import { type AlertRecruiter, misfitOf, renderAlert } from "../../domain/alert.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { EffectKind } from "../kind.ts";
import { refuseIfConfidential } from "../look-again.ts";
import { type RecruiterDeps, tellRecruiter } from "./tell-person.ts";

interface AlertDeps extends RecruiterDeps {
  lever: { fresh: LeverReader };
  publicUrl: string;
}

/** The one step of an alert. */
export const createRecruiterAlert =
  (deps: AlertDeps) =>
  (alert: AlertRecruiter): EffectKind => {
    const message = renderAlert(alert, `${deps.publicUrl}/cases/${alert.caseId}`);
    const told = { step: "recruiter", that: misfitOf(alert), message };
    const { send, ...kind } = tellRecruiter(alert, told, deps);
    return {
      ...kind,
      send: async (context) => {
        await refuseIfConfidential(alert, deps.lever.fresh);
        return await send(context);
      },
    };
  };
