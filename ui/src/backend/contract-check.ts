import type * as After from './after-types';
import type * as Catalogue from './catalogue-types';
import type * as commands from './commands';
import type * as Bulk from './bulk-types';
import type * as Core from './contract';
import type { Failure } from './failure';
import type * as forecastCommands from './forecast-commands';
import type * as Forecasts from './forecast-types';
import type * as Import from './import-types';
import type * as Files from './file-types';
import type * as Letters from './letter-types';
import type * as noticeCommands from './notice-commands';
import type * as Notice from './notice-types';
import type * as People from './people-types';
import type * as periodCommands from './period-commands';
import type * as Periods from './period-types';
import type * as Review from './review-types';
import type * as reviewCommands from './review-commands';
import type * as Settings from './settings-types';
import type * as Deadlines from './deadline-types';
import type * as Page from './types';
import type * as workCommands from './work-commands';
import type * as Work from './work-types';

// What the page is written against, held against what the core says. Nothing here runs: «npm run check» fails when the
// two drift apart, and names the shape and the field.

/** The same shape with plain strings for closed lists, as the core declares them. */
type Loose<T> = T extends string ? string : T extends object ? { [K in keyof T]: Loose<T[K]> } : T;

/** The names of fields that the page takes for possibly missing, but that the core always fills. */
type NeverMissing<OnPage, FromCore> = OnPage extends readonly (infer P)[]
  ? FromCore extends readonly (infer C)[] ? NeverMissing<P, C> : never
  : OnPage extends object
    ? {
        [F in keyof OnPage]-?: F extends keyof FromCore
          ? (null extends OnPage[F] ? (null extends FromCore[F] ? never : F) : never)
            | NeverMissing<NonNullable<OnPage[F]>, NonNullable<FromCore[F]>>
          : never;
      }[keyof OnPage]
    : never;

/** The core answers with everything that the page reads, and maybe more; what is left is what is never missing. */
type Answer<FromCore extends Loose<OnPage>, OnPage> = NeverMissing<OnPage, FromCore>;

/** The names of fields that a document has and the core does not know; it refuses a document with such a field. */
type Unknown<Given, Known> = Given extends readonly (infer G)[]
  ? Known extends readonly (infer K)[] ? Unknown<G, K> : never
  : Given extends object
    ? { [F in keyof Given]-?: F extends keyof Known ? Unknown<Given[F], NonNullable<Known[F]>> : F }[keyof Given]
    : never;

/** The core takes what the page gives; what is left is the fields that it does not know. */
type Input<FromPage extends ToCore, ToCore> = Unknown<FromPage, ToCore>;

/** The words that only one of two lists has. */
type Difference<One, Other> = Exclude<One, Other> | Exclude<Other, One>;

/** Proof that there is nothing. */
type Nothing<T extends never> = T;

/** What a command is called with. */
type Given<Name extends keyof typeof commands> = Parameters<(typeof commands)[Name]>[0];
type GivenReview<Name extends keyof typeof reviewCommands> = Parameters<(typeof reviewCommands)[Name]>[0];
type GivenWork<Name extends keyof typeof workCommands> = Parameters<(typeof workCommands)[Name]>[0];
type GivenNotice<Name extends keyof typeof noticeCommands> = Parameters<(typeof noticeCommands)[Name]>[0];
type GivenForecast<Name extends keyof typeof forecastCommands> = Parameters<(typeof forecastCommands)[Name]>[0];

