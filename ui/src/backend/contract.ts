// Generated from src/api by: cargo test --profile ci --test it -- --ignored typescript::write
// Do not edit. contract-check.ts holds types.ts against it. The closed lists come first; in the shapes they are strings.

export type CaseState = 'open' | 'suspended' | 'decided' | 'answered' | 'forwarded' | 'closed' | 'withdrawn';

export type Channel = 'brev' | 'epost' | 'altinn' | 'helsenorge' | 'telefon' | 'oppmote';

export type CheckResult = 'ja' | 'nei' | 'ikke-aktuelt';

export type Figure = 'forfalt' | 'innen-7' | 'innen-30' | 'pa-vent' | 'forlenget' | 'ubesvart';

export type ExtensionReason = 'kompleksitet' | 'antall';

export type IdentityMethod = 'innlogget-hoyt' | 'brev' | 'oppmote' | 'rekommandert' | 'kontrollsporsmal';

export type InForceKind = 'begrensning' | 'sperring' | 'reservasjon' | 'begrenset-lagring' | 'protest-markedsforing';

export type ListColumn = 'person' | 'register' | 'right' | 'track' | 'status' | 'received' | 'due' | 'assignee';

export type ListOrder = 'due' | 'received' | 'number';

export type Outcome = 'innvilget' | 'delvis' | 'avslag' | 'avvist' | 'ingen-opplysninger' | 'rettet' | 'supplert' | 'slettet' | 'sperret' | 'oversendt' | 'trukket';

export type Language = 'nb' | 'nn' | 'en';

export type Protection = 'ingen' | 'fortrolig' | 'strengt-fortrolig';

export type SuspensionGround = 'identitet' | 'fullmakt' | 'presisering' | 'par25-dokumentasjon';

export type Theme = 'system' | 'light' | 'dark';

export type Track = 'general' | 'register-access' | 'section-25' | 'forward' | 'not-held';

export type StoreCreate = { store: string; organisation: string; name: string; passphrase: string };

export type StoreUnlock = { store: string; user?: string | null; passphrase: string };

export type RegisterShowInput = {
  register: string;
  received_on?: string | null;
  facts?: { [key in string]: string } | null;
};

export type RequestInput = { draft: RequestDraft; files?: Array<RequestFile> | null };

export type RequestDraft = {
  received_on?: string | null;
  received_at?: string | null;
  channel?: string | null;
  language?: string | null;
  their_reference?: string | null;
  idempotency_key?: string | null;
  person?: PersonDraft | null;
  identity?: IdentityDraft | null;
  representative?: RepresentativeDraft | null;
  other_parent?: OtherParentDraft | null;
  inform_parents?: boolean | null;
  text?: string | null;
  attachments?: Array<AttachmentDraft> | null;
  demands?: Array<DemandDraft> | null;
  other_rules?: Array<OtherRulesDraft> | null;
  archive_number?: string | null;
};

export type PersonDraft = {
  name?: string | null;
  identity_number?: string | null;
  born_on?: string | null;
  deceased_on?: string | null;
  protection?: string | null;
  address?: AddressDraft | null;
  email?: string | null;
};

export type AddressDraft = { lines?: Array<string> | null; country?: string | null };

export type IdentityDraft = { status?: string | null; method?: string | null; on?: string | null };

export type RepresentativeDraft = {
  kind?: string | null;
  name?: string | null;
  address?: AddressDraft | null;
  evidence?: string | null;
  registers?: Array<string> | null;
  rights?: Array<string> | null;
  valid_to?: string | null;
  seen_by?: string | null;
  seen_on?: string | null;
};

export type AttachmentDraft = { title?: string | null; pages?: number | null };

export type RequestFile = { id: string; title: string };

export type WaitingFileId = { id: string };

export type DemandDraft = {
  register?: string | null;
  right?: string | null;
  grounds?: string | null;
  facts?: { [key in string]: string } | null;
};

export type OtherRulesDraft = { rules?: string | null; text?: string | null };

export type CaseList = {
  track?: string | null;
  register?: string | null;
  right?: string | null;
  state?: string | null;
  stage?: string | null;
  mine?: boolean;
  unassigned?: boolean;
  assignee?: string | null;
  outcome?: string | null;
  received_from?: string | null;
  received_to?: string | null;
  due_from?: string | null;
  due_to?: string | null;
  overdue?: boolean;
  due_within?: number | null;
  figure?: string | null;
  undelivered?: boolean;
  in_force?: boolean;
  complaints?: boolean;
  breaches?: boolean;
  person?: string | null;
  search?: string | null;
  reference?: string | null;
  sort?: string | null;
  limit?: number | null;
  after?: string | null;
};

export type ViewSave = { name: string; shared: boolean; filters: ViewFilters };

export type ViewDelete = { name: string };

export type ListChoose = { sort?: string | null; columns?: Array<string> | null };

export type CaseShowInput = { case: string };

export type PeriodInput = {
  from: string;
  to: string;
  by?: string | null;
  published?: boolean;
  language?: string | null;
};

export type PeriodExport = { figures: PeriodInput; format: string };

export type ProtocolInput = {
  case?: string | null;
  from?: string | null;
  to?: string | null;
  language?: string | null;
};

export type CaseAssign = { case: string; to: string; if_version?: number | null };

export type CaseTake = { case: string; if_version?: number | null };

export type CaseTaskAsk = {
  case: string;
  unit: string;
  text: string;
  asked_on?: string | null;
  due_on: string;
  owner?: string | null;
  if_version?: number | null;
};

export type CaseTaskChange = {
  case: string;
  task: number;
  what: string;
  on?: string | null;
  due_on?: string | null;
  to?: string | null;
  note?: string | null;
  if_version?: number | null;
};

export type CaseCorrect = { case: string; suspension?: number | null; reason: string; if_version?: number | null };

export type ReminderPutOff = { case: string; kind: string; until: string };

export type AbsenceEnter = { name?: string | null; from: string; to: string; substitute: string };

export type AbsenceEnd = { name?: string | null };

export type HandOver = { from: string; to: string };

