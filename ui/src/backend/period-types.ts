/** What figures are told by. */
export type PeriodBy = 'register' | 'right' | 'track' | 'month';

/** A column of the figures. */
export interface PeriodColumn {
  id: string;
  label: string;
}

/** A line of the figures: a value for each column. One that is hidden, or that there is nothing to tell of, is null. */
export interface PeriodLine {
  id: string;
  label: string;
  values: (number | null)[];
}

export interface PeriodTable {
  by: string;
  label: string;
  rows: PeriodLine[];
}

/** The figures of a period. */
export interface Period {
  from: string;
  to: string;
  published: boolean;
  columns: PeriodColumn[];
  total: PeriodLine;
  tables: PeriodTable[];
  notes: string[];
}

/** Which figures are asked for. */
export interface PeriodInput {
  from: string;
  to: string;
  by: PeriodBy | null;
  published: boolean;
}
