// The daily work, as the core tells it: tasks, reminders, and who covers for whom.

/** What a unit is asked for. */
export interface Task {
  number: number;
  unit: string;
  unit_label: string;
  /** Null once it is erased, and for whoever may not read it. */
  text: string | null;
  asked_on: string;
  /** By when the answer is wanted: the last reminder's day, where there was one. */
  due_on: string;
  owner: string;
  reminded_on: string[];
  state: 'open' | 'answered' | 'dropped';
  /** Open, and its day has passed. */
  late: boolean;
  answered_on: string | null;
  note: string | null;
  /** Words that remind the unit, to be copied. They name the case and nobody in it. */
  chaser: { nb: string; nn: string; en: string } | null;
}

/** A unit that can be asked, and what the catalogue proposes to ask it for. */
export interface Unit {
  unit: string;
  label: string;
  proposal: string | null;
  source: string | null;
}

export interface OpenTask {
  case: string;
  title: string;
  number: number;
  unit: string;
  unit_label: string;
  asked_on: string;
  due_on: string;
  late: boolean;
  owner: string;
  answer_due_on: string | null;
}

export interface TaskList {
  tasks: OpenTask[];
}

export interface Reminder {
  case: string;
  title: string;
  kind: string;
  label: string;
  on: string;
  days_left: number;
  /** The colleague who has it, where one covers for them. */
  covered_for: string | null;
  put_off_until: string | null;
  /** The last day until which it can be put off; null where it cannot be. */
  last_put_off_on: string | null;
}

export interface Reminders {
  reminders: Reminder[];
  put_off: Reminder[];
  more: boolean;
  until_on: string;
}

export interface Away {
  from_on: string;
  to_on: string;
  substitute: string;
  /** It holds today. */
  now: boolean;
  entered_by: string;
}

export interface Colleague {
  name: string;
  role: string;
  cleared: boolean;
  away: Away | null;
}

export interface Colleagues {
  colleagues: Colleague[];
  /** Whom one covers for today. */
  covers_for: string[];
  /** Whether one may enter that others are away, and move all that somebody has. */
  may_manage: boolean;
}

export interface HandedOver {
  from: string;
  to: string;
  moved: string[];
  stopped: { case: string; code: string; message: string }[];
}