export type CaseCheck = {
  case: string;
  id: string;
  result: string;
  note?: string | null;
  method?: string | null;
  on?: string | null;
  if_version?: number | null;
};

export type CaseSuspend = { case: string; ground: string; on: string; reply_by: string; if_version?: number | null };

export type CaseResume = { case: string; on: string; ground?: string | null; if_version?: number | null };

export type CaseNote = { case: string; text: string; telephone_on?: string | null; if_version?: number | null };

export type CaseMeasureAdd = { case: string; to: string; text: string; if_version?: number | null };

export type CaseMeasureSettle = {
  case: string;
  measure: string;
  done_on?: string | null;
  note: string;
  if_version?: number | null;
};

export type CaseReportRemove = { case: string; report: number; if_version?: number | null };

export type CaseAttachment = { case: string; file: number };

export type CaseAttachmentTitle = { case: string; file: number; title: string; if_version?: number | null };

export type CaseAttachmentRemove = { case: string; file: number; reason: string; if_version?: number | null };

export type CaseAttachmentReport = { case: string; file: number; title?: string | null; if_version?: number | null };

export type CaseRedact = {
  case: string;
  file: number;
  boxes: Array<RedactBox>;
  words: Array<RedactWords>;
  title?: string | null;
  if_version?: number | null;
};

export type RedactBox = { page: number; left: number; top: number; width: number; height: number; ground: string };

export type RedactWords = { find: string; ground: string };

export type CaseArchiveNumber = { case: string; number: string; if_version?: number | null };

export type RequestShowInput = { request: string };

export type CaseDecide = {
  case: string;
  outcome: string;
  reasons: string;
  legal_basis?: Array<string>;
  grounds?: Array<string>;
  if_version?: number | null;
};

export type CaseClose = { case: string; if_version?: number | null };

export type BulkInput = {
  action: string;
  to?: string | null;
  ground?: string | null;
  on?: string | null;
  reply_by?: string | null;
  cases?: Array<string> | null;
  list?: CaseList | null;
};

export type CaseReopen = { case: string; ground: string; reason: string; if_version?: number | null };

export type CaseComplaint = {
  case: string;
  kind: string;
  received: string;
  posted?: string | null;
  reply_by?: string | null;
  about: string;
  if_version?: number | null;
};

export type ComplaintNext = {
  case: string;
  complaint: number;
  step: string;
  view?: string | null;
  late?: string | null;
  outcome?: string | null;
  on?: string | null;
  note: string;
  if_version?: number | null;
};

export type CaseBreach = {
  case: string;
  aware: string;
  concerns: Array<string>;
  about: string;
  reference?: string | null;
  if_version?: number | null;
};

export type BreachNext = {
  case: string;
  breach: number;
  step: string;
  at?: string | null;
  notified_at?: string | null;
  concerns?: Array<string>;
  reference?: string | null;
  why?: string | null;
  told_on?: string | null;
  high_risk?: boolean | null;
  note?: string | null;
  if_version?: number | null;
};

export type EnquiryDraft = {
  received_on?: string | null;
  source?: string | null;
  name?: string | null;
  contact?: string | null;
  text?: string | null;
};

export type OmbudReceive = { enquiry: EnquiryDraft };

export type OmbudShow = { number: number };

export type OmbudNote = { number: number; text: string };

export type OmbudClose = { number: number; outcome: string };

export type OmbudToRequest = { number: number; draft: RequestDraft };

export type OmbudErase = { number: number; ground: string };

export type OmbudRetention = { months: number | null };

export type OmbudRecover = { code: string };

export type ReviewDraw = { from: string; to: string; count: number; seed: number };

export type ReviewList = { open: boolean };

export type ReviewFlag = { case: string; reason: string; if_version?: number | null };

export type ReviewSay = {
  case: string;
  date?: string | null;
  pause?: number | null;
  against?: string | null;
  if_version?: number | null;
};

export type ReviewReply = { case: string; text: string; if_version?: number | null };

export type ReviewDecide = { case: string; outcome: string; text: string; if_version?: number | null };

export type CaseTieInput = { case: string; of: string; how: string; reason: string; if_version?: number | null };

export type CaseExtend = {
  case: string;
  reason: string;
  text: string;
  expected: string;
  if_version?: number | null;
};

export type CaseForward = { case: string; if_version?: number | null };

export type CaseWithdraw = { case: string; on: string; if_version?: number | null };

export type CasePerson = { case: string; update: PersonUpdate; if_version?: number | null };

export type PersonUpdate = { person?: PersonDraft | null; identity?: IdentityDraft | null };

export type CaseLinkNumber = { case: string; number: string; reason: string; if_version?: number | null };

export type CaseUnlinkNumber = { case: string; place: number; reason: string; if_version?: number | null };

export type CaseRepresentative = {
  case: string;
  representative?: RepresentativeDraft | null;
  reason: string;
  if_version?: number | null;
};

export type CaseOtherParent = {
  case: string;
  parent?: OtherParentDraft | null;
  reason: string;
  if_version?: number | null;
};

export type OtherParentDraft = { name?: string | null; address?: AddressDraft | null; evidence?: string | null };

export type CaseHearChild = {
  case: string;
  on: string;
  tell_parents?: boolean | null;
  text: string;
  if_version?: number | null;
};

export type CaseReview = {
  case: string;
  next: string;
  on?: string | null;
  note?: string | null;
  if_version?: number | null;
};

export type CaseLift = { case: string; on: string; reason: string; if_version?: number | null };

export type LetterInput = {
  cases: Array<string>;
  kind: string;
  fields: { [key in string]: string };
  send?: string | null;
  to?: string | null;
  copies?: Array<string>;
  dated_on?: string | null;
  if_version?: number | null;
  corrects?: string | null;
};

export type CaseApprove = { case: string; if_version?: number | null };

export type CaseSendBack = { case: string; reason: string; if_version?: number | null };

export type LettersInput = { cases: Array<string>; kind: string; fields: { [key in string]: string } };

export type LetterDelivery = {
  letter: string;
  what: string;
  on: string;
  to?: string | null;
  reason?: string | null;
  channel?: string | null;
  by?: string | null;
  identity?: string | null;
  if_version?: number | null;
};

