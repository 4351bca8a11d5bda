import { UnstyledButton } from "@mantine/core";
import { useSearchParam } from "./search-param.ts";

interface FilterChipsProps {
  /** Name of the parameter in the address. */
  param: string;
  label: string;
  options: { value: string; label: string; count?: number }[];
}

/** One of several, or all: kept in the address. */
export const FilterChips = ({ param, label, options }: FilterChipsProps) => {
  const [value, setValue] = useSearchParam(param);
  return (
    <div className="filter-chips" role="group" aria-label={label}>
      {[{ value: null, label: "All" }, ...options].map((option) => (
        <UnstyledButton
          key={option.label}
          className="chip"
          aria-pressed={value === option.value}
          onClick={() => setValue(option.value)}
        >
          {option.label}
          {"count" in option && option.count !== undefined && (
            <span className="quiet num"> {option.count}</span>
          )}
        </UnstyledButton>
      ))}
    </div>
  );
};
