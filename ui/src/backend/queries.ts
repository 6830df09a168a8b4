import {
  accessLog,
  caseAttachmentBytes,
  caseAttachmentPreview,
  caseAttachmentWords,
  caseList,
  caseShow,
  caseSimilar,
  deadlineFigures,
  dueDays,
  letterCompose,
  letterPdf,
  letterPreview,
  lettersCheck,
  organisations,
  redactionGrounds,
  registers,
  registerShow,
  requestEarlier,
  requestPreview,
  requestSimilar,
  sessionState,
  settingsShow,
  views,
} from './commands';
import type { TypedRequest } from './file-types';
import type { LetterInput, LettersInput } from './letter-types';
import { deadlineForecast } from './forecast-commands';
import type { ForecastProgress } from './forecast-types';
import { calendarFiles, notices } from './notice-commands';
import { colleagues, reminders, taskList } from './work-commands';
import type { CaseQuery, RequestIn, Track } from './types';
import { periodFigures } from './period-commands';
import type { PeriodInput } from './period-types';
import { useQuery } from './use-query';

// One hook per question to the core. Typing is waited for, so that a word is one question.
const WHILE_TYPING = 250;
const BEFORE_DRAWING = 400;

export const useSession = (unknown: boolean) => useQuery(unknown ? 'session' : null, sessionState);
export const useOrganisations = () => useQuery('organisations', organisations);
export const useRegisters = () => useQuery('registers', registers);
export const useRegister = (input: Parameters<typeof registerShow>[0]) =>
  useQuery(JSON.stringify(input), () => registerShow(input));
export const useCaseList = (query: CaseQuery) => useQuery(JSON.stringify(query), () => caseList(query));
export const useViews = () => useQuery('views', views);
export const useCase = (number: string | null, delay = 0) => useQuery(number, () => caseShow(number ?? ''), delay);
export const useRequestPreview = (input: TypedRequest) =>
  useQuery(JSON.stringify(input), () => requestPreview(input), WHILE_TYPING);
/** How many requests the person with a number made before; whoever shows it is put up anew for another number. */
export const useEarlierCount = (draft: RequestIn) =>
  useQuery(draft.person.identity_number, () => requestEarlier(draft));
/** A draft as it is now beside what the person asked for before. */
export const useEarlier = (draft: RequestIn) => useQuery('earlier', () => requestSimilar(draft));
export const useLetterDraft = (input: LetterInput | null) =>
  useQuery(input && JSON.stringify(input), () => letterCompose(input as LetterInput), WHILE_TYPING);
export const useLetterPreview = (input: LetterInput | null) =>
  useQuery(input && JSON.stringify(input), () => letterPreview(input as LetterInput), BEFORE_DRAWING);
export const useLettersCheck = (input: LettersInput | null) =>
  useQuery(input && JSON.stringify(input), () => lettersCheck(input as LettersInput), WHILE_TYPING);
export const useIssuedPdf = (letter: string | null) => useQuery(letter, () => letterPdf(letter ?? ''));
export const useFilePreview = (number: string, file: number) =>
  useQuery(`${number} ${file}`, () => caseAttachmentPreview({ case: number, file }));
export const useFileBytes = (number: string, file: number | null) =>
  useQuery(file === null ? null : `${number} ${file}`, () => caseAttachmentBytes({ case: number, file: file ?? 0 }));
export const useFileWords = (number: string, file: number) =>
  useQuery(`${number} ${file}`, () => caseAttachmentWords({ case: number, file }));
export const useRedactionGrounds = () => useQuery('grounds', redactionGrounds);
export const useForecast = (weeks: number, follow: (progress: ForecastProgress) => void) =>
  useQuery(`forecast ${weeks}`, () => deadlineForecast({ weeks }, follow));
export const useDeadlineFigures = () => useQuery('figures', deadlineFigures);
export const useDueDays = (register: string | null, track: Track | null) =>
  useQuery(`due ${register} ${track}`, () => dueDays({ register, track }));
export const usePeriod = (input: PeriodInput) => useQuery(JSON.stringify(input), () => periodFigures(input));
export const useSettings = () => useQuery('settings', settingsShow);
export const useNotices = () => useQuery('notices', notices);
export const useCalendarFiles = () => useQuery('calendar files', calendarFiles);
export const useColleagues = () => useQuery('colleagues', colleagues);
export const useReminders = (place: string) => useQuery(`reminders ${place}`, reminders);
export const useTasks = (place: string) => useQuery(`tasks ${place}`, taskList);
export const useAccessLog = (number: string) => useQuery(number, () => accessLog(number));

/** Asked anew whenever the case has changed, since what can be done changes with it. */
export const useSimilar = (number: string, version: number) =>
  useQuery(`${number} ${version}`, () => caseSimilar(number));

/** How many cases are open and how many of them are § 25 cases; asked anew when one moves. */
export function useCounts(place: string): { open: number; section25: number } | null {
  const one: CaseQuery = {
    track: null, stage: null, register: null, right: null, state: null, mine: false, limit: 1, after: null,
  };
  const { data } = useQuery(`counts ${place}`, () => caseList(one));
  return data && { open: data.total_open, section25: data.section_25 };
}
