import { useStatus } from "../api/queries.ts";
import { relative, whenInWords } from "./time.ts";

interface WhenProps {
  iso: string;
  /** The company's zone when absent. */
  zone?: string;
  /** As seen from the company's present; the absolute time stays one hover away. */
  isRelative?: boolean;
}

/** A moment, with its zone. */
export const When = ({ iso, zone, isRelative = false }: WhenProps) => {
  const { data: status } = useStatus();
  const words = whenInWords(iso, zone ?? status?.companyZone ?? "UTC");
  return (
    <time dateTime={iso} title={words} className="num">
      {isRelative && status ? relative(iso, status.now) : words}
    </time>
  );
};
