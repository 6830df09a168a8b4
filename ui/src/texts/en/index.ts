import { after } from './after';
import { breach } from './breach';
import { bulk } from './bulk';
import { caseTexts } from './case';
import { cases } from './cases';
import { codes } from './codes';
import { deadlines } from './deadlines';
import { figures } from './figures';
import { files } from './files';
import { firstRun } from './first-run';
import { forecast } from './forecast';
import { frame } from './frame';
import { guide } from './guide';
import { importing } from './importing';
import { inForce } from './in-force';
import { intake } from './intake';
import { letter } from './letter';
import { notices } from './notices';
import { ombudInbox } from './ombud-inbox';
import { people } from './people';
import { registers } from './registers';
import { review } from './review';
import { section25 } from './section-25';
import { settings } from './settings';
import { unlock } from './unlock';
import { work } from './work';
import { workList } from './work-list';
import type { Texts } from '../languages';

export const en: Texts = {
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
  forecast,
  figures,
  inForce,
  review,
  ombudInbox,
  people,
  case: caseTexts,
  files,
  after,
  breach,
  letter,
  registers,
  settings,
  notices,
};
