import { useRef, useState } from 'react';
import type { FieldProblem, RequestPreview } from '../../backend/types';
import { dateProblem } from '../../form/date-field';
import type { Texts } from '../../texts/texts';
import { actingIn, type IntakeDraft } from './draft';

/** What the form itself can see is wrong: text that is no date. */
export function problemsInForm(t: Texts, draft: IntakeDraft): FieldProblem[] {
  const found: FieldProblem[] = [];
  const date = (path: string, typed: string) => {
    const message = dateProblem(t, typed, false);
    if (message) found.push({ path, code: 'date', message });
  };
  date('received_on', draft.receivedOn);
  date('identity.on', draft.identityOn);
  date('person.born_on', draft.bornOn);
  if (draft.representative) {
    date('representative.valid_to', actingIn(draft)?.validTo ?? '');
    date('representative.seen_on', actingIn(draft)?.seenOn ?? '');
  }
  return found;
}

/** Problems of the form and of the core, the form's own first; one for each path and code. */
export function allProblems(t: Texts, ofForm: readonly FieldProblem[], preview: RequestPreview | null): FieldProblem[] {
  const paths = new Set(ofForm.map((each) => each.path));
  const ofCases = (preview?.cases ?? []).flatMap((each) => (each.problem ? [each.problem] : []));
  const seen = new Set<string>();
  const ofCore = [...(preview?.problems ?? []), ...ofCases].filter((each) => !paths.has(each.path));
  return [...ofForm, ...ofCore].filter((each) => {
    const key = `${each.path} ${each.message}`;
    return !seen.has(key) && !!seen.add(key);
  }).map((each) => inWords(t, each));
}

/** The core lists the codes of a closed list; the window shows their words in the menu, and need only say to choose. */
export function inWords(t: Texts, problem: FieldProblem): FieldProblem {
  return problem.path === 'channel' && problem.code === 'missing'
    ? { ...problem, message: t.intake.source.channelMissing }
    : problem;
}

/** What stands in the request at a path such as `demands[0].facts.yrke`. */
export function valueAt(request: unknown, path: string): unknown {
  let value = request;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

interface Try {
  round: number;
  problems: readonly FieldProblem[];
  request: unknown;
}

/**
 * Which problems are shown: at a field once it has been left, everywhere after
 * a failed try. They go as they are mended; the summary stays until the next
 * try. What only the failed try could see stays until its field is changed.
 */
export function useShownProblems(current: readonly FieldProblem[], request: unknown) {
  const left = useRef(new Set<string>());
  const [, redraw] = useState(0);
  const [tried, setTried] = useState<Try>({ round: 0, problems: [], request: null });

  const unchanged = (path: string) =>
    JSON.stringify(valueAt(tried.request, path)) === JSON.stringify(valueAt(request, path));
  const at = (path: string): string | null => {
    if (tried.round === 0 && !left.current.has(path)) return null;
    // A problem of a part, such as a line of the address, stands at the whole.
    const here = (each: FieldProblem) => each.path === path || each.path.startsWith(`${path}[`);
    const now = current.find(here);
    const then = tried.problems.find((each) => here(each) && unchanged(path));
    return (now ?? then)?.message ?? null;
  };
  return {
    /** The words at the field of this path. */
    at,
    /** The field of this path was left with something in it. */
    leave: (path: string, typed: string) => {
      if (typed.trim() === '' || left.current.has(path)) return;
      left.current.add(path);
      redraw((before) => before + 1);
    },
    summary: tried,
    fail: (problems: readonly FieldProblem[]) =>
      setTried((before) => ({ round: before.round + 1, problems, request })),
    clear: () => {
      left.current.clear();
      setTried({ round: 0, problems: [], request: null });
    },
  };
}

export type ShownProblems = ReturnType<typeof useShownProblems>;
