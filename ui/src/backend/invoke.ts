import { invoke } from '@tauri-apps/api/core';
import { toFailure } from './failure';

/** Tells when a command found the store locked, so that the screen can follow. */
export const lockedElsewhere = new EventTarget();

/** Calls one command of the core. Every command takes one argument named `input`, or nothing. */
export async function call<Answer>(command: string, input?: unknown): Promise<Answer> {
  try {
    return await invoke<Answer>(command, input === undefined ? {} : { input });
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.isLocked && command !== 'store_unlock') lockedElsewhere.dispatchEvent(new Event('locked'));
    throw failure;
  }
}