export type LetterNumber = { letter: string };

export type SettingsSet = { internal_days?: number | null; second_person?: boolean | null };

export type UserAdd = { name: string; role: string; cleared?: boolean; passphrase: string };

export type UserRemove = { name: string; lose_inbox?: boolean };

export type PreferencesSet = { language?: string | null; theme?: string | null };

export type UnsavedKeep = { key: string; case?: string | null; text: string };

export type UnsavedDiscard = { key: string };

export type AccessLogInput = { number?: string | null };

export type DeadlinesExport = {
  figure: string;
  register?: string | null;
  track?: string | null;
  due_from?: string | null;
  due_to?: string | null;
};

export type ForecastInput = {
  weeks?: number | null;
  seed?: number | null;
  runs?: number | null;
  register?: string | null;
};

export type ForecastProgress = { done: number; of: number };

export type WhatIfInput = {
  holidays?: Array<SupposedHoliday> | null;
  not_holidays?: Array<string> | null;
  received?: Array<SupposedReceipt> | null;
  months?: number | null;
  extended_months?: number | null;
};

export type WhatIfAccept = { supposed: WhatIfInput; digest: string; reason: string };

export type SupposedHoliday = { on: string; name?: string | null };

export type SupposedReceipt = { number: string; on: string };

export type PeriodAnswer = {
  from: string;
  to: string;
  today: string;
  language: string;
  published: boolean;
  columns: Array<PeriodColumn>;
  total: PeriodLine;
  tables: Array<PeriodTableAnswer>;
  notes: Array<string>;
};

export type PeriodTableAnswer = { by: string; label: string; rows: Array<PeriodLine> };

export type PeriodLine = { id: string; label: string; values: Array<number | null> };

export type PeriodColumn = { id: string; label: string };

export type Failure = {
  code: string;
  message: string;
  rule: string | null;
  source: string | null;
  fields: Array<FieldProblem>;
};

export type FieldProblem = { path: string; code: string; message: string };

export type WarningAnswer = { code: string; message: string };

export type BodyAnswer = { id: string; name: string };

export type SessionState = {
  state: string;
  store: string;
  store_exists: boolean;
  test: boolean;
  organisation: BodyAnswer | null;
  user: UserAnswer | null;
  users: Array<string>;
  today: string;
  version: string;
  requests: number;
  preferences: PreferencesAnswer;
  unreadable: Array<string>;
};

export type PreferencesAnswer = { language: string | null; theme: string | null };

export type UnsavedAnswer = { key: string; text: string; kept_at: string };

export type UserAnswer = { name: string; role: string; cleared: boolean };

export type OrganisationAnswer = { id: string; name: string; registers: number };

export type RegistersAnswer = {
  catalogue: string;
  registers: Array<RegisterAnswer>;
  rights: Array<RightAnswer>;
  roles: Array<RoleAnswer>;
};

export type RegisterAnswer = {
  id: string;
  short: string;
  names: NamesAnswer;
  controllers: Array<ControllerAnswer>;
  rights: Array<string>;
  facts: Array<FactAnswer>;
  roles: Array<string>;
  answered_here: boolean;
  article_15: Array<PointOfArticle15>;
};

export type RightAnswer = { id: string; label: string };

export type RoleAnswer = { id: string; label: string };

export type NamesAnswer = { nb: string; nn: string; en: string };

export type ControllerAnswer = {
  id: string;
  name: string;
  when: string | null;
  joint: boolean;
  valid_from: string | null;
  valid_to: string | null;
  in_force: boolean;
  source: string;
};

export type FactAnswer = {
  key: string;
  label: string;
  kind: string;
  values: Array<FactValueAnswer>;
  required_for: Array<string>;
  default: string | null;
};

export type FactValueAnswer = { value: string; label: string };

export type PointOfArticle15 = { point: string; label: string; status: string; statements: Array<StatementAnswer> };

export type StatementAnswer = {
  text: string;
  source: string;
  valid_from: string | null;
  valid_to: string | null;
  in_force: boolean;
  not_repeated: boolean;
};

export type RegisterShow = {
  id: string;
  short: string;
  names: NamesAnswer;
  roles: Array<string>;
  role_labels: Array<string>;
  controllers: Array<ControllerAnswer>;
  rights: Array<string>;
  facts: Array<FactAnswer>;
  article_15: Array<PointOfArticle15>;
  received_on: string | null;
  answered_by: Array<BodyInForce>;
  answered_here: boolean;
  office_answers: Array<BodyInForce>;
  administrators: Array<StatementAnswer>;
  processors: Array<StatementAnswer>;
  legal_basis: Array<StatementAnswer>;
  short_retention: ShortRetentionAnswer | null;
  channel: ReasonAnswer | null;
  differences: Array<StatementAnswer>;
  left_out: Array<StatementAnswer>;
  left_out_remedy: Array<StatementAnswer>;
  routes: Array<RightRoute>;
  contacts: Array<ContactAnswer>;
};

export type BodyInForce = {
  id: string;
  name: string;
  valid_from: string | null;
  valid_to: string | null;
  in_force: boolean;
  source: string;
};

export type ShortRetentionAnswer = { count: number; unit: string; from: string; text: string; source: string };

export type RightRoute = {
  right: string;
  label: string;
  track_label: string | null;
  mode_label: string | null;
  route: RouteAnswer | null;
  legal_basis: Array<ProvisionAnswer>;
  channel_source: string | null;
  problems: Array<FieldProblem>;
};

export type ProvisionAnswer = { citation: string; valid_from: string | null; valid_to: string | null };

export type ContactAnswer = {
  id: string;
  name: string;
  address: Array<string>;
  organisation_number: string | null;
  telephone: string | null;
  web: string | null;
  email: string | null;
  source: string;
};

export type PreviewAnswer = {
  cases: Array<PreviewCase>;
  problems: Array<FieldProblem>;
  warnings: Array<WarningAnswer>;
};

export type PreviewCase = {
  register: string | null;
  right: string | null;
  title: string | null;
  track_label: string | null;
  route: RouteAnswer | null;
  deadline: DeadlineAnswer | null;
  problem: FieldProblem | null;
};

