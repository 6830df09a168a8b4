import { call, callWithBytes } from './invoke';
import type { Earlier, EarlierCount, Similar } from './after-types';
import type { Catalogue, RegisterShow } from './catalogue-types';
import type { BulkInput, BulkOpened, BulkStep } from './bulk-types';
import type { ImportStep, OpenedImport } from './import-types';
import type {
  FilePreview,
  FileWords,
  Redaction,
  RedactionCheck,
  RedactionGround,
  TypedRequest,
  WaitingFile,
} from './file-types';
import type { Backup, LetterTextsCheck, Preferences, Settings, TextChanges, Unsaved, User } from './settings-types';
import type {
  DeliveryStep,
  Letter,
  LetterDraft,
  LetterInput,
  LettersAnswer,
  LettersCheck,
  LettersInput,
} from './letter-types';
import type { OtherParentIn, RepresentativeIn } from './people-types';
import type { DeadlineFigures, DueDays } from './deadline-types';
import type {
  AccessLog,
  Address,
  CaseList,
  CaseQuery,
  CaseShow,
  CheckResult,
  ExtensionReason,
  Figure,
  IdentityMethod,
  IdentityStatus,
  Kept,
  ListColumn,
  ListOrder,
  Organisation,
  Registered,
  RequestIn,
  RequestPreview,
  RequestShow,
  SessionState,
  SuspensionGround,
  Track,
  ViewFilters,
} from './types';

// One function per command of the core, and nothing else.

export const sessionState = () => call<SessionState>('session_state');
export const organisations = () => call<Organisation[]>('organisations');
export const storeCreate = (input: { store: string; organisation: string; name: string; passphrase: string }) =>
  call<SessionState>('store_create', input);
export const storeUnlock = (input: { store: string; user: string; passphrase: string }) =>
  call<SessionState>('store_unlock', input);
export const storeLock = () => call<SessionState>('store_lock');

export const registers = () => call<Catalogue>('registers');
export const registerShow = (input: { register: string; received_on: string | null; facts: Record<string, string> }) =>
  call<RegisterShow>('register_show', input);
export const requestPreview = (input: TypedRequest) => call<RequestPreview>('request_preview', input);
/** How many requests the person made before; nothing where the draft has no identity number. The core logs the search. */
export const requestEarlier = (draft: RequestIn) => call<EarlierCount | null>('request_earlier', { draft });
/** The draft beside what the person asked for before. The core logs that it was read. */
export const requestSimilar = (draft: RequestIn) => call<Earlier>('request_similar', { draft });
export const requestRegister = (input: TypedRequest) => call<Registered>('request_register', input);
/** The user picks a file in the system's own dialog, and it waits for the request; nothing when the user thinks better of it. */
export const requestFilePick = () => call<WaitingFile | null>('request_file_pick');
/** A file that the user has dropped or pasted waits for the request: its bytes, and how its name ended. */
export const requestFileBytes = (input: { ending: string }, bytes: Uint8Array) =>
  callWithBytes<WaitingFile>('request_file_bytes', input, bytes);
export const requestFileDiscard = (id: string) => call<null>('request_file_discard', { id });
/** Which of these files wait still; what the form does not know of is forgotten. */
export const requestFiles = (ids: string[]) => call<{ ids: string[] }>('request_files', { ids });

/** A file of requests; without one the user picks it in the system's own dialog. Nothing when the user thinks better of it. */
export const importOpen = (input: { file: string | null; dry_run: boolean }) =>
  call<OpenedImport | null>('import_open', input);
export const importNext = () => call<ImportStep>('import_next');
export const importClose = () => call<null>('import_close');
/** The user says where in the system's own dialog. */
export const importRefusedSave = (file: string) =>
  call<{ path: string | null }>('import_refused_save', { file, path: null });

export const requestShow = (request: string) => call<RequestShow>('request_show', { request });

export const caseList = (query: CaseQuery) => call<CaseList>('case_list', query);
export const views = () => call<Kept>('views');
export const viewSave = (input: { name: string; shared: boolean; filters: ViewFilters }) => call<Kept>('view_save', input);
export const viewDelete = (input: { name: string }) => call<Kept>('view_delete', input);
export const listChoose = (input: { sort: ListOrder | null; columns: ListColumn[] | null }) =>
  call<Kept>('list_choose', input);
