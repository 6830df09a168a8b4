import type { Body, FieldProblem, Reason, Register, Registers, Route } from './types';

// The catalogue in full, as the core tells it.

/** A register as the list of the catalogue has it: what may be searched in, beside its names. */
export interface CatalogueRegister extends Register {
  article_15: { statements: { text: string }[] }[];
}

export interface Catalogue extends Registers {
  /** The version. */
  catalogue: string;
  registers: CatalogueRegister[];
}

/** The days on which something holds, and whether the day that was asked for is one of them. */
export interface Dated {
  valid_from: string | null;
  valid_to: string | null;
  in_force: boolean;
  source: string;
}

export interface Statement extends Dated {
  text: string;
  /** A later source leaves it out without saying otherwise. */
  not_repeated: boolean;
}

export interface BodyInForce extends Dated, Body {}

export interface Controller extends BodyInForce {
  /** The facts under which it is, in words. */
  when: string | null;
  joint: boolean;
}

export interface PointOfArticle15 {
  point: string;
  label: string;
  status: string;
  statements: Statement[];
}

export interface FullRoute extends Omit<Route, 'checks'> {
  /** The right hardly applies, so that the answer will be a refusal with its ground. */
  hardly: boolean;
  checks: (Route['checks'][number] & { doubtful: boolean; source: string })[];
}

/** The way that a right goes in a register; without a route the problems say why. */
export interface RightRoute {
  right: string;
  label: string;
  track_label: string | null;
  mode_label: string | null;
  route: FullRoute | null;
  legal_basis: { citation: string; valid_from: string | null; valid_to: string | null }[];
  channel_source: string | null;
  problems: FieldProblem[];
}

export interface Contact extends Body {
  address: string[];
  organisation_number: string | null;
  telephone: string | null;
  web: string | null;
  email: string | null;
  source: string;
}

/** A register with everything that the catalogue says about it on a day. */
export interface RegisterShow extends Omit<CatalogueRegister, 'article_15'> {
  controllers: Controller[];
  answered_by: BodyInForce[];
  /** The days on which this office answers, as its profile says. */
  office_answers: BodyInForce[];
  role_labels: string[];
  administrators: Statement[];
  processors: Statement[];
  legal_basis: Statement[];
  article_15: PointOfArticle15[];
  short_retention: { text: string; source: string } | null;
  channel: Reason | null;
  differences: Statement[];
  left_out: Statement[];
  left_out_remedy: Statement[];
  routes: RightRoute[];
  contacts: Contact[];
}
