import { useStatus } from "../api/queries.ts";
import { relative, whenInWords } from "./time.ts";

/** A time with its zone; the relative one carries the absolute one. */
export const When = ({ iso, zone, isRelative }: { iso: string; zone?: string; isRelative?: boolean }) => {
  const status = useStatus();
  const words = whenInWords(iso, zone ?? status.data?.companyZone ?? "UTC");
  return (
    <time dateTime={iso} title={words} className="num">
      {isRelative && status.data ? relative(iso, status.data.now) : words}
    </time>
  );
};