export type NeverMissingFields = Nothing<
  | Answer<Core.AccessLogAnswer, Page.AccessLog>
  | Answer<Core.BodyAnswer, Page.Body>
  | Answer<Core.BulkCases, { cases: string[] }>
  | Answer<Core.BulkOpened, Bulk.BulkOpened>
  | Answer<Core.BulkStep, Bulk.BulkStep>
  | Answer<Core.CaseListAnswer, Page.CaseList>
  | Answer<Core.CaseShow, Page.CaseShow>
  | Answer<Core.CaseShow, Review.ReviewedCase>
  | Answer<Core.ReviewListAnswer, Review.ReviewList>
  | Answer<Core.SampleAnswer, Review.Sample>
  | Answer<Core.InboxAnswer, Review.Inbox>
  | Answer<Core.EnquiryAnswer, Review.Enquiry>
  | Answer<Core.PassedOnAnswer, Review.PassedOn>
  | Answer<Core.RecoveryCodeAnswer, Review.RecoveryCode>
  | Answer<Core.SimilarAnswer, After.Similar>
  | Answer<Core.EarlierCount, After.EarlierCount>
  | Answer<Core.EarlierAnswer, After.Earlier>
  | Answer<Core.ComposedAnswer, Letters.LetterDraft>
  | Answer<Core.DeadlineAnswer, Page.Deadline>
  | Answer<Core.FiguresAnswer, Deadlines.DeadlineFigures>
  | Answer<Core.DueDaysAnswer, Deadlines.DueDays>
  | Answer<Core.ForecastAnswer, Forecasts.Forecast>
  | Answer<Core.ForecastProgress, Forecasts.ForecastProgress>
  | Answer<Core.BackTestAnswer, Forecasts.BackTest>
  | Answer<Core.WhatIfAnswer, Forecasts.WhatIf>
  | Answer<Core.AcceptedAnswer, Forecasts.Accepted>
  | Answer<Core.PeriodAnswer, Periods.Period>
  | Answer<Core.Failure, Required<ConstructorParameters<typeof Failure>[0]>>
  | Answer<Core.ImportStep, Import.ImportStep>
  | Answer<Core.FilePreviewAnswer, Files.FilePreview>
  | Answer<Core.WordsAnswer, Files.FileWords>
  | Answer<Core.RedactionGroundAnswer, Files.RedactionGround>
  | Answer<Core.RedactionCheckAnswer, Files.RedactionCheck>
  | Answer<Core.LetterAnswer, Letters.Letter>
  | Answer<Core.OrganisationAnswer, Page.Organisation>
  | Answer<Core.PreviewAnswer, Page.RequestPreview>
  | Answer<Core.RegisteredAnswer, Page.Registered>
  | Answer<Core.WaitingFileAnswer, Files.WaitingFile>
  | Answer<Core.RegisterShow, Catalogue.RegisterShow>
  | Answer<Core.RegistersAnswer, Catalogue.Catalogue>
  | Answer<Core.RequestShow, Page.RequestShow>
  | Answer<Core.RouteAnswer, Page.Route>
  | Answer<Core.SessionState, Page.SessionState>
  | Answer<Core.SettingsAnswer, Settings.Settings>
  | Answer<Core.NoticesAnswer, Notice.Notices>
  | Answer<Core.CalendarFilesAnswer, Notice.CalendarFiles>
  | Answer<Core.PreferencesAnswer, Settings.Preferences>
  | Answer<Core.UnsavedAnswer, Settings.Unsaved>
  | Answer<Core.UserAnswer, Settings.User>
  | Answer<Core.TaskListAnswer, Work.TaskList>
  | Answer<Core.RemindersAnswer, Work.Reminders>
  | Answer<Core.ColleaguesAnswer, Work.Colleagues>
  | Answer<Core.HandOverAnswer, Work.HandedOver>
  | Answer<Core.ViewsAnswer, Page.Kept>
  | Answer<Core.BackupAnswer, Settings.Backup>
  | Answer<Core.LetterTextsCheck, Settings.LetterTextsCheck>
>;

