//! Reading who the request is about, and who acts for them.

use super::fields::Problems;
use crate::api::draft::{AddressDraft, IdentityDraft, OtherParentDraft, PersonDraft, RepresentativeDraft};
use crate::api::spoken::say;
use crate::casework::person::{
    Address, IdentityMethod, IdentityStatus, Person, Protection, Representative, RepresentativeKind, Scope, Seen,
};
use crate::law::identity::IdentityNumber;
use crate::law::rights::Right;
use crate::usecase::Rules;

pub(super) fn person(given: Option<&PersonDraft>, problems: &mut Problems) -> Person {
    let empty = PersonDraft::default();
    let given = given.unwrap_or(&empty);
    let name = problems.text("person.name", given.name.as_deref(), 200);
    let identity_number =
        given.identity_number.as_deref().map(str::trim).filter(|number| !number.is_empty()).and_then(|number| {
            match IdentityNumber::parse(number) {
                Ok(number) => Some(number),
                Err(problem) => {
                    problems.push("person.identity_number", problem.code(), problem.to_string());
                    None
                }
            }
        });
    let protection = problems
        .optional_choice(
            "person.protection",
            given.protection.as_deref(),
            Protection::from_id,
            &Protection::ALL.map(Protection::id),
        )
        .unwrap_or(Protection::None);
    let email = problems.text("person.email", given.email.as_deref(), 254);
    if email.as_deref().is_some_and(|email| !looks_like_email(email)) {
        problems.push(
            "person.email",
            "not-an-email",
            say!(
                "Dette er ikke en e-postadresse. Skriv den på nytt, for eksempel navn@example.no.",
                "Dette er ikkje ei e-postadresse. Skriv ho på nytt, til dømes namn@example.no.",
                "This is not an email address. Write it again, for example name@example.no.",
            ),
        );
    }
    if name.is_none()
        && identity_number.is_none()
        && !problems.has("person.name")
        && !problems.has("person.identity_number")
    {
        problems.push(
            "person.name",
            "missing",
            say!(
                "Skriv navnet eller fødselsnummeret, slik det står i henvendelsen.",
                "Skriv namnet eller fødselsnummeret, slik det står i førespurnaden.",
                "Write the name or the identity number, as it stands in the request.",
            ),
        );
    }
    let born_on = problems.date("person.born_on", given.born_on.as_deref());
    let deceased_on = problems.date("person.deceased_on", given.deceased_on.as_deref());
    if let (Some(born), Some(dead)) = (born_on, deceased_on)
        && dead < born
    {
        problems.push(
            "person.deceased_on",
            "before-birth",
            say!(
                "Dødsdatoen er før fødselsdatoen. Rett den ene.",
                "Dødsdatoen er før fødselsdatoen. Rett den eine.",
                "The date of death is before the date of birth. Correct one of them.",
            ),
        );
    }
    Person {
        name,
        identity_number,
        born_on,
        deceased_on,
        protection,
        address: address("person.address", given.address.as_ref(), problems),
        email,
    }
}

/// The person after a correction: what was given takes the place of what was known, what is missing stays.
pub(super) fn corrected(given: Option<&PersonDraft>, before: &Person, problems: &mut Problems) -> Person {
    let Some(given) = given else { return before.clone() };
    let known = PersonDraft {
        name: given.name.clone().or_else(|| before.name.clone()),
        identity_number: given
            .identity_number
            .clone()
            .or_else(|| before.identity_number.as_ref().map(|number| number.expose())),
        born_on: given.born_on.clone().or_else(|| before.born_on.map(|day| day.to_string())),
        deceased_on: given.deceased_on.clone().or_else(|| before.deceased_on.map(|day| day.to_string())),
        protection: given.protection.clone().or_else(|| Some(before.protection.id().to_owned())),
        address: given.address.clone(),
        email: given.email.clone().or_else(|| before.email.clone()),
    };
    let after = person(Some(&known), problems);
    Person { address: after.address.or_else(|| before.address.clone()), ..after }
}

pub(super) fn identity(given: Option<&IdentityDraft>, problems: &mut Problems) -> IdentityStatus {
    let empty = IdentityDraft::default();
    let given = given.unwrap_or(&empty);
    let method = problems.optional_choice(
        "identity.method",
        given.method.as_deref(),
        IdentityMethod::from_id,
        &IdentityMethod::ALL.map(IdentityMethod::id),
    );
    let on = problems.date("identity.on", given.on.as_deref());
    match given.status.as_deref() {
        None | Some("" | "unchecked") => IdentityStatus::Unchecked,
        Some("asked") => IdentityStatus::Asked,
        Some("confirmed") => IdentityStatus::Confirmed { method, on },
        Some("failed") => IdentityStatus::Failed,
        Some(_) => {
            problems.push(
                "identity.status",
                "unknown-value",
                say!(
                    "Verdien er ikke en av disse: «unchecked», «asked», «confirmed», «failed». Velg en av dem.",
                    "Verdien er ikkje ein av desse: «unchecked», «asked», «confirmed», «failed». Vel ein av dei.",
                    "The value is none of these: “unchecked”, “asked”, “confirmed”, “failed”. Choose one of them.",
                ),
            );
            IdentityStatus::Unchecked
        }
    }
}

