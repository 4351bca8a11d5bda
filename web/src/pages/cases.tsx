/** Every case, latest change first. */
import { Group, SegmentedControl, Text } from "@mantine/core";
import { Link, useSearchParams } from "wouter";
import { useCases } from "../api/queries.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { Page } from "../parts/page.tsx";
import { Loaded } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";

const STATUSES = [
  { value: "", label: "All" },
  { value: "waiting", label: "Waiting" },
  { value: "blocked", label: "Needs a person" },
  { value: "booked", label: "Booked" },
  { value: "closed", label: "Closed" },
];

/** The list of cases. */
export const Cases = () => {
  const [params, setParams] = useSearchParams();
  const status = params.get("status") ?? "";
  const cases = useCases(status === "" ? undefined : status);
  return (
    <Page title="Cases">
      <Group>
        <SegmentedControl
          aria-label="Which cases"
          data={STATUSES}
          value={status}
          onChange={(value) => setParams(value === "" ? {} : { status: value })}
          style={{ flexWrap: "wrap" }}
        />
      </Group>
      <Loaded query={cases}>
        {({ items }) => (
          <div className="paper">
            {items.length === 0 && (
              <Text p="lg" className="quiet">
                No case here. A case begins when a candidate reaches a stage with an interview plan.
              </Text>
            )}
            {items.map((item) => (
              <Link key={item.id} href={`/cases/${item.id}`} className="row">
                <div>
                  <Text component="span" fw={600} className="wrap">
                    {item.candidateName}
                  </Text>{" "}
                  <Text component="span" className="quiet wrap">
                    {item.postingTitle}, {item.stageName}
                  </Text>
                  <Text className="wrap">{item.problem?.message ?? item.nextStep}</Text>
                </div>
                <Group gap={6} justify="flex-end" align="flex-start">
                  <StatusBadge status={item.status} />
                  <Text component="span" size="sm" className="quiet">
                    <When iso={item.updatedAt} isRelative />
                  </Text>
                </Group>
              </Link>
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
};
