import { after } from './after';
import { bulk } from './bulk';
import { caseTexts } from './case';
import { cases } from './cases';
import { codes } from './codes';
import { deadlines } from './deadlines';
import { firstRun } from './first-run';
import { frame } from './frame';
import { guide } from './guide';
import { importing } from './importing';
import { intake } from './intake';
import { letter } from './letter';
import { registers } from './registers';
import { section25 } from './section-25';
import { settings } from './settings';
import { unlock } from './unlock';
import { work } from './work';
import { workList } from './work-list';
import type { Texts } from '../languages';

export const nn: Texts = {
  frame,
  codes,
  firstRun,
  unlock,
  intake,
  importing,
  bulk,
  guide,
  cases,
  work,
  workList,
  section25,
  deadlines,
  case: caseTexts,
  after,
  letter,
  registers,
  settings,
};
