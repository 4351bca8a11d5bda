import "../styles/settings.css";
import {
  Button,
  NumberInput,
  SegmentedControl,
  Switch,
  useMantineColorScheme,
} from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import type { Policy } from "../../../src/domain/policy.ts";
import { withPreset } from "../../../src/domain/policy-presets.ts";
import { usePause, useSavePolicy } from "../api/changes.ts";
import { type VersionedPolicy, usePolicy, useStatus } from "../api/queries.ts";
import { useSession } from "../api/session.ts";
import { useKeysSetting } from "../parts/keys.ts";
import { Page } from "../parts/page.tsx";
import { SaveBar } from "../parts/save-bar.tsx";
import { Loaded, Loading, ProblemNote } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { mayOfAll } from "../shell/places.ts";
import { AedtSection } from "./aedt-section.tsx";
import { AssistantsSection } from "./assistants-section.tsx";
import { CompareSection } from "./compare-section.tsx";
import { faultsByPath } from "../parts/faults.ts";
import { EvaluativeSection, withoutEmptyAssessment } from "./evaluative-section.tsx";
import { ClassSwitches } from "./class-switches.tsx";
import { LegalHoldsSection } from "./legal-holds-section.tsx";
import { ModeCards } from "./mode-cards.tsx";
import { DelegationSection } from "./delegation-section.tsx";
import { NoticesSection } from "./notices-section.tsx";
import { OptOutsSection } from "./opt-outs-section.tsx";
import { OversightFields } from "./oversight-fields.tsx";
import { PolicyPreview } from "./policy-preview.tsx";
import { PolicyVersions } from "./policy-versions.tsx";
import { PilotStart } from "./pilot-start.tsx";
import { RolloutFields } from "./rollout-fields.tsx";
import { RolloutSection } from "./rollout-section.tsx";
import { RulesEditor } from "./rules-editor.tsx";

/** How much Convene may do by itself; and how these pages behave for you. */
export const SettingsPage = () => {
  const query = usePolicy();
  const { data: session } = useSession();
  return (
    <Page title="Settings" lead="How much Convene may do by itself.">
      <PauseCard />
      <Loaded query={query} loading={<Loading rows={3} height={120} />}>
        {(policy) => (
          <>
            <PolicyForm key={policy.version} policy={policy} />
            <PolicyVersions present={policy.version} />
          </>
        )}
      </Loaded>
      {mayOfAll(session, "settings") && <RolloutSection />}
      {mayOfAll(session, "settings") && <AedtSection />}
      {mayOfAll(session, "decide") && <DelegationSection />}
      {mayOfAll(session, "settings") && <NoticesSection />}
      {mayOfAll(session, "read") && <OptOutsSection />}
      {mayOfAll(session, "admin") && <LegalHoldsSection />}
      {mayOfAll(session, "audit") && <CompareSection />}
      <AssistantsSection />
      <Personal />
    </Page>
  );
};

const PauseCard = () => {
  const { data: status } = useStatus();
  const { data: session } = useSession();
  const pause = usePause();
  if (!status) return null;
  const Icon = status.paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <section className="panel setting" aria-labelledby="pause">
      <div>
        <h2 id="pause">{status.paused ? "Everything is paused" : "Convene is at work"}</h2>
        <p className="quiet">
          {status.paused
            ? "Nothing is sent or booked. Events are still taken in, and what you approve goes on when you resume."
            : "A pause stops everything that would be sent or booked, everywhere, at once. Nothing is lost meanwhile."}
        </p>
      </div>
      {mayOfAll(session, "decide") && (
        <Button
          variant={status.paused ? "filled" : "default"}
          leftSection={<Icon size={16} aria-hidden />}
          loading={pause.isPending}
          onClick={() =>
            pause.mutate(!status.paused, {
              onSuccess: ({ paused }) => tellDone(paused ? "Paused. Nothing is sent." : "Resumed."),
              onError: tellProblem,
            })
          }
        >
          {status.paused ? "Resume" : "Pause everything"}
        </Button>
      )}
    </section>
  );
};

/** What is tried of it has no version. */
const policyOf = (draft: VersionedPolicy): Policy => {
  const { version: _, ...policy } = withoutEmptyAssessment(draft);
  return policy;
};

const isSame = (a: Policy, b: Policy): boolean => JSON.stringify(a) === JSON.stringify(b);

