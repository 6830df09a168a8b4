//! The columns that a table of requests may have, and which of them the head of a file names.

use std::collections::BTreeMap;

use crate::adapter::exchange::ReadCell;
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::law::register::likeness;

/// A column of a table of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::api) enum Column {
    Key,
    ReceivedOn,
    ReceivedAt,
    Channel,
    Language,
    TheirReference,
    ArchiveNumber,
    Name,
    IdentityNumber,
    BornOn,
    DeceasedOn,
    Protection,
    Address,
    Country,
    Email,
    IdentityStatus,
    IdentityMethod,
    IdentityOn,
    RepresentativeKind,
    RepresentativeName,
    RepresentativeAddress,
    RepresentativeCountry,
    RepresentativeEvidence,
    InformParents,
    Text,
    Attachments,
    Register,
    Right,
    Grounds,
    Facts,
    OtherRules,
    OtherRulesText,
    /// What an earlier import wrote beside the rows that it refused; it is for people and not read.
    Told,
}

/// Each column with the path of its field in a request, and the headings by which it is known; the first is the usual one.
const COLUMNS: [(Column, &str, &[&str]); 33] = [
    (Column::Key, "idempotency_key", &["nøkkel"]),
    (Column::ReceivedOn, "received_on", &["mottatt", "mottaksdato", "mottatt dato"]),
    (Column::ReceivedAt, "received_at", &["mottatt tidspunkt"]),
    (Column::Channel, "channel", &["kanal"]),
    (Column::Language, "language", &["språk"]),
    (Column::TheirReference, "their_reference", &["deres referanse"]),
    (Column::ArchiveNumber, "archive_number", &["arkivnummer"]),
    (Column::Name, "person.name", &["navn", "name"]),
    (Column::IdentityNumber, "person.identity_number", &["fødselsnummer", "identity_number", "personnummer"]),
    (Column::BornOn, "person.born_on", &["født", "born_on", "fødselsdato"]),
    (Column::DeceasedOn, "person.deceased_on", &["død", "deceased_on", "dødsdato"]),
    (Column::Protection, "person.protection", &["skjerming", "protection"]),
    (Column::Address, "person.address", &["adresse", "address"]),
    (Column::Country, "person.address.country", &["land", "country"]),
    (Column::Email, "person.email", &["e-post", "email", "epost"]),
    (Column::IdentityStatus, "identity.status", &["identitet"]),
    (Column::IdentityMethod, "identity.method", &["identitet bekreftet med"]),
    (Column::IdentityOn, "identity.on", &["identitet bekreftet"]),
    (Column::RepresentativeKind, "representative.kind", &["representant type"]),
    (Column::RepresentativeName, "representative.name", &["representant"]),
    (Column::RepresentativeAddress, "representative.address", &["representant adresse"]),
    (Column::RepresentativeCountry, "representative.address.country", &["representant land"]),
    (Column::RepresentativeEvidence, "representative.evidence", &["representant dokumentasjon"]),
    (Column::InformParents, "inform_parents", &["foreldre informeres"]),
    (Column::Text, "text", &["tekst", "henvendelse"]),
    (Column::Attachments, "attachments", &["vedlegg"]),
    (Column::Register, "register", &["register"]),
    (Column::Right, "right", &["rettighet", "krav"]),
    (Column::Grounds, "grounds", &["begrunnelse"]),
    (Column::Facts, "facts", &["opplysninger", "fakta"]),
    (Column::OtherRules, "other_rules", &["andre regler"]),
    (Column::OtherRulesText, "other_rules.text", &["andre regler tekst"]),
    (Column::Told, "errors", &["feil"]),
];

impl Column {
    /// The field of a request that it fills.
    pub fn path(self) -> &'static str {
        COLUMNS.iter().find(|(column, ..)| *column == self).map_or("", |(_, path, _)| path)
    }

    /// What it is usually called.
    pub fn heading(self) -> &'static str {
        COLUMNS.iter().find(|(column, ..)| *column == self).map_or("", |(.., names)| names[0])
    }

    /// Whether each row of a request says it anew: a request has as many demands as it has rows.
    pub fn of_demand(self) -> bool {
        matches!(self, Self::Register | Self::Right | Self::Grounds | Self::Facts | Self::Told)
    }

    fn named(heading: &str) -> Option<Self> {
        let known = |path: &str, names: &[&str]| path == heading || names.contains(&heading);
        COLUMNS.iter().find(|(_, path, names)| known(path, names)).map(|(column, ..)| *column)
    }
}

/// Which column stands where, and what the head calls them.
#[derive(Clone, Debug, Default)]
pub(in crate::api) struct Columns {
    places: BTreeMap<Column, usize>,
    pub headings: Vec<String>,
}