export type RegisteredAnswer = {
  request: string;
  version: number;
  cases: Array<CaseAnswer>;
  warnings: Array<WarningAnswer>;
};

export type WaitingFileAnswer = { id: string; kind_label: string; size: number };

export type WaitingFiles = { ids: Array<string> };

export type RouteAnswer = {
  register: string;
  right: string;
  track: string;
  mode: string | null;
  handled_by: BodyAnswer;
  legal_basis: Array<string>;
  legal_basis_ids: Array<string>;
  checks: Array<RouteCheckAnswer>;
  channel: string | null;
  reasons: Array<ReasonAnswer>;
  hardly: boolean;
};

export type RouteCheckAnswer = { id: string; text: string; required: boolean; doubtful: boolean; source: string };

export type ImportStep = { row: number; done: boolean; answer: ImportAnswer };

export type ImportAnswer = {
  dry_run: boolean;
  registered: number;
  known: number;
  refused: Array<RefusedRow>;
  notices: Array<ImportNotice>;
};

export type RefusedRow = { row: number; fields: Array<ImportProblem> };

export type ImportProblem = {
  path: string;
  code: string;
  message: string;
  column: string | null;
  heading: string | null;
};

export type ImportNotice = { row: number; path: string; code: string; message: string };

export type ReasonAnswer = { text: string; source: string };

export type DeadlineAnswer = {
  received_on: string;
  base_on: string;
  suspended_days: number;
  extended: boolean;
  nominal_on: string;
  due_on: string | null;
  extension_notice_due_on: string | null;
  refusal_due_on: string | null;
  open_suspension: OpenSuspensionAnswer | null;
  steps: Array<StepAnswer>;
};

export type OpenSuspensionAnswer = { since_on: string; due_if_answered_on: string };

export type StepAnswer = {
  op: string;
  from_on: string | null;
  to_on: string | null;
  months: number | null;
  days: number | null;
  rule: string;
  text: string;
  source: string;
};

export type CaseListAnswer = {
  cases: Array<CaseAnswer>;
  next: string | null;
  total_open: number;
  section_25: number;
  section_25_stages: Array<StageCount>;
};

export type ViewsAnswer = { views: Array<ViewAnswer>; sort: string; columns: Array<string> };

export type ViewAnswer = { name: string; owner: string; own: boolean; shared: boolean; filters: ViewFilters };

export type ViewFilters = {
  track: string | null;
  register: string | null;
  right: string | null;
  state: string | null;
  mine: boolean;
  unassigned: boolean;
  assignee: string | null;
  outcome: string | null;
  received_from: string | null;
  received_to: string | null;
  due_from: string | null;
  due_to: string | null;
  overdue: boolean;
  due_within: number | null;
  undelivered: boolean;
  in_force: boolean;
  complaints: boolean;
  breaches: boolean;
  sort: string | null;
};

export type CaseAnswer = {
  case: string;
  request: string;
  register: string;
  right: string;
  track: string;
  mode: string | null;
  handled_by: BodyAnswer;
  state: string;
  assignee: string | null;
  received_on: string;
  nominal_on: string;
  due_on: string | null;
  extension_notice_due_on: string | null;
  refusal_due_on: string | null;
  internal_due_on: string | null;
  secure_by_on: string | null;
  effect_on: string | null;
  interim_reply_due_on: string | null;
  appeal_due_on: string | null;
  paused_since_on: string | null;
  question_since_on: string | null;
  questions: Array<QuestionAnswer>;
  due_if_answered_on: string | null;
  extended_on: string | null;
  expected_on: string | null;
  answered_on: string | null;
  reopened_on: string | null;
  late: boolean;
  days_left: number | null;
  outcome: string | null;
  open_tasks: number;
  task_due_on: string | null;
  covered_for: string | null;
  undelivered: UndeliveredAnswer | null;
  in_force: InForceAnswer | null;
  complaint: ComplaintSummary | null;
  breach: BreachSummary | null;
  section_25: Section25Answer | null;
  warnings: Array<WarningAnswer>;
  person: PersonSummary & Partial<PersonInFull>;
  title: string;
  register_label: string;
  right_label: string;
  track_label: string;
  status: string;
  status_label: string;
};

export type PersonSummary = {
  initials: string | null;
  birth_year: number | null;
  masked_identity: string | null;
  protected: boolean;
};

export type Section25Answer = {
  stage: string;
  stage_label: string;
  grounds: string;
  documents: string;
  burdensome: string | null;
  public_interest: string | null;
};

export type QuestionAnswer = { ground: string; ground_label: string; asked_on: string; reply_by_on: string };

export type StageCount = { stage: string; label: string; count: number };

export type FiguresAnswer = {
  today: string;
  figures: Array<FigureCount>;
  registers: Array<FigureRow>;
  tracks: Array<FigureRow>;
};

export type DeadlineCalendarInput = { mine: boolean; register?: string | null; track?: string | null };

export type CalendarFilesAnswer = {
  own: CalendarFileAnswer | null;
  office: CalendarFileAnswer | null;
  may_office: boolean;
};

export type CalendarFileAnswer = {
  path: string;
  mine: boolean;
  register: string | null;
  track: string | null;
  chosen_at: string;
  chosen_by: string;
  written_at: string | null;
  problem: string | null;
};

export type CalendarFileStop = { office: boolean; remove_file: boolean };

export type NoticesAnswer = {
  on: boolean;
  digest_at: string | null;
  at_once: boolean;
  quiet_from: string | null;
  quiet_to: string | null;
  quiet_on_days_off: boolean;
};

export type NoticesSet = {
  on: boolean;
  digest_at?: string | null;
  at_once: boolean;
  quiet_from?: string | null;
  quiet_to?: string | null;
  quiet_on_days_off: boolean;
};

export type DueDaysInput = { register?: string | null; track?: string | null };

export type DueDaysAnswer = {
  today: string;
  weeks: Array<DueWeek>;
  before_on: string;
  before: number;
  after_on: string;
  after: number;
};

export type DueWeek = { week: number; days: Array<DueDay> };

