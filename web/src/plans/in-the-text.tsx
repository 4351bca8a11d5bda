import { listAt, textAt } from "./plan-text.ts";
import { usePlan } from "./use-plan.ts";

/** Says what of the plan has no field here. */
export const InTheText = () => {
  const ids = usePlan((value) =>
    [value, ...listAt(value, ["sessions"])].map((one) => textAt(one, ["id"])),
  );
  return (
    <p className="quiet small">
      Ids: <Codes names={ids.filter((id) => id !== "")} />. Each is made when a plan or an interview
      is added, and stays, since bookings go by it; the text alone can change it.
    </p>
  );
};

const Codes = ({ names }: { names: readonly string[] }) =>
  names.map((name, index) => (
    <span key={index}>
      {index > 0 && ", "}
      <code>{name}</code>
    </span>
  ));
