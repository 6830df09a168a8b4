import { lazy, Suspense, useEffect, useState } from 'react';
import { sessionState, storeLock } from './backend/commands';
import { lockedElsewhere } from './backend/invoke';
import { useSession } from './backend/queries';
import type { SessionState } from './backend/types';
import { FirstRun } from './features/first-run/first-run';
import { Announcer } from './frame/announcer';
import { Drafts } from './frame/drafts';
import { FailurePage } from './frame/failure-page';
import { followUser } from './frame/preferences';
import { UserProvider } from './frame/reader';
import { ShortcutProvider } from './frame/shortcut-provider';
import { ZoomKeys } from './frame/zoom-keys';
import { Lock } from './lock/lock';
import { useTexts } from './texts/texts';

// What lies behind the passphrase is read while it is typed, so that the field for it comes at once.
const behindThePassphrase = () => import('./workspace');
const Workspace = lazy(() => behindThePassphrase().then((read) => ({ default: read.Workspace })));

/** What is on the screen follows from the state of the store: none, locked or open. */
export function App({ first }: { first: SessionState | null }) {
  const t = useTexts().frame;
  const asked = useSession(first === null);
  const [changed, setChanged] = useState<SessionState | null>(null);
  const [lockedByIdle, setLockedByIdle] = useState(false);
  const session = changed ?? first ?? asked.data;

  const open = async (next: SessionState) => {
    await followUser(next);
    setLockedByIdle(false);
    setChanged(next);
  };
  const lock = async (idle: boolean) => {
    setLockedByIdle(idle);
    const locked = await storeLock().catch(() => null);
    // Even if the core does not answer, nothing stays readable on the screen.
    setChanged((before) => locked ?? (before && { ...before, state: 'locked' }) ?? null);
  };

  useEffect(() => void behindThePassphrase(), []);
  useEffect(() => {
    if (first) void followUser(first);
  }, [first]);
  useEffect(() => {
    const follow = () => void sessionState().then(setChanged, () => undefined);
    lockedElsewhere.addEventListener('locked', follow);
    return () => lockedElsewhere.removeEventListener('locked', follow);
  }, []);

  return (
    <Announcer>
      <ShortcutProvider>
        <ZoomKeys />
        <Drafts owner={session?.state === 'open' ? (session.user?.name ?? null) : null}>
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
                <Workspace session={session} onLock={lock} />
              </Suspense>
            </UserProvider>
          )}
        </Drafts>
      </ShortcutProvider>
    </Announcer>
  );
}