export type DueDay = { on: string; count: number; day_off: string | null };

export type FigureCount = { figure: string; label: string; count: number };

export type FigureRow = { id: string; label: string; counts: Array<number> };

export type ForecastAnswer = {
  today: string;
  seed: number;
  runs: number;
  since_on: string;
  history_weeks: number;
  history_cases: number;
  one_of: number;
  register: string | null;
  late_now: number;
  unanswered_now: number | null;
  weeks: Array<ForecastWeekAnswer>;
  registers: Array<RegisterForecastAnswer>;
  pooled: Array<PooledRegister>;
  more_hands: number | null;
  more_hands_than: number | null;
  tenths_a_hand_a_week: number;
  hands_text: string;
  assumptions: Array<string>;
};

export type ForecastWeekAnswer = { week: number; on: string; late: BandAnswer; unanswered: BandAnswer | null };

export type BandAnswer = { low: number; median: number; high: number };

export type RegisterForecastAnswer = { id: string | null; label: string; late_now: number; late: Array<BandAnswer> };

export type PooledRegister = { id: string; label: string };

export type BackTestAnswer = {
  seed: number;
  runs: number;
  one_of: number;
  coverage: number | null;
  unanswered_coverage: number | null;
  by_weeks: Array<ForecastQuality>;
  checked: Array<CheckedForecast>;
};

export type ForecastQuality = {
  weeks: number;
  forecasts: number;
  within: number;
  unanswered_within: number;
  median_error: number;
  unchanged_error: number;
};

export type CheckedForecast = {
  made_on: string;
  weeks: number;
  late_then: number;
  late: BandAnswer;
  happened: number;
  within: boolean;
  unanswered: BandAnswer;
  were_unanswered: number;
  unanswered_within: boolean;
};

export type WhatIfAnswer = {
  today: string;
  supposed: Array<string>;
  looked_at: number;
  late: number;
  would_be_late: number;
  moved: Array<MovedCase>;
  note: string;
  digest: string;
  acceptable: boolean;
  acceptance: string;
};

export type MovedCase = {
  case: string;
  register: string;
  register_label: string;
  right: string;
  right_label: string;
  due_on: string | null;
  would_be_due_on: string | null;
  days: number | null;
  now: DeadlineAnswer;
  then: DeadlineAnswer;
};

export type AcceptedAnswer = { receipts: Array<CorrectedReceiptAnswer>; moved: Array<MovedCase>; text: string };

export type CorrectedReceiptAnswer = { request: string; from_on: string; to_on: string };

export type PersonInFull = {
  name: string | null;
  born_on: string | null;
  address: AddressAnswer | null;
  email: string | null;
};

export type AddressAnswer = { lines: Array<string>; country: string };

export type CaseShow = {
  version: number;
  checks: Array<CheckAnswer>;
  route: RouteAnswer | null;
  deadline: DeadlineAnswer;
  other_dates: Array<OtherDateAnswer>;
  suspensions: Array<SuspensionAnswer>;
  extension: ExtensionAnswer | null;
  extended_due_on: string | null;
  timeline: Array<TimelineEntry>;
  letters: Array<LetterAnswer>;
  pending_letters: Array<PendingLetterAnswer>;
  actions: Array<ActionAnswer>;
  text: string | null;
  grounds: string | null;
  channel: string;
  channel_label: string;
  language: string;
  their_reference: string | null;
  attachments: Array<AttachmentAnswer>;
  identity: IdentityAnswer;
  representative: RepresentativeAnswer | null;
  other_parent: OtherParentAnswer | null;
  child_heard: ChildHeardAnswer | null;
  inform_parents: boolean | null;
  linked_numbers: Array<LinkedNumberAnswer>;
  lifted: LiftedAnswer | null;
  lift_notice_on: string | null;
  notes: Array<NoteAnswer>;
  measures: Array<MeasureAnswer>;
  tasks: Array<TaskAnswer>;
  units: Array<UnitAnswer>;
  reports: Array<ReportAnswer>;
  files: Array<FileAnswer>;
  complaints: Array<ComplaintAnswer>;
  breaches: Array<BreachAnswer>;
  ties: Array<TieAnswer>;
  review: ReviewAnswer;
  reopenings: Array<ReopeningAnswer>;
  reopen_grounds: Array<OutcomeAnswer>;
  archive_number: string | null;
  other_rules: Array<OtherRulesAnswer>;
  decision: DecisionAnswer | null;
  outcomes: Array<OutcomeAnswer>;
  grounds_to_choose: Array<GroundAnswer>;
  next_step: NextStepAnswer | null;
  proposals: Array<ProposalAnswer>;
  letter_kinds: Array<LetterKindAnswer>;
  siblings: Array<string>;
  claims: Array<ClaimAnswer>;
  case: string;
  request: string;
  register: string;
  right: string;
  track: string;
  mode: string | null;
  handled_by: BodyAnswer;
  state: string;
  assignee: string | null;
  received_on: string;
  nominal_on: string;
  due_on: string | null;
  extension_notice_due_on: string | null;
  refusal_due_on: string | null;
  internal_due_on: string | null;
  secure_by_on: string | null;
  effect_on: string | null;
  interim_reply_due_on: string | null;
  appeal_due_on: string | null;
  paused_since_on: string | null;
  question_since_on: string | null;
  questions: Array<QuestionAnswer>;
  due_if_answered_on: string | null;
  extended_on: string | null;
  expected_on: string | null;
  answered_on: string | null;
  reopened_on: string | null;
  late: boolean;
  days_left: number | null;
  outcome: string | null;
  open_tasks: number;
  task_due_on: string | null;
  covered_for: string | null;
  undelivered: UndeliveredAnswer | null;
  in_force: InForceAnswer | null;
  complaint: ComplaintSummary | null;
  breach: BreachSummary | null;
  section_25: Section25Answer | null;
  warnings: Array<WarningAnswer>;
  person: PersonSummary & Partial<PersonInFull>;
  title: string;
  register_label: string;
  right_label: string;
  track_label: string;
  status: string;
  status_label: string;
};

