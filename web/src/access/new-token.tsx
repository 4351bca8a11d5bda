import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Role, ROLES } from "../../../src/domain/access.ts";
import { useMakeToken } from "../api/access.ts";
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
const EMPTY = { name: "", email: "", teams: "", requisitions: "" };

/** Makes a token for somebody without an account, or for a program. */
export const NewToken = () => {
  const [typed, setTyped] = useState(EMPTY);
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
            name: typed.name,
            email: typed.email.trim() === "" ? null : typed.email,
            role,
            teams: namesIn(typed.teams),
            requisitions: namesIn(typed.requisitions),
            days: Number(days),
          };
          make.mutate(token, { onSuccess: () => setTyped(EMPTY) });
        }}
      >
        <TextInput label="Whose" required maxLength={80} {...field("name")} />
        <TextInput
          label="Their address in Lever"
          type="email"
          maxLength={254}
          {...field("email")}
        />
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
