//! Registering a request: one case for each demand.

use chrono::NaiveDate;

use super::attached::{FileContents, NewFile, files_need_a_case, no_room_for, rows};
use super::decide::Decision;
use super::event::{Content, Event, Opened, Registered};
use super::other_rules::OtherRules;
use super::refusal::{Refusal, RefusalCode, refusal};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::person::{Person, Representative, RepresentativeKind};
use crate::law::register::RegisterId;
use crate::law::rights::Right;
use crate::law::routing::Facts;
use crate::wording::Trilingual;

/// A request that is well-formed and not yet registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    /// How it came in, with the identifiers of its rows.
    pub registered: Registered,
    /// The sender's key for this delivery, if there is one.
    pub idempotency_key: Option<String>,
    /// The person.
    pub person: Person,
    /// Whoever acts for the person.
    pub representative: Option<Representative>,
    /// Who has parental responsibility for a child beside whoever acts for it.
    pub other_parent: Option<Representative>,
    /// Words, attachments and reference, under the identifiers that `registered` names.
    pub contents: Vec<(ContentId, Content)>,
    /// What is demanded.
    pub demands: Vec<NewDemand>,
    /// What falls under other rules, and what was done with it.
    pub other_rules: Vec<(OtherRules, (ContentId, String))>,
    /// The number in the office's own archive.
    pub archive_number: Option<(ContentId, String)>,
    /// The files that came with it; their content has been looked at.
    pub files: Vec<(NewFile, FileContents)>,
}

/// One register and one right, routed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDemand {
    /// The register, right, facts and route; the case letter is given on registering.
    pub opened: Opened,
    /// The words of the grounds, under the identifier that `opened` names.
    pub grounds: Option<String>,
}

/// Every rule that refuses a request, as far as it is known; a draft is held against them while it is typed.
#[must_use]
pub fn intake_refusals(
    received_on: Option<NaiveDate>,
    person: &Person,
    (representative, other_parent): (Option<&Representative>, Option<&Representative>),
    demands: &[(&RegisterId, Right, &Facts)],
    any_other_rules: bool,
    today: NaiveDate,
) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if received_on.is_some_and(|received_on| received_on > today) {
        refusals.push(refusal(
            RefusalCode::FutureReceipt,
            Some("received_on"),
            Trilingual::fixed(
                "Datoen for mottak er etter dagens dato. Skriv dagen henvendelsen kom til en av kanalene våre.",
                "Datoen for mottak er etter dagen i dag. Skriv dagen førespurnaden kom til ein av kanalane våre.",
                "The date of receipt is later than today. Write the day on which the request reached one of our channels.",
            ),
            "Personvernforordningen art. 12 nr. 3; forvaltningslovforskriften § 36",
        ));
    }
    if person.protection.is_protected() && person.address.is_some() {
        refusals.push(refusal(
            RefusalCode::AddressOfProtected,
            Some("person.address"),
            Trilingual::fixed(
                "Adressen til en person med skjermet adresse skal ikke lagres. Fjern adressen. Brevet utleveres etter avtale.",
                "Adressa til ein person med skjerma adresse skal ikkje lagrast. Fjern adressa. Brevet blir utlevert etter avtale.",
                "The address of a person with a protected address is not to be stored. Remove the address. The letter is handed over by agreement.",
            ),
            "Folkeregisterloven § 10-4",
        ));
    }
    if person.protection.is_protected() {
        refusals.extend(representative.and_then(|acting| address_betrays(acting, "representative.address")));
    }
    refusals.extend(representative.and_then(|acting| seen_later(acting, today)));
    refusals.extend(other_parent.map(|parent| other_parent_refusals(person, parent, today)).unwrap_or_default());
    if demands.is_empty() && !any_other_rules {
        refusals.push(refusal(
            RefusalCode::NoDemands,
            Some("demands"),
            Trilingual::fixed(
                "Velg minst ett register og én rettighet, eller si hvilket annet regelverk henvendelsen følger.",
                "Vel minst eitt register og éin rett, eller sei kva anna regelverk førespurnaden følgjer.",
                "Choose at least one register and one right, or say which other rules the request falls under.",
            ),
            "Personvernforordningen art. 12 nr. 2",
        ));
    }
    for (place, demand) in demands.iter().enumerate() {
        if demands[..place].contains(demand) {
            refusals.push(refusal(
                RefusalCode::RepeatedDemand,
                Some(&format!("demands[{place}]")),
                Trilingual::fixed(
                    "Dette kravet står to ganger. Fjern det ene.",
                    "Dette kravet står to gonger. Fjern det eine.",
                    "This claim is there twice. Remove one of them.",
                ),
                "Personvernforordningen art. 12 nr. 2",
            ));
        }
    }
    refusals
}

