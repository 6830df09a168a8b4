import { invoke } from '@tauri-apps/api/core';
import { toFailure } from './failure';

/** Calls one command of the core. Every command takes one argument named `input`, or nothing. */
export async function call<Answer>(command: string, input?: unknown): Promise<Answer> {
  try {
    return await invoke<Answer>(command, input === undefined ? {} : { input });
  } catch (thrown) {
    throw toFailure(thrown);
  }
}
