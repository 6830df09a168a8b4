//! The dates of a case beside those of its answer, each with why.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::breach;
use crate::casework::projection::CaseRow;
use crate::casework::request::{AppealStart, ComplaintKind, ComplaintState, Phase};
use crate::law::deadline::rules::{APPEAL, APPEAL_PREPARED, INTERIM_REPLY, WITHOUT_DELAY};
use crate::law::deadline::{appeal_due_on, effect_at_once, own_date};
use crate::law::register::Register;
use crate::wording::{Language, Trilingual};

/// A date of a case beside those of its answer.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct OtherDateAnswer {
    /// `secure-by`, `effect`, `interim-reply`, `appeal`, `reopened`, `complaint` or `breach`.
    pub id: String,
    pub label: String,
    pub on: String,
    /// Counted from something that the program does not know for sure.
    pub assumed: bool,
    pub why: String,
    pub source: String,
}

/// Until when the decision can be appealed against, as far as it is known when it arrived.
#[must_use]
pub fn appeal_on(row: &CaseRow) -> Option<NaiveDate> {
    row.appeal.and_then(AppealStart::on).map(appeal_due_on)
}

/// Every such date that the case has, in the order in which they come.
#[must_use]
pub fn other_dates(row: &CaseRow, register: Option<&Register>, language: Language) -> Vec<OtherDateAnswer> {
    let mut dates = Vec::new();
    let mut add = |id: &str, label: &Trilingual, on: Option<NaiveDate>, why: &Trilingual, source: String| {
        if let Some(on) = on {
            dates.push(OtherDateAnswer {
                id: id.to_owned(),
                label: label.get(language).to_owned(),
                on: on.to_string(),
                assumed: id == "appeal" && !matches!(row.appeal, Some(AppealStart::Arrived(_))),
                why: why.get(language).to_owned(),
                source,
            });
        }
    };
    let retention = register.and_then(|register| register.short_retention.as_ref());
    let kept = retention.map(|retention| retention.source.citation(language)).unwrap_or_default();
    // What is due before the answer is of no use after it.
    let before = |day: Option<NaiveDate>| match row.phase {
        Phase::Open | Phase::Decided => day.filter(|_| row.reopened_on.is_none()),
        Phase::Answered | Phase::Forwarded { .. } | Phase::Withdrawn | Phase::Closed => None,
    };
    add("secure-by", &SECURE, before(row.secure_by_on), &WHY_SECURE, kept);
    let at_once = effect_at_once(row.right).map(|rule| rule.source.get(language).to_owned()).unwrap_or_default();
    add("effect", &EFFECT, row.effect_on(), &WHY_EFFECT, at_once);
    add(
        "interim-reply",
        &INTERIM,
        before(row.interim_on()),
        &WHY_INTERIM,
        INTERIM_REPLY.source.get(language).to_owned(),
    );
    let (label, why) = match row.appeal {
        Some(AppealStart::Arrived(_)) => (&APPEAL_KNOWN, &WHY_ARRIVED),
        Some(AppealStart::MadeAvailable(_)) => (&APPEALED, &WHY_AVAILABLE),
        Some(AppealStart::Sent(_) | AppealStart::NotArrived) | None => (&APPEALED, &WHY_APPEAL),
    };
    let source = match row.appeal {
        Some(AppealStart::MadeAvailable(_)) => AVAILABLE.get(language).to_owned(),
        Some(AppealStart::Arrived(_) | AppealStart::Sent(_) | AppealStart::NotArrived) | None => {
            APPEAL.source.get(language).to_owned()
        }
    };
    add("appeal", label, appeal_on(row), why, source);
    let own = WITHOUT_DELAY.source.get(language).to_owned();
    add("reopened", &REOPENED, row.reopened_on.map(own_date), &WHY_REOPENED, own);
    if let Some(complaint) = row.complaint {
        let (why, source) = match complaint.kind {
            _ if complaint.state == ComplaintState::ToReopen => (&WHY_TO_REOPEN, &WITHOUT_DELAY.source),
            ComplaintKind::Appeal => (&WHY_COMPLAINT, &APPEAL_PREPARED.source),
            ComplaintKind::Authority if complaint.asked_for => (&WHY_ASKED_FOR, &AUTHORITY),
            ComplaintKind::Authority => (&WHY_NOT_ASKED_FOR, &WITHOUT_DELAY.source),
        };
        add("complaint", &complaint.state.label(), complaint.due_on, why, source.get(language).to_owned());
    }
    if let Some(found) = row.breach {
        let (why, source) = breach::why(found.state, found.aware_at);
        add("breach", &found.state.label(), Some(found.due_on()), &why, source.get(language).to_owned());
    }
    dates
}

const REOPENED: Trilingual =
    Trilingual::fixed("Intern frist, gjenåpnet", "Intern frist, opna igjen", "Internal date, reopened");