/// Why the address of whoever acts for a protected person is not kept: they may share the home.
pub(super) fn address_betrays(acting: &Representative, path: &str) -> Option<Refusal> {
    let shares_home =
        acting.address.is_some() && matches!(acting.kind, RepresentativeKind::Parent | RepresentativeKind::Guardian);
    shares_home.then(|| {
        refusal(
            RefusalCode::AddressOfProtected,
            Some(path),
            Trilingual::fixed(
                "Adressen til forelder eller verge kan røpe en skjermet adresse og skal ikke lagres. Fjern adressen. Brevet utleveres etter avtale.",
                "Adressa til forelder eller verje kan røpe ei skjerma adresse og skal ikkje lagrast. Fjern adressa. Brevet blir utlevert etter avtale.",
                "The address of a parent or guardian can give away a protected address and is not to be stored. Remove the address. The letter is handed over by agreement.",
            ),
            "Folkeregisterloven § 10-4",
        )
    })
}

/// Why a paper cannot have been seen on the day that is given.
pub(super) fn seen_later(acting: &Representative, today: NaiveDate) -> Option<Refusal> {
    acting.seen.as_ref().is_some_and(|seen| seen.on > today).then(|| {
        refusal(
            RefusalCode::DateOrder,
            Some("representative.seen_on"),
            Trilingual::fixed(
                "Dagen fullmakten ble sett, er etter i dag. Skriv dagen du så den.",
                "Dagen fullmakta blei sett, er etter i dag. Skriv dagen du såg ho.",
                "The day on which the authority was seen is later than today. Write the day on which you saw it.",
            ),
            "Forvaltningsloven § 12",
        )
    })
}

/// Why somebody is not recorded as the other one with parental responsibility: that is for minors alone, and the address of
/// a protected child is not kept in that of a parent.
pub(super) fn other_parent_refusals(person: &Person, parent: &Representative, today: NaiveDate) -> Vec<Refusal> {
    let grown_up = person.is_of_age(today).then(|| {
        refusal(
            RefusalCode::NotAChild,
            Some("other_parent"),
            Trilingual::fixed(
                "Personen er fylt 18 år, så ingen har foreldreansvar. Fjern den andre forelderen, eller rett fødselsdatoen.",
                "Personen har fylt 18 år, så ingen har foreldreansvar. Fjern den andre forelderen, eller rett fødselsdatoen.",
                "The person is 18 or older, so nobody has parental responsibility. Remove the other parent, or correct the date of birth.",
            ),
            "Vergemålsloven §§ 8 og 16",
        )
    });
    let betrayed = person.protection.is_protected().then(|| address_betrays(parent, "other_parent.address")).flatten();
    grown_up.into_iter().chain(betrayed).collect()
}

/// Registers a request: one case for each demand.
///
/// # Errors
/// Every rule that refuses, at once.
pub fn register(new: NewRequest, today: NaiveDate) -> Result<Decision, Vec<Refusal>> {
    let demands: Vec<_> =
        new.demands.iter().map(|demand| (&demand.opened.register, demand.opened.right, &demand.opened.facts)).collect();
    let mut refusals = intake_refusals(
        Some(new.registered.received_on),
        &new.person,
        (new.representative.as_ref(), new.other_parent.as_ref()),
        &demands,
        !new.other_rules.is_empty(),
        today,
    );
    let mut there = 0;
    for (file, _) in &new.files {
        refusals.extend(no_room_for(there, u64::from(file.size)));
        there += u64::from(file.size);
    }
    if new.demands.is_empty() && !new.files.is_empty() {
        refusals.push(files_need_a_case());
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }

    let mut contents = new.contents;
    contents.push((new.registered.person, Content::Person(Box::new(new.person))));
    if let (Some(id), Some(representative)) = (new.registered.representative, new.representative) {
        contents.push((id, Content::Representative(representative)));
    }
    if let (Some(id), Some(parent)) = (new.registered.other_parent, new.other_parent) {
        contents.push((id, Content::Representative(parent)));
    }
    let mut events = vec![Event::RequestRegistered(new.registered)];
    for (place, demand) in (0_u16..).zip(new.demands) {
        let mut opened = demand.opened;
        opened.case = CaseLetter::at(place);
        if let (Some(id), Some(grounds)) = (opened.grounds, demand.grounds) {
            contents.push((id, Content::Text(grounds)));
        }
        events.push(Event::CaseOpened(opened));
    }
    for (rules, (id, text)) in new.other_rules {
        contents.push((id, Content::Text(text)));
        events.push(Event::OtherRulesNoted { rules, text: id });
    }
    if let Some((id, number)) = new.archive_number {
        contents.push((id, Content::Text(number)));
        events.push(Event::ArchiveNumberGiven { number: id });
    }
    for (file, held) in new.files {
        contents.extend(rows(&file, held));
        events.push(Event::FileAttached(file));
    }
    Ok(Decision { events, contents })
}
