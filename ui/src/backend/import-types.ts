/** A file of requests that was opened. */
export interface OpenedImport {
  file: string;
  /** Its name, without the folder. */
  name: string;
}

/** What is wrong with a row. */
export interface ImportProblem {
  path: string;
  code: string;
  message: string;
  /** The column as a spreadsheet names it, where the file has it. */
  column: string | null;
  /** What the column is called. */
  heading: string | null;
}

/** A row that was not registered. */
export interface RefusedRow {
  row: number;
  fields: ImportProblem[];
}

/** Something in a row that was taken for something else than it says. */
export interface ImportNotice {
  row: number;
  path: string;
  code: string;
  message: string;
}

export interface ImportAnswer {
  dry_run: boolean;
  registered: number;
  known: number;
  refused: RefusedRow[];
  notices: ImportNotice[];
}

/** One lot of an import. */
export interface ImportStep {
  /** The last row that was read. */
  row: number;
  done: boolean;
  answer: ImportAnswer;
}