const WHY_REOPENED: Trilingual = Trilingual::fixed(
    "Kontorets egen frist: to uker fra gjenåpningen. Loven gir ingen ny frist. Saken skal avgjøres uten ugrunnet opphold.",
    "Kontoret sin eigen frist: to veker frå saka blei opna igjen. Lova gir ingen ny frist. Saka skal avgjerast utan ugrunna opphald.",
    "The office's own date: two weeks from when the case was reopened. The law gives no new period. The case is to be decided without undue delay.",
);
const WHY_COMPLAINT: Trilingual = Trilingual::fixed(
    "Kontorets egen frist: to uker fra klagen kom. Loven gir ingen dag, men sier at klagen skal sendes over så snart saken er tilrettelagt.",
    "Kontoret sin eigen frist: to veker frå klaga kom. Lova gir ingen dag, men seier at klaga skal sendast over så snart saka er lagd til rette.",
    "The office's own date: two weeks from when the appeal arrived. The law gives no day, but says that it is sent on as soon as the case is prepared.",
);
const WHY_ASKED_FOR: Trilingual = Trilingual::fixed(
    "Datatilsynet har bedt om svar innen denne dagen.",
    "Datatilsynet har bede om svar innan denne dagen.",
    "Datatilsynet has asked for an answer by this day.",
);
const WHY_NOT_ASKED_FOR: Trilingual = Trilingual::fixed(
    "Kontorets egen frist: to uker fra Datatilsynets brev kom. De har ikke gitt noen svarfrist.",
    "Kontoret sin eigen frist: to veker frå brevet frå Datatilsynet kom. Dei har ikkje gitt nokon svarfrist.",
    "The office's own date: two weeks from when Datatilsynet's letter arrived. It has given no day to answer by.",
);
const AUTHORITY: Trilingual = Trilingual::fixed(
    "Brevet fra Datatilsynet; personvernforordningen art. 77",
    "Brevet frå Datatilsynet; personvernforordninga art. 77",
    "The letter from Datatilsynet; GDPR Art. 77",
);
const WHY_TO_REOPEN: Trilingual = Trilingual::fixed(
    "Kontorets egen frist: to uker fra det ble klart at svaret ikke blir stående. Gjenåpne saken.",
    "Kontoret sin eigen frist: to veker frå det blei klart at svaret ikkje blir ståande. Opne saka igjen.",
    "The office's own date: two weeks from when it was clear that the answer does not stand. Reopen the case.",
);
const SECURE: Trilingual = Trilingual::fixed("Sikres innen", "Sikrast innan", "Secure by");
const WHY_SECURE: Trilingual = Trilingual::fixed(
    "Registeret lagrer opplysningene kort. Ta vare på det som finnes, før du svarer.",
    "Registeret lagrar opplysningane kort. Ta vare på det som finst, før du svarar.",
    "The register does not keep the data for long. Secure what there is before you answer.",
);
const EFFECT: Trilingual = Trilingual::fixed("Virker fra", "Verkar frå", "Takes effect on");
const WHY_EFFECT: Trilingual = Trilingual::fixed(
    "Kravet virker straks. Sett det i verk, og svar deretter.",
    "Kravet verkar straks. Set det i verk, og svar deretter.",
    "The claim takes effect at once. Put it into effect, and answer after that.",
);
const INTERIM: Trilingual = Trilingual::fixed("Foreløpig svar innen", "Førebels svar innan", "Provisional reply by");
const WHY_INTERIM: Trilingual = Trilingual::fixed(
    "Én måned fra mottak, også når saken venter på svar. Er vedtaket ikke sendt da, skal personen ha et foreløpig svar.",
    "Éin månad frå mottak, også når saka ventar på svar. Er vedtaket ikkje sendt då, skal personen ha eit førebels svar.",
    "One month from receipt, also while the case waits for an answer. If the decision has not been sent by then, the person is to have a provisional reply.",
);
const APPEALED: Trilingual = Trilingual::fixed("Klagefrist (antatt)", "Klagefrist (rekna)", "Appeal by (assumed)");
const WHY_APPEAL: Trilingual = Trilingual::fixed(
    "Tre uker fra brevet kom fram. Programmet vet ikke når det var, og regner fra brevets dato. Kom brevet fram senere, er fristen senere.",
    "Tre veker frå brevet kom fram. Programmet veit ikkje når det var, og reknar frå datoen på brevet. Kom brevet fram seinare, er fristen seinare.",
    "Three weeks from when the letter arrived. The program does not know when that was, and counts from the date of the letter. If it arrived later, the last day is later.",
);
const APPEAL_KNOWN: Trilingual = Trilingual::fixed("Klagefrist", "Klagefrist", "Appeal by");
const WHY_ARRIVED: Trilingual = Trilingual::fixed(
    "Tre uker fra brevet kom fram, slik det er registrert.",
    "Tre veker frå brevet kom fram, slik det er registrert.",
    "Three weeks from when the letter arrived, as recorded.",
);
const WHY_AVAILABLE: Trilingual = Trilingual::fixed(
    "Tre uker fra brevet lå i den digitale postkassen og varselet var sendt, også når det ikke er åpnet. Programmet regner fra brevets dato.",
    "Tre veker frå brevet låg i den digitale postkassa og varselet var sendt, også når det ikkje er opna. Programmet reknar frå datoen på brevet.",
    "Three weeks from when the letter lay in the digital mailbox and notice of it was sent, also where it has not been opened. The program counts from the date of the letter.",
);
const AVAILABLE: Trilingual = Trilingual::fixed(
    "eForvaltningsforskriften § 11 andre ledd; forvaltningsloven § 29",
    "eForvaltningsforskrifta § 11 andre ledd; forvaltningslova § 29",
    "eGovernment Regulations section 11 second paragraph; Public Administration Act section 29",
);
