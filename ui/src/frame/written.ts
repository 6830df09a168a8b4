import type { Unsaved } from '../backend/settings-types';
import { inShape, readKept } from './unsaved';

type Next<Value> = Value | ((before: Value) => Value);

/** Whether two values say the same, as they would be kept. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is being written, each piece under its key. There is one of it: whoever
 * changes a piece after an answer has come, changes what is written by then, in
 * whatever part of the screen it is shown.
 */
export class Written {
  readonly #values = new Map<string, unknown>();
  /** What was kept when the program ended, until somebody asks for it. */
  #kept = new Map<string, unknown>();
  readonly #watchers = new Map<string, Set<() => void>>();

  /** Everything belongs to somebody else from now on, who was writing this when the program ended. */
  handOver(kept: readonly Unsaved[]): void {
    this.#values.clear();
    this.#kept = new Map(readKept(kept));
  }

  /** What was kept under the key, if it has the shape of `first`, takes its place once. */
  giveBack(key: string, first: unknown): void {
    if (!this.#kept.has(key)) return;
    const given = inShape(this.#kept.get(key), first);
    this.#kept.delete(key);
    if (given !== null && !this.#values.has(key)) this.#values.set(key, given);
  }

  read<Value>(key: string, first: Value): Value {
    return this.#values.has(key) ? (this.#values.get(key) as Value) : first;
  }

  /** Changes the piece as it is now, and gives what it became. */
  change<Value>(key: string, first: Value, next: Next<Value>): Value {
    const after = typeof next === 'function' ? (next as (before: Value) => Value)(this.read(key, first)) : next;
    this.#values.set(key, after);
    this.#tell(key);
    return after;
  }

  /** Whether it was forgotten: what has been changed since it was used is kept. */
  forget<Value>(key: string, first: Value, used?: Value): boolean {
    if (used !== undefined && !same(this.read(key, first), used)) return false;
    this.#values.delete(key);
    this.#tell(key);
    return true;
  }

  watch(key: string, watcher: () => void): () => void {
    const watchers = this.#watchers.get(key) ?? new Set();
    this.#watchers.set(key, watchers.add(watcher));
    return () => watchers.delete(watcher);
  }

  #tell(key: string): void {
    this.#watchers.get(key)?.forEach((watcher) => watcher());
  }
}