export type UnknownFields = Nothing<
  | Input<Given<'storeCreate'>, Core.StoreCreate>
  | Input<Given<'storeUnlock'>, Core.StoreUnlock>
  | Input<Given<'registerShow'>, Core.RegisterShowInput>
  | Input<Given<'requestPreview'>, Core.RequestInput>
  | Input<{ draft: Given<'requestEarlier'> }, Core.RequestInput>
  | Input<{ draft: Given<'requestSimilar'> }, Core.RequestInput>
  | Input<Given<'requestRegister'>, Core.RequestInput>
  | Input<{ id: Given<'requestFileDiscard'> }, Core.WaitingFileId>
  | Input<{ ids: Given<'requestFiles'> }, Core.WaitingFiles>
  | Input<Given<'bulkOpen'>, Core.BulkInput>
  | Input<Given<'caseList'>, Core.CaseList>
  | Input<Given<'viewSave'>, Core.ViewSave>
  | Input<Given<'viewDelete'>, Core.ViewDelete>
  | Input<Given<'listChoose'>, Core.ListChoose>
  | Input<{ case: Given<'caseShow'> }, Core.CaseShowInput>
  | Input<Given<'caseAssign'>, Core.CaseAssign>
  | Input<Given<'caseCheck'>, Core.CaseCheck>
  | Input<Given<'caseSuspend'>, Core.CaseSuspend>
  | Input<Given<'caseResume'>, Core.CaseResume>
  | Input<Given<'caseNote'>, Core.CaseNote>
  | Input<Given<'caseMeasureAdd'>, Core.CaseMeasureAdd>
  | Input<Given<'caseMeasureSettle'>, Core.CaseMeasureSettle>
  | Input<Given<'caseReportRemove'>, Core.CaseReportRemove>
  | Input<Given<'caseAttachmentTitle'>, Core.CaseAttachmentTitle>
  | Input<Given<'caseAttachmentRemove'>, Core.CaseAttachmentRemove>
  | Input<Given<'caseAttachmentReport'>, Core.CaseAttachmentReport>
  | Input<Given<'caseAttachmentPreview'>, Core.CaseAttachment>
  | Input<Given<'caseAttachmentWords'>, Core.CaseAttachment>
  | Input<Given<'caseRedactCheck'>, Core.CaseRedact>
  | Input<Given<'caseRedact'>, Core.CaseRedact>
  | Input<Given<'caseArchiveNumber'>, Core.CaseArchiveNumber>
  | Input<Given<'caseDecide'>, Core.CaseDecide>
  | Input<Given<'caseExtend'>, Core.CaseExtend>
  | Input<Given<'caseForward'>, Core.CaseForward>
  | Input<Given<'caseWithdraw'>, Core.CaseWithdraw>
  | Input<Given<'casePerson'>, Core.CasePerson>
  | Input<Given<'caseLinkNumber'>, Core.CaseLinkNumber>
  | Input<Given<'caseUnlinkNumber'>, Core.CaseUnlinkNumber>
  | Input<Given<'caseOtherParent'>, Core.CaseOtherParent>
  | Input<Given<'caseRepresentative'>, Core.CaseRepresentative>
  | Input<Given<'caseHearChild'>, Core.CaseHearChild>
  | Input<Given<'caseReview'>, Core.CaseReview>
  | Input<Given<'caseLift'>, Core.CaseLift>
  | Input<Given<'caseClose'>, Core.CaseClose>
  | Input<Given<'letterCompose'>, Core.LetterInput>
  | Input<Given<'letterPreview'>, Core.LetterInput>
  | Input<Given<'letterIssue'>, Core.LetterInput>
  | Input<{ letter: Given<'letterPdf'> }, Core.LetterNumber>
  | Input<Given<'letterDelivery'>, Core.LetterDelivery>
  | Input<Given<'deadlinesSave'>, Core.DeadlinesExport>
  | Input<Given<'deadlineCalendarSave'>, Core.DeadlineCalendarInput>
  | Input<Given<'dueDays'>, Core.DueDaysInput>
  | Input<GivenForecast<'deadlineForecast'>, Core.ForecastInput>
  | Input<GivenForecast<'deadlineWhatIf'>, Core.WhatIfInput>
  | Input<GivenForecast<'deadlineAccept'>, Core.WhatIfAccept>
  | Input<Parameters<(typeof periodCommands)['periodFigures']>[0], Core.PeriodInput>
  | Input<Parameters<(typeof periodCommands)['periodSave']>[0], Core.PeriodExport>
  | Input<Parameters<(typeof periodCommands)['protocolSave']>[0], Core.ProtocolInput>
  | Input<{ number: Given<'accessLog'> }, Core.AccessLogInput>
  | Input<Given<'settingsSet'>, Core.SettingsSet>
  | Input<GivenNotice<'noticesSet'>, Core.NoticesSet>
  | Input<GivenNotice<'calendarFileStop'>, Core.CalendarFileStop>
  | Input<Given<'userAdd'>, Core.UserAdd>
  | Input<Given<'userRemove'>, Core.UserRemove>
  | Input<Given<'preferencesSet'>, Core.PreferencesSet>
  | Input<Given<'unsavedKeep'>, Core.UnsavedKeep>
  | Input<Given<'unsavedDiscard'>, Core.UnsavedDiscard>
  | Input<GivenReview<'reviewDraw'>, Core.ReviewDraw>
  | Input<GivenReview<'reviewList'>, Core.ReviewList>
  | Input<GivenReview<'reviewFlag'>, Core.ReviewFlag>
  | Input<GivenReview<'reviewSay'>, Core.ReviewSay>
  | Input<GivenReview<'reviewReply'>, Core.ReviewReply>
  | Input<GivenReview<'reviewDecide'>, Core.ReviewDecide>
  | Input<GivenReview<'ombudReceive'>, Core.OmbudReceive>
  | Input<{ number: GivenReview<'ombudShow'> }, Core.OmbudShow>
  | Input<GivenReview<'ombudNote'>, Core.OmbudNote>
  | Input<GivenReview<'ombudClose'>, Core.OmbudClose>
  | Input<GivenReview<'ombudToRequest'>, Core.OmbudToRequest>
  | Input<GivenReview<'ombudErase'>, Core.OmbudErase>
  | Input<GivenReview<'ombudRetention'>, Core.OmbudRetention>
  | Input<GivenReview<'ombudRecover'>, Core.OmbudRecover>
  | Input<GivenWork<'caseTake'>, Core.CaseTake>
  | Input<GivenWork<'caseTaskAsk'>, Core.CaseTaskAsk>
  | Input<GivenWork<'caseTaskChange'>, Core.CaseTaskChange>
  | Input<GivenWork<'caseCorrect'>, Core.CaseCorrect>
  | Input<GivenWork<'reminderPutOff'>, Core.ReminderPutOff>
  | Input<GivenWork<'absenceEnter'>, Core.AbsenceEnter>
  | Input<GivenWork<'absenceEnd'>, Core.AbsenceEnd>
  | Input<GivenWork<'handOver'>, Core.HandOver>
>;

export type DifferingWords = Nothing<
  | Difference<Page.CaseState, Core.CaseState>
  | Difference<Page.Channel, Core.Channel>
  | Difference<Page.CheckResult, Core.CheckResult>
  | Difference<Page.ExtensionReason, Core.ExtensionReason>
  | Difference<Page.Figure, Core.Figure>
  | Difference<Page.IdentityMethod, Core.IdentityMethod>
  | Difference<People.InForceKind, Core.InForceKind>
  | Difference<Page.ListColumn, Core.ListColumn>
  | Difference<Page.ListOrder, Core.ListOrder>
  | Difference<Page.Outcome, Core.Outcome>
  | Difference<Page.Language, Core.Language>
  | Difference<Page.Protection, Core.Protection>
  | Difference<Page.SuspensionGround, Core.SuspensionGround>
  | Difference<Settings.Theme, Core.Theme>
  | Difference<Page.Track, Core.Track>
>;
