import { useEffect, useRef, useState } from 'react';
import { importClose, importNext, importOpen } from '../../backend/commands';
import { toFailure, type Failure } from '../../backend/failure';
import type { ImportAnswer, ImportStep, OpenedImport } from '../../backend/import-types';
import { useAlone } from '../../backend/use-alone';

/** How many refused rows and notices are kept to be shown; a file with more has them all in the file that is saved. */
export const SHOWN = 200;

/** What has come of a file so far: of reading it, or of registering what it holds. */
export interface Progress {
  running: boolean;
  /** The last row that was read. */
  row: number;
  registered: number;
  known: number;
  /** How many rows were refused; only the first of them are kept. */
  refusedRows: number;
  refused: ImportAnswer['refused'];
  notices: ImportAnswer['notices'];
  /** Whether it was stopped before the end of the file; so it is until that is reached. */
  stopped: boolean;
}

const nothing: Progress = {
  running: true,
  row: 0,
  registered: 0,
  known: 0,
  refusedRows: 0,
  refused: [],
  notices: [],
  stopped: true,
};

/** What has come of a file after one lot more. */
export function after(so: Progress, { row, answer }: ImportStep): Progress {
  return {
    ...so,
    row,
    registered: so.registered + answer.registered,
    known: so.known + answer.known,
    refusedRows: so.refusedRows + answer.refused.length,
    refused: [...so.refused, ...answer.refused].slice(0, SHOWN),
    notices: [...so.notices, ...answer.notices].slice(0, SHOWN),
  };
}

/** Reads a file of requests lot by lot, first to tell what would come of it, and then to register. */
export function useImport() {
  const [file, setFile] = useState<OpenedImport | null>(null);
  const [checked, setChecked] = useState<Progress | null>(null);
  const [done, setDone] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [opening, setOpening] = useState(false);
  const stop = useRef(false);
  // The core holds one alone, and each loop knows only of its own lots.
  const alone = useAlone();

  // Whoever leaves in the middle leaves nothing open.
  useEffect(
    () => () => {
      stop.current = true;
      void importClose().catch(() => undefined);
    },
    [],
  );

  const through = async (show: (progress: Progress) => void) => {
    let so = nothing;
    show(so);
    try {
      for (let step: ImportStep | null = null; !step?.done && !stop.current; ) {
        step = await importNext();
        so = { ...after(so, step), stopped: !step.done };
        show(so);
      }
      if (stop.current) await importClose();
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
    show({ ...so, running: false });
  };
  const open = async (path: string | null, dryRun: boolean) => {
    stop.current = false;
    setFailure(null);
    setOpening(true);
    try {
      return await importOpen({ file: path, dry_run: dryRun });
    } catch (thrown) {
      setFailure(toFailure(thrown));
      setFile(null);
      setChecked(null);
      setDone(null);
      return null;
    } finally {
      setOpening(false);
    }
  };
  const choose = async () => {
    const opened = await open(null, true);
    if (!opened) return;
    setDone(null);
    setFile(opened);
    await through(setChecked);
    // What was only half read says nothing of the whole.
    if (stop.current) setChecked(null);
  };
  const register = async () => {
    if (!file) return;
    setDone(nothing);
    if (await open(file.file, false)) await through(setDone);
  };
  return {
    file,
    checked,
    done,
    failure,
    opening,
    choose: () => alone(choose),
    register: () => alone(register),
    onStop: () => (stop.current = true),
  };
}
