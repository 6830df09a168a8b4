import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { requestFileBytes, requestFileDiscard, requestFilePick, requestFiles } from '../../backend/commands';
import { toFailure } from '../../backend/failure';
import type { WaitingFile } from '../../backend/file-types';
import { endingOf, LARGEST_FILE, usePastedFiles } from '../../form/files';
import { watchForWork } from '../../form/watch-for-work';
import { keepNow } from '../../frame/unsaved';
import { useTexts } from '../../texts/texts';
import type { IntakeDraft } from './draft';

/** The button that picks a file. */
export const PICK_FILE = 'velg-fil';

type Change = (next: (before: IntakeDraft) => IntakeDraft) => void;

/**
 * The files that came with the request. The core looks into each when it is
 * brought, says at once what it cannot keep, and lets the rest wait, sealed,
 * until the request is registered or discarded.
 */
export function useFiles(draft: IntakeDraft, change: Change) {
  const t = useTexts().intake.files;
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [pending, setPending] = useState(false);
  const busy = useRef(false);

  useEffect(() => {
    const known = draft.files.map((each) => each.id);
    requestFiles(known).then(
      ({ ids }) => {
        const gone = known.filter((id) => !ids.includes(id));
        if (gone.length === 0) return;
        change((before) => ({ ...before, files: before.files.filter((each) => !gone.includes(each.id)) }));
        setRefused([t.gone(gone.length)]);
      },
      (thrown: unknown) => setRefused([toFailure(thrown).message]),
    );
    // What waits is asked for once, when the form comes.
  }, []);

  // Drawn at once, so that what knows of the file can be kept with it and its title takes the focus.
  // The name of a file may be a person's, so it proposes no title.
  const keep = ({ id, kind_label, size }: WaitingFile) =>
    flushSync(() =>
      change((before) => ({ ...before, files: [...before.files, { id, title: '', kind: kind_label, size }] })),
    );
  const bring = async (all: number, ask: (place: number) => Promise<void>) => {
    const told: string[] = [];
    const wentOn = watchForWork();
    setRefused([]);
    setPending(true);
    for (let place = 0; place < all; place += 1) {
      await ask(place).catch((thrown: unknown) => {
        const { message } = toFailure(thrown);
        told.push(all === 1 ? message : t.which(place + 1, all, message));
      });
    }
    // A file and the form that knows of it are kept together.
    await keepNow();
    setRefused(told);
    setPending(false);
    const title = document.getElementById(`felt-files-${draft.files.length}-title`);
    // Whoever writes somewhere else by now keeps the keys.
    if (!wentOn() && told.length < all) title?.focus();
  };
  const take = (files: readonly File[]) =>
    bring(files.length, async (place) => {
      const file = files[place];
      if (!file) return;
      if (file.size > LARGEST_FILE) throw new Error(t.tooLarge);
      const ending = endingOf(file.name);
      keep(await requestFileBytes({ ending }, new Uint8Array(await file.arrayBuffer())));
    });
  // One file is picked at a time: the system's own dialog may be open already.
  const pick = async () => {
    if (busy.current) return;
    busy.current = true;
    await bring(1, async () => {
      const picked = await requestFilePick();
      if (picked) keep(picked);
    }).finally(() => {
      busy.current = false;
    });
  };
  const forget = (id: string) => void requestFileDiscard(id).catch(() => undefined);
  const remove = (id: string) => {
    const place = draft.files.findIndex((each) => each.id === id);
    forget(id);
    setRefused([]);
    flushSync(() => change((before) => ({ ...before, files: before.files.filter((each) => each.id !== id) })));
    // The button that was pressed is gone: the file that took its place is next, or the one before it.
    const next = Math.min(place, draft.files.length - 2);
    document.getElementById(next < 0 ? PICK_FILE : `felt-files-${next}-title`)?.focus();
  };
  usePastedFiles((files) => void take(files));
  return {
    /** What could not be kept, and why. */
    refused,
    pending,
    take: (files: readonly File[]) => void take(files),
    pick: () => void pick(),
    remove,
    /** The form is discarded, and its files with it. */
    forgetAll: () => {
      setRefused([]);
      draft.files.forEach((each) => forget(each.id));
    },
  };
}

export type Files = ReturnType<typeof useFiles>;
