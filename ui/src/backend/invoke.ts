import { Channel, invoke } from '@tauri-apps/api/core';
import { toFailure } from './failure';

/** Tells when a command found the store locked, so that the screen can follow. */
export const lockedElsewhere = new EventTarget();

/** Calls one command of the core. Every command takes one argument named `input`, or nothing. */
export const call = <Answer>(command: string, input?: unknown): Promise<Answer> =>
  answered(command, invoke<Answer>(command, input === undefined ? {} : { input }));

/** Calls a command that tells on its way how far it has come. */
export const callAndFollow = <Answer, Progress>(
  command: string,
  input: unknown,
  follow: (progress: Progress) => void,
): Promise<Answer> => {
  const progress = new Channel<Progress>();
  progress.onmessage = follow;
  return answered(command, invoke<Answer>(command, { input, progress }));
};

/** Calls a command that takes bytes. What they are for goes beside them in a header, which holds nothing but plain letters. */
export const callWithBytes = <Answer>(command: string, input: unknown, bytes: Uint8Array): Promise<Answer> => {
  const told = Array.from(new TextEncoder().encode(JSON.stringify(input)), (byte) => byte.toString(16).padStart(2, '0'));
  return answered(command, invoke<Answer>(command, bytes, { headers: { attach: told.join('') } }));
};

async function answered<Answer>(command: string, asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.isLocked && command !== 'store_unlock') lockedElsewhere.dispatchEvent(new Event('locked'));
    throw failure;
  }
}
