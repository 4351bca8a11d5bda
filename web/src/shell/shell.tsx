import "../styles/shell.css";
import { IconLogout2, IconMessageQuestion, IconSearch } from "@tabler/icons-react";
import { Kbd, UnstyledButton } from "@mantine/core";
import { useDisclosure, useHotkeys, useOs } from "@mantine/hooks";
import { type ReactNode, Suspense, lazy, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { useLive } from "../api/live.ts";
import { useStatus } from "../api/queries.ts";
import { useSession, useSignOut } from "../api/session.ts";
import { isolated } from "../parts/isolated.ts";
import { BrandMark } from "../parts/brand-mark.tsx";
import { Initials } from "../parts/initials.tsx";
import { useKeys } from "../parts/keys.ts";
import { tellProblem } from "../parts/tell.ts";
import { Announcer } from "./announcer.tsx";
import { PauseBar } from "./pause-bar.tsx";
import { isAt, mayAsk, placesFor } from "./places.ts";
import { SandboxBar } from "./sandbox-bar.tsx";
import { ShortcutList } from "./shortcut-list.tsx";
import { ThemeButton } from "./theme-button.tsx";

const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));

const AskPanel = lazy(async () => ({ default: (await import("../ask/ask-panel.tsx")).AskPanel }));

/** Navigation, banners and the place of the page. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const isLive = useLive();
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const [paletteAsks, setPaletteAsks] = useState(0);
  const [areKeysShown, keys] = useDisclosure(false);
  const openPalette = (): void => setPaletteAsks((asked) => asked + 1);
  useHotkeys([["mod+K", openPalette]], []);
  const [isAsking, asking] = useDisclosure(false);
  const [wasAsked, setAsked] = useState(false);
  const isAskable = mayAsk(useSession().data);
  const openAsk = (): void => {
    if (!isAskable) return;
    setAsked(true);
    asking.open();
  };
  // On some keyboards the sign needs the shift key.
  useKeys({ "shift+?": keys.open, "/": openAsk, "shift+/": openAsk });
  useFocusOnNewPage(path, main);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <SandboxBar />
      <Navigation path={path} onSearch={openPalette} onAsk={openAsk} onKeys={keys.open} />
      <main className="main" id="main" tabIndex={-1} ref={main}>
        <PauseBar />
        {!isLive && (
          <p className="stale" role="status">
            Live updates are interrupted. What you see may be old; trying again.
          </p>
        )}
        {children}
      </main>
      {isAskable && (
        <UnstyledButton className="ask-button" onClick={openAsk}>
          <IconMessageQuestion size={18} aria-hidden />
          Ask
        </UnstyledButton>
      )}
      <TabBar path={path} />
      <Announcer />
      <ShortcutList isOpen={areKeysShown} onClose={keys.close} />
      {wasAsked && (
        <Suspense fallback={null}>
          <AskPanel isOpen={isAsking} onClose={asking.close} />
        </Suspense>
      )}
      {paletteAsks > 0 && (
        <Suspense fallback={null}>
          <Palette asks={paletteAsks} />
        </Suspense>
      )}
    </div>
  );
};

/** A new page is read from its top, by eye and by screen reader. */
const useFocusOnNewPage = (path: string, main: React.RefObject<HTMLElement | null>): void => {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
};

interface NavigationProps {
  path: string;
  onSearch(): void;
  onAsk(): void;
  onKeys(): void;
}

const Navigation = ({ path, onSearch, onAsk, onKeys }: NavigationProps) => {
  const { data: status } = useStatus();
  const { data: session } = useSession();
  const isMac = useOs() === "macos";
  const signOut = useSignOut();
  const shownName = session?.displayName ?? session?.name ?? "";
  return (
    <aside className="side" aria-label="Convene">
      <div className="brand">
        <BrandMark />
        <span className="brand-name">Convene</span>
        <span className="brand-company">{status?.companyName}</span>
      </div>
      <UnstyledButton className="search-button" onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={15} aria-hidden />
        <span>Find</span>
        <Kbd size="xs" aria-hidden>
          {isMac ? "⌘ K" : "Ctrl K"}
        </Kbd>
      </UnstyledButton>
      {mayAsk(session) && (
        <UnstyledButton className="search-button" onClick={onAsk} aria-keyshortcuts="/">
          <IconMessageQuestion size={15} aria-hidden />
          <span>Ask</span>
          <Kbd size="xs" aria-hidden>
            /
          </Kbd>
        </UnstyledButton>
      )}
      <nav aria-label="Main" className="nav">
        {placesFor(session).map((place) => (
          <Link
            key={place.href}
            href={place.href}
            className="nav-link"
            aria-current={isAt(place, path) ? "page" : undefined}
          >
            <place.icon size={18} stroke={1.7} aria-hidden />
            <span>{place.label}</span>
            <Count href={place.href} />
          </Link>
        ))}
      </nav>
      <div className="side-foot">
        <Link className="me" href="/access" title={`Signed in as ${isolated(session?.name ?? "")}`}>
          <Initials name={shownName} />
          <span className="me-name">
            <span>{shownName}</span>
            <span className="quiet small">{session?.role.replaceAll("_", " ")}</span>
          </span>
        </Link>
        <div className="side-tools">
          <UnstyledButton
            className="tool"
            aria-label="Sign out"
            title="Sign out"
            disabled={signOut.isPending}
            onClick={() => signOut.mutate(undefined, { onError: tellProblem })}
          >
            <IconLogout2 size={17} aria-hidden />
          </UnstyledButton>
          <ThemeButton />
          <UnstyledButton className="tool" onClick={onKeys} aria-label="Keyboard shortcuts">
            <Kbd size="xs" aria-hidden>
              ?
            </Kbd>
          </UnstyledButton>
        </div>
      </div>
    </aside>
  );
};

/** What is counted beside a place, and in which words. */
const COUNTS: Record<string, { of: "waiting" | "questions" | "failed"; words: string }> = {
  "/": { of: "waiting", words: "waiting" },
  "/questions-from-candidates": { of: "questions", words: "to answer" },
  "/events": { of: "failed", words: "failed" },
};

const Count = ({ href }: { href: string }) => {
  const { data: status } = useStatus();
  const counted = COUNTS[href];
  if (!status || !counted || status[counted.of] === 0) return null;
  return (
    <span className="count" data-tone={counted.of === "failed" ? "failed" : "accent"}>
      {status[counted.of]}
      <span className="sr-only"> {counted.words}</span>
    </span>
  );
};

/** On phones, the navigation is within reach of the thumb. */
const TabBar = ({ path }: { path: string }) => {
  const bar = useRef<HTMLElement>(null);
  const places = placesFor(useSession().data);
  const here = places.find((place) => isAt(place, path))?.href;
  // On the smallest ones it is wider than the window: where one is must be seen.
  useEffect(() => {
    bar.current
      ?.querySelector(`a[href="${here}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [here]);
  return (
    <nav aria-label="Main" className="tab-bar" ref={bar}>
      {places.map((place) => (
        <Link
          key={place.href}
          href={place.href}
          className="tab-link"
          aria-current={isAt(place, path) ? "page" : undefined}
        >
          <span className="tab-icon">
            <place.icon size={20} stroke={1.7} aria-hidden />
            <Count href={place.href} />
          </span>
          {place.label}
        </Link>
      ))}
    </nav>
  );
};