export type CheckAnswer = {
  id: string;
  text: string;
  required: boolean;
  doubtful: boolean;
  source: string | null;
  result: string | null;
  note: string | null;
  by: string | null;
  on: string | null;
};

export type SuspensionAnswer = {
  number: number;
  ground: string;
  ground_label: string;
  asked_on: string;
  reply_by_on: string;
  reminded_on: string | null;
  reminder_reply_by_on: string | null;
  answered_on: string | null;
  ended_on: string | null;
  corrected: boolean;
  correctable: boolean;
};

export type ExtensionAnswer = {
  notice_on: string | null;
  reason: string;
  reason_label: string;
  text: string | null;
  expected_on: string;
};

export type IdentityAnswer = {
  status: string;
  method: string | null;
  on: string | null;
  history: Array<IdentityStep>;
};

export type IdentityStep = {
  status: string;
  method: string | null;
  method_label: string | null;
  on: string | null;
  by: string;
  recorded_on: string;
};

export type RepresentativeAnswer = {
  kind: string;
  kind_label: string;
  name: string;
  address: AddressAnswer | null;
  evidence: string | null;
  registers: Array<string>;
  rights: Array<string>;
  valid_to: string | null;
  seen_by: string | null;
  seen_on: string | null;
  against: string | null;
};

export type OtherParentAnswer = { name: string; address: AddressAnswer | null; evidence: string | null };

export type ClaimAnswer = { register: string; register_label: string; right: string; right_label: string };

export type ChildHeardAnswer = { on: string; tell_parents: boolean | null; text: string | null; by: string };

export type LinkedNumberAnswer = {
  place: number;
  masked: string | null;
  kind: string | null;
  reason: string | null;
  by: string;
  on: string;
};

export type InForceAnswer = {
  kind: string;
  label: string;
  ground: string;
  since_on: string;
  review_on: string | null;
  review_due: boolean;
};

export type LiftedAnswer = { on: string; reason: string | null };

export type AttachmentAnswer = { title: string; pages: number | null };

export type NoteAnswer = { at: string; by: string; text: string; telephone_on: string | null };

export type OtherDateAnswer = {
  id: string;
  label: string;
  on: string;
  assumed: boolean;
  why: string;
  source: string;
};

export type MeasureAnswer = {
  id: string;
  to: string | null;
  label: string;
  text: string | null;
  state: string;
  done_on: string | null;
  note: string | null;
  by: string | null;
};

export type TaskAnswer = {
  number: number;
  unit: string;
  unit_label: string;
  text: string | null;
  asked_on: string;
  due_on: string;
  owner: string;
  reminded_on: Array<string>;
  state: string;
  late: boolean;
  answered_on: string | null;
  note: string | null;
  chaser: ChaserAnswer | null;
};

export type ChaserAnswer = { nb: string; nn: string; en: string };

export type UnitAnswer = { unit: string; label: string; proposal: string | null; source: string | null };

export type TaskListAnswer = { tasks: Array<OpenTaskAnswer> };

export type OpenTaskAnswer = {
  case: string;
  title: string;
  number: number;
  unit: string;
  unit_label: string;
  asked_on: string;
  due_on: string;
  late: boolean;
  owner: string;
  answer_due_on: string | null;
};

export type RemindersAnswer = {
  reminders: Array<ReminderAnswer>;
  put_off: Array<ReminderAnswer>;
  more: boolean;
  until_on: string;
};

export type ReminderAnswer = {
  case: string;
  title: string;
  kind: string;
  label: string;
  on: string;
  days_left: number;
  covered_for: string | null;
  put_off_until: string | null;
  last_put_off_on: string | null;
};

export type ColleaguesAnswer = {
  colleagues: Array<ColleagueAnswer>;
  covers_for: Array<string>;
  may_manage: boolean;
};

export type ColleagueAnswer = { name: string; role: string; cleared: boolean; away: AwayAnswer | null };

export type AwayAnswer = { from_on: string; to_on: string; substitute: string; now: boolean; entered_by: string };

export type HandOverAnswer = { from: string; to: string; moved: Array<string>; stopped: Array<NotMoved> };

export type NotMoved = { case: string; code: string; message: string };

export type ReopeningAnswer = {
  on: string;
  by: string;
  role: string;
  ground: string;
  ground_label: string;
  reason: string | null;
  answer: string | null;
};

export type ComplaintAnswer = {
  number: number;
  kind: string;
  kind_label: string;
  source: string;
  received_on: string;
  posted_on: string | null;
  reply_by_on: string | null;
  about: string | null;
  against: string | null;
  timing: string | null;
  timing_label: string | null;
  state: string;
  state_label: string;
  due_on: string | null;
  view: string | null;
  view_label: string | null;
  late: string | null;
  reason: string | null;
  considered_on: string | null;
  sent: string | null;
  sent_on: string | null;
  replied_on: string | null;
  reply: string | null;
  outcome: string | null;
  outcome_label: string | null;
  decided_on: string | null;
  decision: string | null;
  reopened_on: string | null;
  next: Array<string>;
  views: Array<OutcomeAnswer>;
  outcomes: Array<OutcomeAnswer>;
};

export type TieAnswer = { case: string; how: string; label: string; reason: string | null };

export type EnquiryAnswer = {
  number: number;
  state: string;
  state_label: string;
  received_on: string;
  source: string;
  source_label: string;
  name: string | null;
  contact: string | null;
  text: string;
  notes: Array<EnquiryNoteAnswer>;
  outcome: string | null;
  outcome_label: string | null;
  closed_at: string | null;
  request: string | null;
  erasable: boolean;
  secrecy: string;
  secrecy_source: string;
  doubt: string;
};

export type EnquiryNoteAnswer = { at: string; by: string; text: string };

export type InboxAnswer = {
  enquiries: Array<EnquirySummary>;
  erased: Array<ErasedEnquiryAnswer>;
  retention: RetentionAnswer;
  recovery_code: boolean;
};

export type RetentionAnswer = {
  months: number | null;
  changed_at: string | null;
  changed_by: string | null;
  most: number;
  doubt: string;
  source: string;
};

export type ErasedEnquiryAnswer = { number: number; at: string; by: string; ground: string; ground_label: string };

