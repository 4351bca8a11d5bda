import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Role, ROLES } from "../../../src/domain/access.ts";
import { useMakeToken } from "../api/access.ts";
import { usePeople } from "../api/queries.ts";
import { MadeToken } from "../parts/made-token.tsx";
import { ProblemNote } from "../parts/states.tsx";
import { ROLE_CHOICES, namesIn } from "./reach.ts";

const DAYS = [
  { value: "1", label: "a day" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "a year" },
];

const SOME = "All, or some between commas";
const EMPTY = { name: "", teams: "", requisitions: "" };

/** Makes a token for somebody without an account, or for a program. */
export const NewToken = () => {
  const [typed, setTyped] = useState(EMPTY);
  const [person, setPerson] = useState<string | null>(null);
  const [asked, setAsked] = useState("");
  const people = usePeople(asked).data?.items ?? [];
  const [role, setRole] = useState<Role>("recruiter");
  const [days, setDays] = useState("30");
  const make = useMakeToken();
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    onChange: ({ currentTarget: { value } }: React.ChangeEvent<HTMLInputElement>) =>
      setTyped((before) => ({ ...before, [name]: value })),
  });
  return (
    <section className="panel setting-block" aria-labelledby="new-token">
      <div>
        <h2 id="new-token">A new token</h2>
        <p className="quiet">
          For a program, or for somebody who does not sign in at an identity provider. It is shown
          once.
        </p>
      </div>
      <form
        className="access-form"
        onSubmit={(event) => {
          event.preventDefault();
          const token = {
            person,
            name: person === null ? typed.name : null,
            role,
            teams: namesIn(typed.teams),
            requisitions: namesIn(typed.requisitions),
            days: Number(days),
          };
          make.mutate(token, {
            onSuccess: () => {
              setTyped(EMPTY);
              setPerson(null);
            },
          });
        }}
      >
        <Select
          label="Stands for"
          placeholder="Nobody: a program"
          description="Rules cannot name a program"
          data={people.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }))}
          value={person}
          searchable
          clearable
          onSearchChange={(words) => setAsked(words.split(",")[0]?.trim() ?? "")}
          onChange={setPerson}
        />
        {person === null && (
          <TextInput label="Name of the program" required maxLength={80} {...field("name")} />
        )}
        <Select
          label="Role"
          data={ROLE_CHOICES}
          value={role}
          allowDeselect={false}
          onChange={(value) => setRole(ROLES.find((one) => one === value) ?? "recruiter")}
        />
        <TextInput label="Teams" placeholder={SOME} {...field("teams")} />
        <TextInput label="Requisitions" placeholder={SOME} {...field("requisitions")} />
        <Select
          label="Good for"
          data={DAYS}
          value={days}
          allowDeselect={false}
          onChange={(value) => setDays(value ?? "30")}
        />
        <Button type="submit" variant="default" loading={make.isPending}>
          Make a token
        </Button>
      </form>
      {make.error && <ProblemNote error={make.error} />}
      {make.data && <MadeToken secret={make.data.secret} />}
    </section>
  );
};