impl Columns {
    /// The columns that the first row of a file names.
    pub fn of(head: &[ReadCell]) -> Result<Self, Failure> {
        let headings: Vec<String> = head.iter().map(|cell| cell.text().to_owned()).collect();
        let names: Vec<Option<Column>> = headings.iter().map(|heading| Column::named(&plain(heading))).collect();
        if names.iter().all(Option::is_none) {
            return Err(refused(vec![problem(
                "rad 1",
                "no-head",
                "Den første raden er ikke en overskrift som er kjent. Sett inn en rad øverst med navn på kolonnene, for \
                 eksempel «mottatt», «kanal», «språk», «navn», «tekst», «register» og «rettighet»."
                    .to_owned(),
            )]));
        }
        let mut found = Self { places: BTreeMap::new(), headings };
        let mut problems = Vec::new();
        for (place, (heading, column)) in found.headings.iter().zip(names).enumerate() {
            let path = format!("kolonne {}", letters(place));
            match column {
                Some(column) if found.places.contains_key(&column) => problems.push(problem(
                    &path,
                    "duplicate-heading",
                    format!("«{}» står i to kolonner. Behold én av dem.", column.heading()),
                )),
                Some(column) => drop(found.places.insert(column, place)),
                None => problems.push(problem(&path, "unknown-heading", unknown(heading))),
            }
        }
        problems.extend(found.missing().into_iter().map(|missing| problem("rad 1", "missing-heading", missing)));
        if problems.is_empty() { Ok(found) } else { Err(refused(problems)) }
    }

    /// The columns that every request needs and that are not there.
    fn missing(&self) -> Vec<String> {
        let needed: [&[Column]; 7] = [
            &[Column::ReceivedOn, Column::ReceivedAt],
            &[Column::Channel],
            &[Column::Language],
            &[Column::Name, Column::IdentityNumber],
            &[Column::Text],
            &[Column::Register, Column::OtherRules],
            &[Column::Right, Column::OtherRules],
        ];
        needed
            .into_iter()
            .filter(|any| !any.iter().any(|column| self.places.contains_key(column)))
            .map(|any| {
                let names: Vec<_> = any.iter().map(|column| format!("«{}»", column.heading())).collect();
                format!("Kolonnen {} mangler. Legg den til.", names.join(" eller "))
            })
            .collect()
    }

    /// Where a column stands, counted from 0.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(&column).copied()
    }

    /// The columns that are there, with their places.
    pub fn iter(&self) -> impl Iterator<Item = (Column, usize)> {
        self.places.iter().map(|(column, place)| (*column, *place))
    }
}

/// What a spreadsheet calls a column: A, B … Z, AA.
pub(in crate::api) fn letters(place: usize) -> String {
    let mut rest = place + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// A heading without what people write differently.
fn plain(heading: &str) -> String {
    heading.trim().trim_end_matches([':', '*']).trim().to_lowercase()
}

/// What to do about a heading that no column has. One that may be somebody's data, since the head is missing, is not repeated.
fn unknown(heading: &str) -> String {
    let given = plain(heading);
    if given.is_empty() {
        return "Kolonnen har ingen overskrift. Gi den en, eller ta den bort.".to_owned();
    }
    let names = COLUMNS
        .iter()
        .flat_map(|(column, path, names)| names.iter().chain(std::iter::once(path)).map(move |name| (*column, *name)));
    let nearest = names.filter_map(|(column, name)| Some((likeness(&given, name)?, column.heading()))).min();
    let harmless = given.chars().count() <= 40 && !given.chars().any(|letter| letter.is_ascii_digit());
    match nearest {
        Some((_, near)) if harmless => {
            format!("Overskriften «{given}» er ukjent. Mener du «{near}»? Rett den, eller ta bort kolonnen.")
        }
        Some((_, near)) => format!("Overskriften er ukjent. Mener du «{near}»? Rett den, eller ta bort kolonnen."),
        None => "Overskriften er ukjent. Bruk en som står i veiledningen, eller ta bort kolonnen.".to_owned(),
    }
}

fn problem(path: &str, code: &str, message: String) -> FieldProblem {
    FieldProblem { path: path.to_owned(), code: code.to_owned(), message }
}

fn refused(problems: Vec<FieldProblem>) -> Failure {
    let message = match problems.as_slice() {
        [only] => format!("Filen kan ikke importeres. {}", only.message),
        several => format!("Filen kan ikke importeres. Rett overskriften: {} ting må endres.", several.len()),
    };
    Failure::new(Exit::NotWellFormed, "invalid-head", message).with_fields(problems)
}