export type RecoveryCodeAnswer = { code: string; told: string };

export type EnquirySummary = {
  number: number;
  state: string;
  state_label: string;
  received_on: string;
  source: string;
  source_label: string;
  notes: number;
  request: string | null;
  erasable_on: string | null;
  due: boolean;
};

export type PassedOnAnswer = { enquiry: EnquiryAnswer; registered: RegisteredAnswer };

export type ReviewAnswer = {
  state: string | null;
  state_label: string | null;
  taken_up: Array<ReviewTakenUp>;
  dates: Array<ReviewedDateAnswer>;
  pauses: Array<ReviewedPauseAnswer>;
  answers: Array<ReviewWords>;
  decisions: Array<ReviewDecision>;
  source: string;
  doubtful: boolean;
  doubt: string;
};

export type ReviewTakenUp = {
  how: string;
  text: string;
  reason: string | null;
  list_sha256: string | null;
  by: string;
  at: string;
};

export type ReviewedDateAnswer = { date: string; label: string; on: string | null; views: Array<ReviewView> };

export type ReviewedPauseAnswer = { pause: number; label: string; views: Array<ReviewView> };

export type ReviewView = {
  agrees: boolean;
  on: string | null;
  moved: boolean;
  reason: string | null;
  by: string;
  at: string;
};

export type ReviewWords = { text: string | null; by: string; at: string };

export type ReviewDecision = { outcome: string; label: string; text: string | null; by: string; at: string };

export type SampleAnswer = {
  seed: number;
  from_on: string;
  to_on: string;
  size: number;
  among: number;
  list_sha256: string;
  cases: Array<string>;
};

export type ReviewListAnswer = { reviews: Array<ReviewedCase>; proposals: Array<ProposedReview> };

export type ReviewedCase = { case: CaseAnswer; state: string; state_label: string };

export type ProposedReview = { case: CaseAnswer; why: Array<WarningAnswer> };

export type BreachAnswer = {
  number: number;
  state: string;
  state_label: string;
  aware_at: string;
  concerns: Array<OutcomeAnswer>;
  about: string | null;
  corrections: Array<string | null>;
  reference: string | null;
  same_in: Array<string>;
  clock: BreachClockAnswer;
  due_at: string | null;
  to_do: string | null;
  verdict: string | null;
  verdict_label: string | null;
  notified_at: string | null;
  notified_reference: string | null;
  notified_note: string | null;
  in_time: boolean | null;
  supplements: Array<string>;
  settled_on: string | null;
  reason: string | null;
  persons_told_on: string | null;
  high_risk: boolean | null;
  persons_label: string | null;
  persons_reason: string | null;
  persons_source: string;
  next: Array<string>;
  not_notified: Array<OutcomeAnswer>;
};

export type BreachClockAnswer = {
  due_at: string;
  late: boolean;
  hours_left: number | null;
  text: string;
  source: string;
  doubtful: boolean;
  doubt: string;
};

export type EarlierCount = { requests: number; open: number; more: boolean };

export type EarlierAnswer = { searched: boolean; others: Array<EarlierRequest>; more: boolean };

export type EarlierRequest = {
  request: string;
  kind: string;
  kind_label: string;
  alike: boolean;
  rows: Array<CompareAnswer>;
};

export type SimilarAnswer = { case: string; searched: boolean; others: Array<SimilarCase> };

export type SimilarCase = {
  case: string;
  kind: string;
  kind_label: string;
  rows: Array<CompareAnswer>;
  tied: string | null;
  against_together: string | null;
  against_duplicate: string | null;
};

export type CompareAnswer = { what: string; here: string; there: string; differs: boolean };

export type ReportAnswer = {
  number: number;
  title: string | null;
  media_type: string;
  kind_label: string;
  size: number;
  used_as: string;
  used_as_label: string;
  by: string | null;
  on: string | null;
};

export type FileAnswer = {
  number: number;
  title: string | null;
  media_type: string;
  kind_label: string;
  size: number;
  sha256: string | null;
  from: string;
  from_label: string;
  by: string | null;
  on: string | null;
  redacts: number | null;
  redacted: string;
  can_be_report: boolean;
};

export type FilePreviewAnswer = {
  shows: string;
  cut: boolean;
  words_only: boolean;
  text: string | null;
  rows: Array<Array<string>>;
};

export type WordsAnswer = { pages: Array<PageWordsAnswer> };

export type PageWordsAnswer = { width: number; height: number; words: Array<PageWordAnswer> };

export type PageWordAnswer = {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
  line: number;
};

export type RedactionGroundAnswer = { id: string; citation: string; what: string; doubtful: boolean };

export type RedactionCheckAnswer = { boxes: Array<RedactBoxAnswer>; left: Array<LeftWordAnswer> };

export type RedactBoxAnswer = {
  page: number;
  left: number;
  top: number;
  width: number;
  height: number;
  ground: string;
};

export type LeftWordAnswer = { word: string; pages: Array<number> };

export type OtherRulesAnswer = {
  rules: string;
  label: string;
  what_to_do: string;
  source: string | null;
  text: string | null;
};

export type RequestShow = {
  request: string;
  version: number;
  received_on: string;
  channel: string;
  channel_label: string;
  language: string;
  their_reference: string | null;
  archive_number: string | null;
  text: string | null;
  other_rules: Array<OtherRulesAnswer>;
  cases: Array<CaseAnswer>;
  timeline: Array<TimelineEntry>;
};

export type OutcomeAnswer = { id: string; label: string };

export type GroundAnswer = {
  id: string;
  label: string;
  outcomes: Array<string>;
  weigh: string | null;
  doubtful: boolean;
  source: string;
};

export type DecisionAnswer = {
  outcome: string;
  label: string;
  reasons: string | null;
  legal_basis: Array<string>;
  grounds: Array<string>;
};

export type TimelineEntry = { seq: number; at: string; actor: string; kind: string; text: string };

export type ActionAnswer = { action: string; label: string; available: boolean; why_not: string | null };

export type NextStepAnswer = { action: string; target: string | null; label: string; why: string };

export type ProposalAnswer = { action: string; proposed: boolean; label: string; why: string; source: string };