export const caseShow = (number: string) => call<CaseShow>('case_show', { case: number });

/** A case and the version that was on the screen, so that nobody's change is overwritten. */
export interface CaseVersion {
  case: string;
  if_version: number;
}

export const caseAssign = (input: CaseVersion & { to: string }) => call<CaseShow>('case_assign', input);
export const caseCheck = (
  input: CaseVersion & { id: string; result: CheckResult; note: string | null; method?: string; on?: string | null },
) => call<CaseShow>('case_check', input);
export const caseSuspend = (input: CaseVersion & { ground: SuspensionGround; on: string; reply_by: string }) =>
  call<CaseShow>('case_suspend', input);
export const caseResume = (input: CaseVersion & { on: string; ground: SuspensionGround | null }) =>
  call<CaseShow>('case_resume', input);
export const caseNote = (input: CaseVersion & { text: string; telephone_on: string | null }) =>
  call<CaseShow>('case_note', input);
export const caseMeasureAdd = (input: CaseVersion & { to: string; text: string }) =>
  call<CaseShow>('case_measure_add', input);
export const caseMeasureSettle = (input: CaseVersion & { measure: string; done_on: string | null; note: string }) =>
  call<CaseShow>('case_measure_settle', input);
/** The user picks the file in the system's own dialog; nothing when the user thinks better of it. */
export const caseReportAdd = (input: CaseVersion & { title: string; used_as: string }) =>
  call<CaseShow | null>('case_report_add', input);
export const caseReportRemove = (input: CaseVersion & { report: number }) =>
  call<CaseShow>('case_report_remove', input);
/** The user picks the file in the system's own dialog; nothing when the user thinks better of it. */
export const caseAttach = (input: CaseVersion & { title: string; from: string }) =>
  call<CaseShow | null>('case_attach', input);
/** A file that the user has dropped or pasted: its bytes, and how its name ended. */
export const caseAttachBytes = (input: CaseVersion & { title: string; from: string; ending: string }, bytes: Uint8Array) =>
  callWithBytes<CaseShow>('case_attach_bytes', input, bytes);
export const caseAttachmentTitle = (input: CaseVersion & { file: number; title: string }) =>
  call<CaseShow>('case_attachment_title', input);
export const caseAttachmentRemove = (input: CaseVersion & { file: number; reason: string }) =>
  call<CaseShow>('case_attachment_remove', input);
export const caseAttachmentReport = (input: CaseVersion & { file: number; title: string | null }) =>
  call<CaseShow>('case_attachment_report', input);
export const caseAttachmentPreview = (input: { case: string; file: number }) =>
  call<FilePreview>('case_attachment_preview', input);
export const caseAttachmentBytes = (input: { case: string; file: number }) =>
  call<ArrayBuffer>('case_attachment_bytes', input);
/** The user says where in the system's own dialog. */
export const caseAttachmentSave = (input: { case: string; file: number }) =>
  call<{ saved: boolean }>('case_attachment_save', input);
export const caseAttachmentWords = (input: { case: string; file: number }) =>
  call<FileWords>('case_attachment_words', input);
export const redactionGrounds = () => call<RedactionGround[]>('redaction_grounds');
export const caseRedactCheck = (input: Redaction) => call<RedactionCheck>('case_redact_check', input);
export const caseRedactPreview = (input: Redaction) => call<ArrayBuffer>('case_redact_preview', input);
export const caseRedact = (input: Redaction & { title: string | null; if_version: number }) =>
  call<CaseShow>('case_redact', input);
export const caseArchiveNumber = (input: CaseVersion & { number: string }) =>
  call<CaseShow>('case_archive_number', input);
export const caseDecide = (input: CaseVersion & { outcome: string; reasons: string; legal_basis: string[]; grounds: string[] }) =>
  call<CaseShow>('case_decide', input);
export const caseExtend = (input: CaseVersion & { reason: ExtensionReason; text: string; expected: string }) =>
  call<CaseShow>('case_extend', input);
