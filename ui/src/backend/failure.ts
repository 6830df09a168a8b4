import type { FieldProblem } from './types';

/** What went wrong, as the core tells it: a code to branch on, a text to read, the fields concerned. */
export class Failure extends Error {
  readonly code: string;
  readonly rule: string | null;
  readonly source: string | null;
  readonly fields: readonly FieldProblem[];

  constructor(parts: {
    code: string;
    message: string;
    rule?: string | null;
    source?: string | null;
    fields?: readonly FieldProblem[];
  }) {
    super(parts.message);
    this.code = parts.code;
    this.rule = parts.rule ?? null;
    this.source = parts.source ?? null;
    this.fields = parts.fields ?? [];
  }

  /** Somebody else changed the case first; what is shown must be read again. */
  get isConflict(): boolean {
    return this.code === 'conflict';
  }

  /** The store was locked under our feet, for instance by the idle lock, or since the user's access has been ended. */
  get isLocked(): boolean {
    return this.code === 'locked' || this.code === 'access-ended';
  }
}

function isFailureDocument(value: unknown): value is { code: string; message: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { code?: unknown }).code === 'string' &&
    typeof (value as { message?: unknown }).message === 'string'
  );
}

/** Whatever was thrown, as a failure. An unknown thing keeps its words, since they are all there is to go by. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (isFailureDocument(thrown)) return new Failure(thrown);
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure({ code: 'unexpected', message: words });
}
