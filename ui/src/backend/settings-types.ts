import type { Dated } from './catalogue-types';
import type { Body, Language } from './types';

// What the office is and has decided for itself, as the core tells it.
export interface SourcedText {
  text: string;
  source: string;
}

/** What the office is, who works there, and what it has decided for itself. */
export interface Settings {
  store: string;
  test: boolean;
  office: {
    id: string;
    name: string;
    answers: (Dated & { register: Body })[];
    ombudsman: SourcedText | null;
    appeal: SourcedText | null;
  };
  users: User[];
  internal_days: number | null;
  /** A lead approves letters that refuse, tell of erasure or decide under § 25. */
  second_person: boolean;
  most_internal_days: number;
  changed_at: string | null;
  changed_by: string | null;
  last_tested_restore_at: string | null;
  /** Where the catalogue and the letter texts come from. */
  catalogue: TextSource;
  letter_texts: TextSource;
  /** What whoever looks may do here: the core decides, and what one may not is absent. */
  may: {
    add_roles: string[];
    add_cleared: boolean;
    decide_for_office: boolean;
    back_up: boolean;
    replace_letter_texts: boolean;
  };
}

/** Where something comes from: `built-in`, `own`, or `unreadable`, where the program's own is used in its place. */
export interface TextSource {
  state: string;
  taken_at: string | null;
  taken_by: string | null;
  problems: TextFault[];
}

export interface TextFault {
  file: string;
  line: number;
  message: string;
}

/** What a folder of letter texts holds: what is wrong, or else what it would change. */
export interface LetterTextsCheck {
  folder: string;
  problems: TextFault[];
  changes: TextChanges;
}

export interface TextChanges {
  letters: { kind: string; label: string; languages: string[] }[];
  references: boolean;
  names: boolean;
  logo: boolean;
}

export interface User {
  name: string;
  role: string;
  cleared: boolean;
}

/** What a backup came to; it is kept also where not all in it holds. */
export interface Backup {
  folder: string;
  ok: boolean;
  requests: number;
  events: number;
  problems: { message: string }[];
}

/** Which colours the window is drawn in. */
export type Theme = 'system' | 'light' | 'dark';

/** How a user wants the window; null is what nobody has chosen. */
export interface Preferences {
  language: Language | null;
  theme: Theme | null;
}

/** A text as it was when its writer last paused. */
export interface Unsaved {
  key: string;
  text: string;
  kept_at: string;
}