export const caseForward = (input: CaseVersion) => call<CaseShow>('case_forward', input);
export const caseWithdraw = (input: CaseVersion & { on: string }) => call<CaseShow>('case_withdraw', input);

/** What has become known of the person; what is null stays as it is. */
export interface PersonUpdate {
  person: {
    name: string | null;
    identity_number: string | null;
    address: Address | null;
    email: string | null;
  } | null;
  identity: { status: IdentityStatus; method: IdentityMethod | null; on: string | null } | null;
}

export const casePerson = (input: CaseVersion & { update: PersonUpdate }) => call<CaseShow>('case_person', input);
export const caseLinkNumber = (input: CaseVersion & { number: string; reason: string }) =>
  call<CaseShow>('case_link_number', input);
export const caseUnlinkNumber = (input: CaseVersion & { place: number; reason: string }) =>
  call<CaseShow>('case_unlink_number', input);
/** Nobody acts for the person any more where there is no representative. */
export const caseOtherParent = (input: CaseVersion & { parent: OtherParentIn | null; reason: string }) =>
  call<CaseShow>('case_other_parent', input);
export const caseRepresentative = (
  input: CaseVersion & { representative: RepresentativeIn | null; reason: string },
) => call<CaseShow>('case_representative', input);
export const caseHearChild = (input: CaseVersion & { on: string; tell_parents: boolean | null; text: string }) =>
  call<CaseShow>('case_hear_child', input);
export const caseReview = (input: CaseVersion & { next: string; on: string | null; note: string | null }) =>
  call<CaseShow>('case_review', input);
export const caseLift = (input: CaseVersion & { on: string; reason: string }) => call<CaseShow>('case_lift', input);
/** A complaint that came; a day that is not known, or does not belong to its kind, is null. */
export const caseComplaint = (
  input: CaseVersion & { kind: string; received: string; posted: string | null; reply_by: string | null; about: string },
) => call<CaseShow>('case_complaint', input);
/** The next step of a complaint; what does not belong to the step is null. */
export const complaintNext = (
  input: CaseVersion & {
    complaint: number;
    step: string;
    view: string | null;
    late: string | null;
    outcome: string | null;
    on: string | null;
    note: string;
  },
) => call<CaseShow>('complaint_next', input);
/** A breach that the case has shown. `aware` is date and time of day in Norway. */
export const caseBreach = (
  input: CaseVersion & { aware: string; concerns: string[]; about: string; reference: string | null },
) => call<CaseShow>('case_breach', input);
/** What is next known of a breach, or done about it; what does not belong to the step is null. */
export const breachNext = (
  input: CaseVersion & {
    breach: number;
    step: string;
    at: string | null;
    notified_at: string | null;
    concerns: string[];
    reference: string | null;
    why: string | null;
    told_on: string | null;
    high_risk: boolean | null;
    note: string | null;
  },
) => call<CaseShow>('breach_next', input);
export const caseSimilar = (number: string) => call<Similar>('case_similar', { case: number });
export const caseTie = (input: CaseVersion & { of: string; how: 'sammen' | 'dublett'; reason: string }) =>
  call<CaseShow>('case_tie', input);
export const caseReopen = (input: CaseVersion & { ground: string; reason: string }) =>
  call<CaseShow>('case_reopen', input);
export const caseClose = (input: CaseVersion) => call<CaseShow>('case_close', input);

export const letterCompose = (input: LetterInput) => call<LetterDraft>('letter_compose', input);
export const letterPreview = (input: LetterInput) => call<ArrayBuffer>('letter_preview', input);
export const letterIssue = (input: LetterInput & { if_version: number }) => call<Letter>('letter_issue', input);
export const letterAskApproval = (input: LetterInput & { if_version: number }) =>
  call<CaseShow>('letter_ask_approval', input);
