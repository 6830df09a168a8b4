// A breach of personal data security that a case has shown, as the core tells it.

export type BreachConcern = 'konfidensialitet' | 'integritet' | 'tilgjengelighet';
export type BreachStep = 'meldt' | 'ikke-meldt' | 'berorte' | 'referanse' | 'rettet';

/** The 72 hours in which it is notified. */
export interface BreachClock {
  due_at: string;
  late: boolean;
  /** Null where nothing waits for them. */
  hours_left: number | null;
  text: string;
  source: string;
  doubtful: boolean;
  doubt: string;
}

export interface Breach {
  number: number;
  state: string;
  state_label: string;
  aware_at: string;
  concerns: { id: BreachConcern; label: string }[];
  about: string | null;
  corrections: (string | null)[];
  reference: string | null;
  /** The other cases that have shown the same breach. */
  same_in: string[];
  clock: BreachClock;
  /** Until when it is notified, while it is neither notified nor settled. */
  due_at: string | null;
  to_do: string | null;
  verdict: 'meldt' | 'ingen-risiko' | 'ikke-avvik' | null;
  verdict_label: string | null;
  notified_at: string | null;
  notified_reference: string | null;
  notified_note: string | null;
  in_time: boolean | null;
  /** What Datatilsynet was told after the notification. */
  supplements: string[];
  settled_on: string | null;
  reason: string | null;
  persons_told_on: string | null;
  high_risk: boolean | null;
  persons_label: string | null;
  persons_reason: string | null;
  persons_source: string;
  /** What can be recorded now. */
  next: BreachStep[];
  /** Why it may be said not to be notified. */
  not_notified: { id: string; label: string }[];
}
