import { useCallback, useState } from 'react';
import type { CaseVersion } from '../backend/commands';
import { toFailure, type Failure } from '../backend/failure';
import { useTexts } from '../texts/texts';
import { told } from './told';
import { useCase } from '../backend/queries';
import type { CaseShow } from '../backend/types';
import { useAnnounce } from '../frame/announcer';
import { readsOnly, useUser } from '../frame/reader';

/**
 * A case and the one way to change it. A change by somebody else is read in at
 * once; what was typed stays in its dialog, ready for another try. The delay, in milliseconds, is for a place where
 * one passes by: opening a case is logged, and only cases that one stops at are opened.
 */
export function useCaseWork(number: string, delay = 0) {
  const asked = useCase(number, delay);
  const [changed, setChanged] = useState<{ after: CaseShow | null; show: CaseShow } | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const announce = useAnnounce();
  const texts = useTexts();
  const reader = readsOnly(useUser());
  // What was read later wins over an answer from before it.
  const latest = changed && changed.after === asked.data ? changed.show : asked.data;
  const open = latest?.case === number ? latest : null;
  const show = open && reader ? toRead(open) : open;

  const act = useCallback(
    async (change: (version: CaseVersion) => Promise<CaseShow | null>, done: string): Promise<boolean> => {
      if (!show || pending) return false;
      setPending(true);
      setFailure(null);
      try {
        const after = await change({ case: show.case, if_version: show.version });
        // The user thought better of it.
        if (!after) return false;
        setChanged({ after: asked.data, show: after });
        announce(done);
        return true;
      } catch (thrown) {
        const failed = toFailure(thrown);
        setFailure(failed);
        if (failed.isConflict) asked.reload();
        return false;
      } finally {
        setPending(false);
      }
    },
    [show, pending, asked.data, asked.reload, announce],
  );
  return {
    show,
    loadFailure: asked.failure,
    reload: asked.reload,
    act,
    pending,
    failure: failure && told(failure, show, texts.work.conflict),
    clearFailure: () => setFailure(null),
  };
}

/** The case without what a reader may not do: it is absent, not grey. The core refuses it all the same. */
function toRead(show: CaseShow): CaseShow {
  return { ...show, actions: [], next_step: null, letter_kinds: [] };
}

export type CaseWork = ReturnType<typeof useCaseWork>;

/** What every part that changes the case is given. */
export interface CasePartProps {
  show: CaseShow;
  work: CaseWork;
}