export type LetterKindAnswer = { kind: string; label: string; proposed: boolean; why: string | null };

export type LetterAnswer = {
  letter: string;
  cases: Array<string>;
  kind: string;
  kind_label: string;
  language: string;
  dated_on: string;
  channel: string;
  channel_label: string;
  pages: number;
  sha256: string | null;
  file: string | null;
  supersedes: string | null;
  correctable: boolean;
  message_title: string;
  file_name: string;
  recipients: Array<LetterRecipient>;
  deliveries: Array<DeliveryAnswer>;
  identities: Array<ChoiceAnswer>;
};

export type LettersAnswer = { issued: Array<LetterAnswer>; stopped: Array<StoppedLetter>; left: Array<string> };

export type LettersCheck = { ready: Array<Array<string>>; stopped: Array<StoppedLetter> };

export type BulkOpened = { cases: number; can_be_undone: boolean };

export type BulkCases = { cases: Array<string> };

export type BulkStep = { done: Array<string>; stopped: Array<StoppedCase>; left: number };

export type StoppedCase = { case: string; code: string; message: string };

export type StoppedLetter = { cases: Array<string>; code: string; message: string; fields: Array<FieldProblem> };

export type ApprovalAnswer = {
  state: string;
  asked_by: string | null;
  by: string | null;
  reason: string | null;
  can_ask: boolean;
  may_answer: boolean;
};

export type PendingLetterAnswer = {
  kind: string;
  kind_label: string;
  cases: Array<string>;
  fields: { [key in string]: string };
  send: string | null;
  to: string | null;
  copies: Array<string>;
  corrects: string | null;
  state: string;
  asked_by: string;
  asked_on: string;
};

export type ComposedAnswer = {
  draft: string | null;
  kind: string;
  kind_label: string;
  language: string;
  recipient: RecipientAnswer;
  title: string;
  text: string;
  problems: Array<LetterProblem>;
  sections: Array<SectionAnswer>;
  attachments: Array<string>;
  checks: Array<GateAnswer>;
  approval: ApprovalAnswer;
  corrects: string | null;
  send: string;
  sends: Array<SendAnswer>;
  message_title: string;
  to: string;
  choices: Array<RecipientChoice>;
  dated_on: string;
  version: number;
};

export type RecipientAnswer = { name: string | null; role: string };

export type LetterProblem = { check: string; message: string; todo: string };

export type SectionAnswer = {
  id: string;
  label: string;
  fixed: boolean;
  fields: Array<LetterFieldAnswer>;
  text: string;
};

export type LetterFieldAnswer = {
  id: string;
  label: string;
  value: string;
  required: boolean;
  multiline: boolean;
  missing: boolean;
};

export type GateAnswer = {
  check: string;
  label: string;
  ok: boolean;
  message: string;
  todo: string | null;
  field: string | null;
};

export type SendAnswer = { id: string; label: string };

export type RecipientChoice = { id: string; label: string; copy: boolean; barred: string | null };

export type LetterRecipient = {
  to: string;
  label: string;
  copy: boolean;
  channel: string;
  channel_label: string;
  sent_on: string;
  standing: string;
  standing_label: string;
  standing_on: string | null;
  second_notice_from_on: string | null;
  actions: Array<DeliveryAction>;
};

export type DeliveryAction = { id: string; label: string; proposed: boolean; choices: Array<ChoiceAnswer> };

export type DeliveryAnswer = {
  what: string;
  to: string;
  on: string;
  reason: string | null;
  channel: string | null;
  by: string | null;
  identity: string | null;
  text: string;
  at: string;
  actor: string;
};

export type ChoiceAnswer = { id: string; label: string };

export type UndeliveredAnswer = { what: string; label: string; from_on: string };

export type ComplaintSummary = { state: string; label: string; due_on: string | null };

export type BreachSummary = { state: string; label: string; due_at: string | null };

export type AccessLogAnswer = { request: string | null; entries: Array<AccessEntry>; cut: boolean };

export type AccessEntry = {
  position: number;
  at: string;
  actor: string;
  what: string;
  text: string;
  case: string | null;
  letter: string | null;
  found: number | null;
};

export type SettingsAnswer = {
  store: string;
  format: number;
  test: boolean;
  office: OfficeAnswer;
  users: Array<UserAnswer>;
  internal_days: number | null;
  second_person: boolean;
  most_internal_days: number;
  changed_at: string | null;
  changed_by: string | null;
  last_tested_restore_at: string | null;
  catalogue: SourceAnswer;
  letter_texts: SourceAnswer;
  may: MayAnswer;
};

export type OfficeAnswer = {
  id: string;
  name: string;
  answers: Array<OfficeRegister>;
  ombudsman: SourcedText | null;
  appeal: SourcedText | null;
};

export type OfficeRegister = {
  register: BodyAnswer;
  valid_from: string | null;
  valid_to: string | null;
  in_force: boolean;
  source: string;
};

export type SourcedText = { text: string; source: string };

export type MayAnswer = {
  add_roles: Array<string>;
  add_cleared: boolean;
  decide_for_office: boolean;
  back_up: boolean;
  replace_letter_texts: boolean;
};

export type SourceAnswer = {
  state: string;
  taken_at: string | null;
  taken_by: string | null;
  problems: Array<FaultAnswer>;
};

export type FaultAnswer = { file: string; line: number; message: string };

export type LetterTextsCheck = { folder: string; ok: boolean; problems: Array<FaultAnswer>; changes: TextChanges };

export type TextChanges = { letters: Array<ChangedLetter>; references: boolean; names: boolean; logo: boolean };

export type ChangedLetter = { kind: string; label: string; languages: Array<string> };

export type LetterTextsAnswer = { built_in: boolean; changes: TextChanges };

export type LetterTextsExport = { folder: string; files: number };

export type BackupAnswer = {
  folder: string;
  ok: boolean;
  requests: number;
  events: number;
  head: string;
  tested_at: string | null;
  problems: Array<RecordProblemAnswer>;
};

export type RecordProblemAnswer = { request: string | null; seq: number | null; code: string; message: string };