pub(super) fn representative(
    given: &RepresentativeDraft,
    rules: &Rules,
    problems: &mut Problems,
) -> Option<Representative> {
    let kind = problems.choice(
        "representative.kind",
        given.kind.as_deref(),
        RepresentativeKind::from_id,
        &RepresentativeKind::ALL.map(RepresentativeKind::id),
    );
    let name = problems.text("representative.name", given.name.as_deref(), 200);
    if name.is_none() && !problems.has("representative.name") {
        problems.push(
            "representative.name",
            "missing",
            say!(
                "Skriv navnet på den som handler for personen.",
                "Skriv namnet på den som handlar for personen.",
                "Write the name of whoever acts for the person.",
            ),
        );
    }
    let evidence = problems.text("representative.evidence", given.evidence.as_deref(), 500);
    let address = address("representative.address", given.address.as_ref(), problems);
    let scope = Scope {
        registers: given
            .registers
            .iter()
            .flatten()
            .enumerate()
            .filter_map(|(place, id)| {
                let known = id.parse().ok().filter(|id| rules.catalogue.get(id).is_some());
                if known.is_none() {
                    problems.push(
                        &format!("representative.registers[{place}]"),
                        "unknown-value",
                        say!(
                            "Dette registeret står ikke i katalogen. Velg et register som gjør det.",
                            "Dette registeret står ikkje i katalogen. Vel eit register som gjer det.",
                            "This register is not in the catalogue. Choose one that is.",
                        ),
                    );
                }
                known
            })
            .collect(),
        rights: given
            .rights
            .iter()
            .flatten()
            .enumerate()
            .filter_map(|(place, id)| {
                problems.choice(
                    &format!("representative.rights[{place}]"),
                    Some(id),
                    |id| id.parse::<Right>().ok(),
                    &Right::ALL.map(Right::id),
                )
            })
            .collect(),
    };
    let valid_to = problems.date("representative.valid_to", given.valid_to.as_deref());
    let seen_on = problems.date("representative.seen_on", given.seen_on.as_deref());
    let seen_by = problems.text("representative.seen_by", given.seen_by.as_deref(), 200);
    let seen = match (seen_on, seen_by) {
        (Some(on), Some(by)) => Some(Seen { by, on }),
        (None, None) => None,
        (Some(_), None) => {
            problems.push(
                "representative.seen_by",
                "missing",
                say!(
                    "Skriv hvem som har sett fullmakten.",
                    "Skriv kven som har sett fullmakta.",
                    "Write who has seen the authority.",
                ),
            );
            None
        }
        (None, Some(_)) => {
            if !problems.has("representative.seen_on") {
                problems.push(
                    "representative.seen_on",
                    "missing",
                    say!(
                        "Skriv dagen fullmakten ble sett.",
                        "Skriv dagen fullmakta blei sett.",
                        "Write the day on which the authority was seen.",
                    ),
                );
            }
            None
        }
    };
    Some(Representative { kind: kind?, name: name?, address, evidence, scope, valid_to, seen })
}

/// Who has parental responsibility beside whoever acts for the child. They act for nobody here, so nothing narrows them.
pub(super) fn other_parent(given: &OtherParentDraft, problems: &mut Problems) -> Option<Representative> {
    let name = problems.text("other_parent.name", given.name.as_deref(), 200);
    if name.is_none() && !problems.has("other_parent.name") {
        problems.push(
            "other_parent.name",
            "missing",
            say!(
                "Skriv navnet på den andre forelderen.",
                "Skriv namnet på den andre forelderen.",
                "Write the name of the other parent.",
            ),
        );
    }
    let evidence = problems.text("other_parent.evidence", given.evidence.as_deref(), 500);
    let address = address("other_parent.address", given.address.as_ref(), problems);
    let (scope, valid_to, seen) = (Scope::default(), None, None);
    Some(Representative { kind: RepresentativeKind::Parent, name: name?, address, evidence, scope, valid_to, seen })
}

fn address(path: &str, given: Option<&AddressDraft>, problems: &mut Problems) -> Option<Address> {
    let given = given?;
    let lines: Vec<String> = given
        .lines
        .iter()
        .flatten()
        .enumerate()
        .filter_map(|(place, line)| problems.text(&format!("{path}.lines[{place}]"), Some(line), 100))
        .collect();
    if lines.is_empty() {
        return None;
    }
    let country = given.country.as_deref().map(str::trim).filter(|country| !country.is_empty()).unwrap_or("NO");
    let address = Address::new(&lines, &country.to_uppercase());
    if address.is_none() {
        problems.push(
            &format!("{path}.country"),
            "unknown-country",
            say!(
                "Skriv landet med to bokstaver, for eksempel NO, SE eller GB.",
                "Skriv landet med to bokstavar, til dømes NO, SE eller GB.",
                "Write the country in two letters, for example NO, SE or GB.",
            ),
        );
    }
    address
}

/// One «@» with something before it and a dot in what stands after it. Whether it exists shows when it is used.
fn looks_like_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && !host.contains('@')
            && host.split('.').count() > 1
            && host.split('.').all(|part| !part.is_empty())
    }) && !text.contains(char::is_whitespace)
}
