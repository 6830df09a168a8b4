//! The columns that a table of requests may have, and which of them the head of a file names.

use std::collections::BTreeMap;

use crate::adapter::exchange::ReadCell;
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::spoken::say;
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
    RepresentativeRegisters,
    RepresentativeRights,
    RepresentativeValidTo,
    RepresentativeSeenBy,
    RepresentativeSeenOn,
    OtherParentName,
    OtherParentAddress,
    OtherParentCountry,
    OtherParentEvidence,
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
const COLUMNS: [(Column, &str, &[&str]); 42] = [
    (Column::Key, "idempotency_key", &["nøkkel"]),
    (Column::ReceivedOn, "received_on", &["mottatt", "motteke", "mottaksdato", "mottatt dato"]),
    (Column::ReceivedAt, "received_at", &["mottatt tidspunkt"]),
    (Column::Channel, "channel", &["kanal"]),
    (Column::Language, "language", &["språk"]),
    (Column::TheirReference, "their_reference", &["deres referanse", "dykkar referanse"]),
    (Column::ArchiveNumber, "archive_number", &["arkivnummer"]),
    (Column::Name, "person.name", &["navn", "namn", "name"]),
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
    (Column::RepresentativeRegisters, "representative.registers", &["representant registre", "representant register"]),
    (Column::RepresentativeRights, "representative.rights", &["representant rettigheter", "representant rettar"]),
    (Column::RepresentativeValidTo, "representative.valid_to", &["representant til og med"]),
    (Column::RepresentativeSeenBy, "representative.seen_by", &["representant sett av"]),
    (Column::RepresentativeSeenOn, "representative.seen_on", &["representant sett"]),
    (Column::OtherParentName, "other_parent.name", &["annen forelder", "annan forelder"]),
    (Column::OtherParentAddress, "other_parent.address", &["annen forelder adresse", "annan forelder adresse"]),
    (Column::OtherParentCountry, "other_parent.address.country", &["annen forelder land", "annan forelder land"]),
    (
        Column::OtherParentEvidence,
        "other_parent.evidence",
        &["annen forelder dokumentasjon", "annan forelder dokumentasjon"],
    ),
    (Column::InformParents, "inform_parents", &["foreldre informeres"]),
    (Column::Text, "text", &["tekst", "henvendelse"]),
    (Column::Attachments, "attachments", &["vedlegg"]),
    (Column::Register, "register", &["register"]),
    (Column::Right, "right", &["rettighet", "rett", "krav"]),
    (Column::Grounds, "grounds", &["begrunnelse", "grunngiving"]),
    (Column::Facts, "facts", &["opplysninger", "opplysningar", "fakta"]),
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

    /// The column of a field of a request.
    pub fn of_path(path: &str) -> Option<Self> {
        COLUMNS.iter().find(|(_, each, _)| *each == path).map(|(column, ..)| *column)
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
            return Err(refused(vec![problem(say!("rad 1", "rad 1", "row 1"), "no-head", no_head().to_owned())]));
        }
        let mut found = Self { places: BTreeMap::new(), headings };
        let mut problems = Vec::new();
        for (place, (heading, column)) in found.headings.iter().zip(names).enumerate() {
            let path = format!("{} {}", say!("kolonne", "kolonne", "column"), letters(place));
            match column {
                Some(column) if found.places.contains_key(&column) => {
                    problems.push(problem(&path, "duplicate-heading", twice(column.heading())))
                }
                Some(column) => drop(found.places.insert(column, place)),
                None => problems.push(problem(&path, "unknown-heading", unknown(heading))),
            }
        }
        problems.extend(
            found
                .missing()
                .into_iter()
                .map(|missing| problem(say!("rad 1", "rad 1", "row 1"), "missing-heading", missing)),
        );
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
                let names = names.join(say!(" eller ", " eller ", " or "));
                say!(
                    format!("Kolonnen {names} mangler. Legg den til."),
                    format!("Kolonnen {names} manglar. Legg han til."),
                    format!("The column {names} is missing. Add it."),
                )
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
        return say!(
            "Kolonnen har ingen overskrift. Gi den en, eller ta den bort.",
            "Kolonnen har inga overskrift. Gi han ei, eller ta han bort.",
            "The column has no heading. Give it one, or take it out.",
        )
        .to_owned();
    }
    let names = COLUMNS
        .iter()
        .flat_map(|(column, path, names)| names.iter().chain(std::iter::once(path)).map(move |name| (*column, *name)));
    let nearest = names.filter_map(|(column, name)| Some((likeness(&given, name)?, column.heading()))).min();
    let harmless = given.chars().count() <= 40 && !given.chars().any(|letter| letter.is_ascii_digit());
    let shown = if harmless && nearest.is_some() { format!(" «{given}»") } else { String::new() };
    match nearest {
        Some((_, near)) => say!(
            format!("Overskriften{shown} er ukjent. Mener du «{near}»? Rett den, eller ta bort kolonnen."),
            format!("Overskrifta{shown} er ukjend. Meiner du «{near}»? Rett ho, eller ta bort kolonnen."),
            format!("The heading{shown} is unknown. Do you mean «{near}»? Correct it, or take out the column."),
        ),
        None => say!(
            "Overskriften er ukjent. Bruk en som står i veiledningen, eller ta bort kolonnen.",
            "Overskrifta er ukjend. Bruk ei som står i rettleiinga, eller ta bort kolonnen.",
            "The heading is unknown. Use one from the guide, or take out the column.",
        )
        .to_owned(),
    }
}

fn no_head() -> &'static str {
    say!(
        "Den første raden er ikke en overskrift som er kjent. Sett inn en rad øverst med navn på kolonnene, for eksempel \
         «mottatt», «kanal», «språk», «navn», «tekst», «register» og «rettighet».",
        "Den første rada er inga overskrift som er kjend. Set inn ei rad øvst med namn på kolonnane, til dømes «mottatt», \
         «kanal», «språk», «navn», «tekst», «register» og «rettighet».",
        "The first row is no head that is known. Put a row at the top that names the columns, for example «received_on», \
         «channel», «language», «name», «text», «register» and «right».",
    )
}

fn twice(heading: &str) -> String {
    say!(
        format!("«{heading}» står i to kolonner. Behold én av dem."),
        format!("«{heading}» står i to kolonnar. Behald éin av dei."),
        format!("«{heading}» stands in two columns. Keep one of them."),
    )
}

fn problem(path: &str, code: &str, message: String) -> FieldProblem {
    FieldProblem { path: path.to_owned(), code: code.to_owned(), message }
}

fn refused(problems: Vec<FieldProblem>) -> Failure {
    let message = match problems.as_slice() {
        [only] => {
            let message = &only.message;
            say!(
                format!("Filen kan ikke importeres. {message}"),
                format!("Fila kan ikkje importerast. {message}"),
                format!("The file cannot be imported. {message}"),
            )
        }
        several => {
            let count = several.len();
            say!(
                format!("Filen kan ikke importeres. Rett overskriften: {count} ting må endres."),
                format!("Fila kan ikkje importerast. Rett overskrifta: {count} ting må endrast."),
                format!("The file cannot be imported. Correct the head: {count} things have to be changed."),
            )
        }
    };
    Failure::new(Exit::NotWellFormed, "invalid-head", message).with_fields(problems)
}
