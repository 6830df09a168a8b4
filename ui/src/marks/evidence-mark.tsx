import {
  CheckmarkCircleIcon,
  CircleBrokenIcon,
  ExclamationmarkTriangleIcon,
  MinusCircleIcon,
  PauseIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import type { Condition, Evidence } from '../backend/types';
import { useTexts } from '../texts/texts';

/** What a mark tells: there, look here, missing, asked for, still to do, or left aside. */
export type Tone = 'there' | 'look' | 'missing' | 'asked' | 'open' | 'aside';

// Every tone has a shape of its own, so that it can be told apart without colour.
const ICONS: Record<Tone, typeof PauseIcon> = {
  there: CheckmarkCircleIcon,
  look: ExclamationmarkTriangleIcon,
  missing: XMarkOctagonIcon,
  asked: PauseIcon,
  open: CircleBrokenIcon,
  aside: MinusCircleIcon,
};

const OF_EVIDENCE: Record<Evidence, Tone> = { mottatt: 'there', mangler: 'missing', 'bedt-om': 'asked' };

/** A condition that points to a refusal is one to look at; which answer does, depends on the condition. */
export function toneOf(condition: Condition, refuses: 'ja' | 'nei'): Tone {
  if (condition === 'gjenstar') return 'open';
  if (condition === 'ikke-aktuelt') return 'aside';
  return condition === refuses ? 'look' : 'there';
}

function Mark({ tone, words }: { tone: Tone; words: string }) {
  const Icon = ICONS[tone];
  return (
    <span className="evidence-mark" data-tone={tone} title={words}>
      <Icon aria-hidden />
      <span>{words}</span>
    </span>
  );
}

/** Whether grounds or documents are there: icon and words. */
export function EvidenceMark({ evidence }: { evidence: Evidence }) {
  const words = useTexts().codes.evidence[evidence];
  return <Mark tone={OF_EVIDENCE[evidence]} words={words} />;
}

interface ConditionProps {
  /** Null where the condition does not apply. */
  condition: Condition | null;
  /** The answer that points to a refusal. */
  refuses: 'ja' | 'nei';
}

/** What a condition of § 25 came to; a dash, read out as words, where it does not apply. */
export function ConditionMark({ condition, refuses }: ConditionProps) {
  const t = useTexts().codes;
  if (condition === null) return <Nothing spoken={t.doesNotApply} />;
  return <Mark tone={toneOf(condition, refuses)} words={t.condition[condition]} />;
}

/** A dash for the eye, words for the ear. */
export function Nothing({ spoken }: { spoken: string }) {
  return (
    <span>
      <span aria-hidden="true">–</span>
      <span className="ds-sr-only">{spoken}</span>
    </span>
  );
}