const PolicyForm = ({ policy }: { policy: VersionedPolicy }) => {
  const { data: session } = useSession();
  const save = useSavePolicy();
  const [draft, setDraft] = useState(policy);
  const isLocked = session?.role !== "admin";
  const isChanged = !isSame(draft, policy);
  const unbound = draft.rules.findIndex(
    ({ mode: _m, answer: _t, ...conditions }) => Object.keys(conditions).length === 0,
  );
  return (
    <form
      className="policy"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(withoutEmptyAssessment(draft), {
          onSuccess: () => tellDone("The new settings are in force."),
        });
      }}
    >
      <section className="panel setting-block" aria-labelledby="mode">
        <h2 id="mode">Mode</h2>
        <ModeCards
          value={draft.defaultMode}
          isLocked={isLocked}
          onChange={(defaultMode) => setDraft({ ...draft, defaultMode })}
        />
        {!isLocked && (
          <PilotStart onStart={(postings) => setDraft(withPreset(draft, "pilot", { postings }))} />
        )}
      </section>
      <section className="panel setting-block" aria-labelledby="rules">
        <div>
          <h2 id="rules">Exceptions</h2>
          <p className="quiet">
            Something else for some stages, teams, postings or kinds of work, by exact name or id.
            The first that matches counts.
          </p>
        </div>
        <RulesEditor
          rules={draft.rules}
          isLocked={isLocked}
          onChange={(rules) => setDraft({ ...draft, rules })}
        />
        {unbound !== -1 && (
          <p className="small rule-hint">
            Rule {unbound + 1} names nothing: it matches everything, and what stands after it is
            never reached.
          </p>
        )}
      </section>
      <section className="panel setting" aria-labelledby="expiry">
        <div>
          <h2 id="expiry">How long a decision waits</h2>
          <p className="quiet">After that it ends by itself, and nothing is sent.</p>
        </div>
        <NumberInput
          aria-labelledby="expiry"
          min={1}
          max={720}
          suffix=" hours"
          w={140}
          clampBehavior="blur"
          allowDecimal={false}
          disabled={isLocked}
          value={draft.expireHours}
          onChange={(hours) =>
            setDraft({ ...draft, expireHours: typeof hours === "number" ? hours : 1 })
          }
        />
      </section>
      <ClassSwitches
        draft={draft}
        isLocked={isLocked}
        onChange={(next) => setDraft({ ...next, version: policy.version })}
      />
      <EvaluativeSection
        draft={draft}
        isLocked={isLocked}
        faults={faultsByPath(save.error)}
        onChange={(next) => setDraft({ ...next, version: policy.version })}
      />
      <RolloutFields
        draft={draft}
        isLocked={isLocked}
        faults={faultsByPath(save.error)}
        onChange={(next) => setDraft({ ...next, version: policy.version })}
      />
      <OversightFields
        draft={draft}
        isLocked={isLocked}
        faults={faultsByPath(save.error)}
        onChange={(next) => setDraft({ ...next, version: policy.version })}
      />
      {isChanged && <PolicyPreview draft={policyOf(draft)} />}
      {save.error && <ProblemNote error={save.error} />}
      {isLocked ? (
        <p className="quiet small">Only an administrator can change these.</p>
      ) : (
        <SaveBar
          status={isChanged ? "Not yet in force." : `In force: version ${policy.version}.`}
          isChanged={isChanged}
        >
          <Button variant="default" disabled={!isChanged} onClick={() => setDraft(policy)}>
            Discard
          </Button>
          <Button type="submit" disabled={!isChanged} loading={save.isPending}>
            Put in force
          </Button>
        </SaveBar>
      )}
    </form>
  );
};

const Personal = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [hasKeys, setKeys] = useKeysSetting();
  return (
    <section className="panel setting-block" aria-labelledby="you">
      <h2 id="you">For you, in this browser</h2>
      <div className="personal">
        <span id="colours">Colours</span>
        <SegmentedControl
          aria-labelledby="colours"
          size="xs"
          data={[
            { value: "auto", label: "As the system" },
            { value: "light", label: "Light" },
            { value: "dark", label: "Dark" },
          ]}
          value={colorScheme}
          onChange={(value) => {
            if (value === "auto" || value === "light" || value === "dark") setColorScheme(value);
          }}
        />
      </div>
      <div className="personal">
        <label htmlFor="single-keys">Single-key shortcuts (A approves, J and K move)</label>
        <Switch
          id="single-keys"
          checked={hasKeys}
          onChange={(event) => setKeys(event.currentTarget.checked)}
        />
      </div>
    </section>
  );
};
