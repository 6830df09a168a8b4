import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { sessionState, storeLock, unsavedList } from './backend/commands';
import { lockedElsewhere } from './backend/invoke';
import { useSession } from './backend/queries';
import type { Unsaved } from './backend/settings-types';
import type { SessionState } from './backend/types';
import { FirstRun } from './features/first-run/first-run';
import { Announcer } from './frame/announcer';
import { CommandProvider } from './frame/commands';
import { Drafts } from './frame/drafts';
import { FailurePage } from './frame/failure-page';
import { followUser } from './frame/preferences';
import { UserProvider } from './frame/reader';
import { keepNow } from './frame/unsaved';
import { ShortcutProvider } from './frame/shortcut-provider';
import { ZoomKeys } from './frame/zoom-keys';
import { Lock } from './lock/lock';
import { onLanguage } from './texts/shown-language';
import { useTexts } from './texts/texts';

// What lies behind the passphrase is read while it is typed, so that the field for it comes at once.
const behindThePassphrase = () => import('./workspace');
const Workspace = lazy(() => behindThePassphrase().then((read) => ({ default: read.Workspace })));

/** What is on the screen follows from the state of the store: none, locked or open. */
export function App({ first }: { first: SessionState | null }) {
  const t = useTexts().frame;
  const asked = useSession(first === null);
  const [changed, setChanged] = useState<SessionState | null>(null);
  const [kept, setKept] = useState<readonly Unsaved[]>([]);
  // Whoever only locked the program has everything still on the screen.
  const lastUser = useRef<string | null>(null);
  const [lockedByIdle, setLockedByIdle] = useState(false);
  const session = changed ?? first ?? asked.data;

  const open = async (next: SessionState) => {
    const again = lastUser.current === next.user?.name;
    lastUser.current = next.user?.name ?? null;
    // It must be there before anything that may draw the workspace: another language does.
    // A store that cannot give back what was written must not keep its user out.
    setKept(next.state === 'open' && !again ? await unsavedList().catch(() => []) : []);
    await followUser(next);
    setLockedByIdle(false);
    setChanged(next);
  };
  const lock = async (idle: boolean) => {
    setLockedByIdle(idle);
    await keepNow();
    const locked = await storeLock().catch(() => null);
    // Even if the core does not answer, nothing stays readable on the screen.
    setChanged((before) => locked ?? (before && { ...before, state: 'locked' }) ?? null);
  };

  useEffect(() => void behindThePassphrase(), []);
  useEffect(() => {
    if (first) void followUser(first);
  }, [first]);
  useEffect(() => {
    // A file that is dropped beside the place for it must not take the page's place in the window.
    const stay = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', stay);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
    };
  }, []);
  useEffect(() => {
    const follow = () => void sessionState().then(setChanged, () => undefined);
    lockedElsewhere.addEventListener('locked', follow);
    // The name of the office is in the language of the page.
    const unfollow = onLanguage(follow);
    return () => {
      lockedElsewhere.removeEventListener('locked', follow);
      unfollow();
    };
  }, []);

  return (
    <Announcer>
      <ShortcutProvider>
        <CommandProvider>
        <ZoomKeys />
        <Drafts owner={session?.state === 'open' ? (session.user?.name ?? null) : null} kept={kept}>
          {!session && asked.failure && (
            <main className="outside">
              <FailurePage failure={asked.failure} onRetry={asked.reload} />
            </main>
          )}
          {!session && !asked.failure && <p className="loading">{t.loading}</p>}
          {session?.state === 'none' && <FirstRun session={session} onOpen={open} />}
          {session?.state === 'locked' && <Lock session={session} lockedByIdle={lockedByIdle} onOpen={open} />}
          {session?.state === 'open' && (
            <UserProvider value={session.user}>
              <Suspense fallback={<p className="loading">{t.loading}</p>}>
                <Workspace session={session} unsaved={kept} onLock={lock} />
              </Suspense>
            </UserProvider>
          )}
        </Drafts>
        </CommandProvider>
      </ShortcutProvider>
    </Announcer>
  );
}
