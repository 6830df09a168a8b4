import { caseTexts } from './case';
import { codes } from './codes';
import { firstRun } from './first-run';
import { frame } from './frame';
import { intake } from './intake';
import { letter } from './letter';
import { unlock } from './unlock';
import { workList } from './work-list';

export const nb = { frame, codes, firstRun, unlock, intake, workList, case: caseTexts, letter };
