// The deadlines as the personvernombud reviews them.
import type { Figure } from './types';

/** The figures of one register or track, in the order of the figures. */
export interface FigureRow {
  id: string;
  label: string;
  counts: number[];
}

/** A day of the calendar of the deadlines. */
export interface DueDay {
  on: string;
  count: number;
  /** What the day is where it is no working day. */
  day_off: string | null;
}

/** How many unanswered cases whose clock runs are due on each day of the weeks around today. */
export interface DueDays {
  today: string;
  weeks: { week: number; days: DueDay[] }[];
  before_on: string;
  before: number;
  after_on: string;
  after: number;
}

export interface DeadlineFigures {
  today: string;
  figures: { figure: Figure; label: string; count: number }[];
  /** The one with most unanswered cases first. */
  registers: FigureRow[];
  tracks: FigureRow[];
}
