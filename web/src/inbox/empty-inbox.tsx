import { useStatus } from "../api/queries.ts";
import { Empty } from "../parts/states.tsx";
import { TryIt } from "./try-it.tsx";

/** Nothing waits: what will come here, and in a sandbox how to make it come. */
export const EmptyInbox = ({ isFirst }: { isFirst: boolean }) => {
  const status = useStatus().data;
  return (
    <>
      <div className="panel">
        <Empty title={isFirst ? "Nothing waits for you yet" : "Nothing waits for you"}>
          <p>
            When a candidate reaches a stage that has an interview plan, Convene finds a time that
            everybody can, writes the texts, and asks you here before anything is sent.
          </p>
        </Empty>
      </div>
      {status?.sandbox && <TryIt />}
    </>
  );
};
