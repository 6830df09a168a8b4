// How a user is told of what is due, and the calendar files that keep themselves right, as the core tells it.

/** Times of day are written «08:30»; null is none. */
export interface Notices {
  on: boolean;
  digest_at: string | null;
  at_once: boolean;
  quiet_from: string | null;
  quiet_to: string | null;
  quiet_on_days_off: boolean;
}

export interface CalendarFile {
  path: string;
  mine: boolean;
  written_at: string | null;
  /** Why it could not be written the last time, and what to do. */
  problem: string | null;
}

export interface CalendarFiles {
  own: CalendarFile | null;
  office: CalendarFile | null;
  /** Whether the user may choose and forget the place of the office's. */
  may_office: boolean;
}