export const caseApprove = (input: CaseVersion) => call<CaseShow>('case_approve', input);
export const caseSendBack = (input: CaseVersion & { reason: string }) => call<CaseShow>('case_send_back', input);
/** Begins the same with many cases; the core holds which, and takes them lot by lot. */
export const bulkOpen = (input: BulkInput) => call<BulkOpened>('bulk_open', input);
export const bulkCheck = () => call<BulkStep>('bulk_check');
export const bulkRun = () => call<BulkStep>('bulk_run');
export const bulkUndo = () => call<BulkStep>('bulk_undo');
export const bulkClose = () => call<null>('bulk_close');
/** The numbers of all cases of a list, for letters; a long list is refused. */
export const bulkCases = (query: CaseQuery) => call<{ cases: string[] }>('bulk_cases', query);

export const lettersCheck = (input: LettersInput) => call<LettersCheck>('letters_check', input);
export const lettersIssue = (input: LettersInput) => call<LettersAnswer>('letters_issue', input);
/** The user chooses the folder in the system's own dialog; nothing when the user thinks better of it. */
export const lettersSave = (letters: string[]) => call<{ path: string | null }>('letters_save', { letters });
/** What became of a letter on its way; what does not belong to the step is null. */
export interface Delivery {
  letter: string;
  what: DeliveryStep;
  on: string;
  to: string;
  reason: string | null;
  channel: string | null;
  by: string | null;
  identity: string | null;
  if_version: number;
}

export const letterDelivery = (input: Delivery) => call<Letter>('letter_delivery', input);
export const letterPdf = (letter: string) => call<ArrayBuffer>('letter_pdf', { letter });
export const letterSave = (letter: string) => call<{ path: string | null }>('letter_save', { letter, path: null });
export const windowZoom = (step: 'larger' | 'smaller' | 'plain') => call<number>('window_zoom', step);

export const letterOpen = (letter: string) => call<null>('letter_open', { letter });

export const accessLog = (number: string) => call<AccessLog>('access_log', { number });

/** Which cases of the deadlines are on the screen. */
export interface ShownDeadlines {
  figure: Figure;
  register: string | null;
  track: Track | null;
  due_from: string | null;
  due_to: string | null;
}

export const deadlineFigures = () => call<DeadlineFigures>('deadline_figures');
export const dueDays = (input: { register: string | null; track: Track | null }) => call<DueDays>('due_days', input);
export const deadlinesSave = (deadlines: ShownDeadlines) =>
  call<{ path: string | null }>('deadlines_save', { deadlines, path: null });

/** The system's own dialog asks where; nothing when the user thinks better of it. */
export const deadlineCalendarSave = (calendar: { mine: boolean; register: string | null; track: Track | null }) =>
  call<{ path: string | null }>('deadline_calendar_save', { calendar, path: null });

export const settingsShow = () => call<Settings>('settings_show');
export const settingsSet = (input: { internal_days?: number; second_person?: boolean }) => call<Settings>('settings_set', input);
/** What is left out stays as it is. While the store is locked it holds until somebody unlocks it. */
export const preferencesSet = (input: Partial<Preferences>) => call<Preferences>('preferences_set', input);
/** What the user was writing and has not used, oldest first. */
export const unsavedList = () => call<Unsaved[]>('unsaved_list');
export const unsavedKeep = (input: { key: string; case: string | null; text: string }) =>
  call<null>('unsaved_keep', input);
export const unsavedDiscard = (input: { key: string }) => call<null>('unsaved_discard', input);
export const userAdd = (input: User & { passphrase: string }) => call<User>('user_add', input);
export const userRemove = (input: { name: string; lose_inbox: boolean }) => call<User>('user_remove', input);
/** The user says where in the system's own dialog; nothing when the user thinks better of it. */
export const storeBackup = () => call<Backup | null>('store_backup', { folder: null });

/** The user says which folder in the system's own dialog; nothing when the user thinks better of it. */
export const letterTextsCheck = () => call<LetterTextsCheck | null>('letter_texts_check', { folder: null });
export const letterTextsInstall = (input: { folder: string }) =>
  call<{ changes: TextChanges }>('letter_texts_install', input);
export const letterTextsReset = () => call<{ changes: TextChanges }>('letter_texts_reset');
export const letterTextsExport = () => call<{ folder: string } | null>('letter_texts_export', { folder: null });
