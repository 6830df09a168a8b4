import type { RequestIn } from './types';

/** A file that lies with a request. */
export interface CaseFile {
  /** Its place among the files of the request, from 1. */
  number: number;
  title: string | null;
  media_type: string;
  kind_label: string;
  /** In bytes. */
  size: number;
  sha256: string | null;
  from: string;
  from_label: string;
  by: string | null;
  on: string | null;
  /** The file that it is a redacted copy of. */
  redacts: number | null;
  redacted: string;
  can_be_report: boolean;
}

/** What is seen of a file inside the program. */
export interface FilePreview {
  shows: string;
  cut: boolean;
  /** Whether only its words or cells are shown, and not how it looks. */
  words_only: boolean;
  text: string | null;
  rows: string[][];
}

/** A word on a page, in points from its upper left corner. */
export interface PageWord {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
  line: number;
}

export interface PageWords {
  width: number;
  height: number;
  words: PageWord[];
}

export interface FileWords {
  pages: PageWords[];
}

export interface RedactionGround {
  id: string;
  citation: string;
  what: string;
  /** Whether it is not sure that it can be rested on. */
  doubtful: boolean;
}

/** A part of a page that is covered, in points from its upper left corner. */
export interface RedactionBox {
  page: number;
  left: number;
  top: number;
  width: number;
  height: number;
  ground: string;
}

export interface RedactionCheck {
  boxes: RedactionBox[];
  /** What is covered and still stands elsewhere. */
  left: { word: string; pages: number[] }[];
}

/** What is to be covered. */
export interface Redaction {
  case: string;
  file: number;
  boxes: RedactionBox[];
  words: { find: string; ground: string }[];
}

/** A request as it is typed, with the files that wait for it. */
export interface TypedRequest {
  draft: RequestIn;
  files: { id: string; title: string }[];
}

/** A file that waits for the request that is typed. */
export interface WaitingFile {
  id: string;
  kind_label: string;
  size: number;
}
