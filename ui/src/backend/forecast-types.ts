import type { Deadline } from './types';

// Forecasts of the deadlines, and what would move if something were another.

/** The margin of a figure: eight in ten runs lie from low to high, and half of them are no more than the median. */
export interface Band {
  low: number;
  median: number;
  high: number;
}

/** How many of its runs a forecast has made. When all are, more hands are tried. */
export interface ForecastProgress {
  done: number;
  of: number;
}

export interface ForecastWeek {
  week: number;
  on: string;
  late: Band;
  unanswered: Band | null;
}

/** A register with enough history, or the others together, which have no id. */
export interface RegisterForecast {
  id: string | null;
  label: string;
  late_now: number;
  late: Band[];
}

export interface Forecast {
  today: string;
  seed: number;
  runs: number;
  since_on: string;
  history_weeks: number;
  history_cases: number;
  /** How cases go was read from one in so many requests. */
  one_of: number;
  late_now: number;
  weeks: ForecastWeek[];
  registers: RegisterForecast[];
  pooled: { id: string; label: string }[];
  hands_text: string;
  assumptions: string[];
}

export interface ForecastQuality {
  weeks: number;
  forecasts: number;
  within: number;
  unanswered_within: number;
  median_error: number;
  unchanged_error: number;
}

export interface BackTest {
  coverage: number | null;
  unanswered_coverage: number | null;
  by_weeks: ForecastQuality[];
}

/** What is supposed; what is null is as it is. */
export interface Supposition {
  holidays: { on: string; name: string | null }[];
  not_holidays: string[];
  received: { number: string; on: string }[];
  months: number | null;
  extended_months: number | null;
}

export interface MovedCase {
  case: string;
  register_label: string;
  right_label: string;
  due_on: string | null;
  would_be_due_on: string | null;
  days: number | null;
  now: Deadline;
  then: Deadline;
}

export interface WhatIf {
  supposed: string[];
  looked_at: number;
  late: number;
  would_be_late: number;
  moved: MovedCase[];
  note: string;
  /** By what this very list is accepted. */
  digest: string;
  acceptable: boolean;
  acceptance: string;
}

export interface Accepted {
  receipts: { request: string; from_on: string; to_on: string }[];
  moved: MovedCase[];
  text: string;
}
