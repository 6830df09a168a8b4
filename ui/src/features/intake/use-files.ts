import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { requestFileBytes, requestFileDiscard, requestFilePick, requestFiles } from '../../backend/commands';
import { toFailure } from '../../backend/failure';
import type { WaitingFile } from '../../backend/file-types';
import { endingOf, LARGEST_FILE, usePastedFiles } from '../../form/files';
import { watchForWork } from '../../form/watch-for-work';
import { useAnnounce } from '../../frame/announcer';
import { useDraft } from '../../frame/drafts';
import { keepNow } from '../../frame/unsaved';
import { useTexts } from '../../texts/texts';
import type { IntakeDraft } from './draft';

/** The button that picks a file. */
export const PICK_FILE = 'velg-fil';

type Change = (next: (before: IntakeDraft) => IntakeDraft) => void;

/** How many bringings are under way, and what they could not keep. One may begin before another has ended. */
export interface Bringing {
  underWay: number;
  refused: readonly string[];
}

/** One more begins: what was told of earlier ones goes, unless somebody still waits for one of them. */
export const begun = ({ underWay, refused }: Bringing): Bringing => ({
  underWay: underWay + 1,
  refused: underWay === 0 ? [] : refused,
});

/** One has ended, and tells what it could not keep beside what others told. */
export const ended = ({ underWay, refused }: Bringing, told: readonly string[]): Bringing => ({
  underWay: Math.max(0, underWay - 1),
  refused: [...refused, ...told],
});

/** Which form it is, of the one that there is at a time: a file that comes when it has ended belongs to no other. */
let form = 0;
/** The form that was discarded last. What comes too late for one that was registered is told of. */
let discarded = -1;
/** The system's own dialog is open. It outlives the screen, and not every system lets it stand in the way of the window. */
let picking = false;

/**
 * The files that came with the request. The core looks into each when it is
 * brought, says at once what it cannot keep, and lets the rest wait, sealed,
 * until the request is registered or discarded.
 */
export function useFiles(draft: IntakeDraft, change: Change) {
  const t = useTexts().intake.files;
  const announce = useAnnounce();
  const [bringing, setBringing] = useDraft<Bringing>('bringing of files', { underWay: 0, refused: [] });
  const tell = (refused: readonly string[]) => setBringing((before) => ({ ...before, refused }));
  const latest = useRef(draft.files);
  latest.current = draft.files;

  useEffect(() => {
    // What is on its way waits already, though the form does not know of it yet.
    if (bringing.underWay > 0) return;
    // What was told of another form is told no longer.
    tell([]);
    const known = draft.files.map((each) => each.id);
    requestFiles(known).then(
      ({ ids }) => {
        const gone = known.filter((id) => !ids.includes(id));
        if (gone.length === 0) return;
        change((before) => ({ ...before, files: before.files.filter((each) => !gone.includes(each.id)) }));
        tell([t.gone(gone.length)]);
      },
      (thrown: unknown) => tell([toFailure(thrown).message]),
    );
    // What waits is asked for once, when the form comes.
  }, []);

  // Drawn at once, so that what knows of the file can be kept with it and its title takes the focus.
  // The name of a file may be a person's, so it proposes no title.
  const keep = ({ id, kind_label, size }: WaitingFile) =>
    flushSync(() =>
      change((before) => ({ ...before, files: [...before.files, { id, title: '', kind: kind_label, size }] })),
    );
  const forget = (id: string) => void requestFileDiscard(id).catch(() => undefined);
  const bring = async (all: number, ask: (place: number) => Promise<WaitingFile | null>) => {
    const told: string[] = [];
    const kept: string[] = [];
    const wentOn = watchForWork();
    const broughtTo = form;
    setBringing(begun);
    for (let place = 0; place < all && form === broughtTo; place += 1) {
      try {
        const file = await ask(place);
        if (!file) continue;
        if (form !== broughtTo) {
          forget(file.id);
          if (broughtTo !== discarded) announce(t.gone(1));
          break;
        }
        keep(file);
        kept.push(file.id);
      } catch (thrown) {
        const { message } = toFailure(thrown);
        told.push(all === 1 ? message : t.which(place + 1, all, message));
      }
    }
    // A file and the form that knows of it are kept together.
    await keepNow();
    setBringing((before) => ended(before, form === broughtTo ? told : []));
    const at = latest.current.findIndex((each) => each.id === kept[0]);
    // Whoever writes somewhere else by now keeps the keys.
    if (!wentOn()) document.getElementById(`felt-files-${at}-title`)?.focus();
  };
  const take = (files: readonly File[]) =>
    bring(files.length, async (place) => {
      const file = files[place];
      if (!file) return null;
      if (file.size > LARGEST_FILE) throw new Error(t.tooLarge);
      const ending = endingOf(file.name);
      return requestFileBytes({ ending }, new Uint8Array(await file.arrayBuffer()));
    });
  // One file is picked at a time: the system's own dialog may be open already.
  const pick = async () => {
    if (picking) return;
    picking = true;
    await bring(1, requestFilePick).finally(() => {
      picking = false;
    });
  };
  const remove = (id: string) => {
    const place = draft.files.findIndex((each) => each.id === id);
    forget(id);
    tell([]);
    flushSync(() => change((before) => ({ ...before, files: before.files.filter((each) => each.id !== id) })));
    // The button that was pressed is gone: the file that took its place is next, or the one before it.
    const next = Math.min(place, draft.files.length - 2);
    document.getElementById(next < 0 ? PICK_FILE : `felt-files-${next}-title`)?.focus();
  };
  /** The form has ended. */
  const end = () => {
    form += 1;
    tell([]);
  };
  usePastedFiles((files) => void take(files));
  return {
    /** What could not be kept, and why. */
    refused: bringing.refused,
    pending: bringing.underWay > 0,
    take: (files: readonly File[]) => void take(files),
    pick: () => void pick(),
    end,
    remove,
    /** The form is discarded, and its files with it. */
    forgetAll: () => {
      discarded = form;
      end();
      draft.files.forEach((each) => forget(each.id));
    },
  };
}

export type Files = ReturnType<typeof useFiles>;
