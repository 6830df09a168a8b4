//! From the rows of a table to a request as it is typed.

use std::collections::BTreeMap;

use super::columns::{Column, Columns};
use super::values::{self, ReadNumber};
use super::{Found, Told};
use crate::adapter::exchange::ReadCell;
use crate::api::draft::{
    AddressDraft, AttachmentDraft, DemandDraft, IdentityDraft, OtherParentDraft, OtherRulesDraft, PersonDraft,
    RepresentativeDraft, RequestDraft,
};
use crate::api::spoken::say;

/// A row of a table: its number and its cells.
pub(in crate::api) type Row = (u64, Vec<ReadCell>);

/// The rows of one request, and what is found on the way.
pub(in crate::api) struct Rows<'a> {
    columns: &'a Columns,
    rows: &'a [Row],
    from_1904: bool,
    pub found: Vec<Found>,
    pub told: Vec<Told>,
}

impl<'a> Rows<'a> {
    pub fn new(columns: &'a Columns, rows: &'a [Row], from_1904: bool) -> Self {
        Self { columns, rows, from_1904, found: Vec::new(), told: Vec::new() }
    }

    /// The request, and the row of each of its demands.
    pub fn draft(&mut self) -> (RequestDraft, Vec<u64>) {
        self.look_for_formulas();
        self.hold_together();
        let mut demands = Vec::new();
        let mut rows = Vec::new();
        for place in 0..self.rows.len() {
            if let Some(demand) = self.demand(place) {
                demands.push(demand);
                rows.push(self.number(place));
            }
        }
        let draft = RequestDraft {
            received_on: self.day(Column::ReceivedOn),
            received_at: self.text(Column::ReceivedAt),
            channel: self.word(Column::Channel),
            language: self.text(Column::Language).map(|text| values::language(&text)),
            their_reference: self.text(Column::TheirReference),
            idempotency_key: self.text(Column::Key),
            person: Some(self.person()),
            identity: self.identity(),
            representative: self.representative(),
            other_parent: self.other_parent(),
            inform_parents: self.inform_parents(),
            text: self.text(Column::Text),
            attachments: self.attachments(),
            demands: (!demands.is_empty()).then_some(demands),
            other_rules: self.other_rules(),
            archive_number: self.text(Column::ArchiveNumber),
        };
        (draft, rows)
    }

    fn number(&self, place: usize) -> u64 {
        self.rows.get(place).map_or(0, |(number, _)| *number)
    }

    fn cell(&self, place: usize, column: Column) -> Option<&ReadCell> {
        let cell = self.rows.get(place)?.1.get(self.columns.place(column)?)?;
        (!cell.is_empty()).then_some(cell)
    }

    /// The cell of the first row that says it.
    fn first(&self, column: Column) -> Option<&ReadCell> {
        (0..self.rows.len()).find_map(|place| self.cell(place, column))
    }

    fn text(&self, column: Column) -> Option<String> {
        self.first(column).map(|cell| cell.text().to_owned()).filter(|text| !text.is_empty())
    }

    fn word(&self, column: Column) -> Option<String> {
        self.text(column).map(|text| values::word(&text))
    }

    /// `npr; kpr`. Nothing but separators is no list of nothing, which would cover all.
    fn words(&mut self, column: Column) -> Option<Vec<String>> {
        let parts = values::parts(&self.text(column)?, &['\n', ';']);
        if parts.is_empty() {
            let message = say!(
                "Her står det bare skilletegn. Skriv hva fullmakten omfatter, eller la cellen stå tom hvis den omfatter alt.",
                "Her står det berre skiljeteikn. Skriv kva fullmakta omfattar, eller la cella stå tom dersom ho omfattar alt.",
                "There are only separators here. Write what the authority covers, or leave the cell empty if it covers all.",
            );
            self.refuse(0, column, "missing", message);
            return None;
        }
        Some(parts.iter().map(|part| values::word(part)).collect())
    }

    fn day(&self, column: Column) -> Option<String> {
        self.first(column).map(|cell| values::day(cell, self.from_1904)).filter(|day| !day.is_empty())
    }

    fn refuse(&mut self, place: usize, column: Column, code: &'static str, message: &str) {
        self.found.push(Found { row: self.number(place), column: Some(column), code, message: message.to_owned() });
    }

    fn look_for_formulas(&mut self) {
        for place in 0..self.rows.len() {
            for (column, _) in self.columns.iter().collect::<Vec<_>>() {
                if let Some(ReadCell::Formula(_)) = self.cell(place, column) {
                    let message = say!(
                        "Cellen er en formel. Kopier kolonnen, og lim den inn igjen som verdier.",
                        "Cella er ein formel. Kopier kolonnen, og lim han inn igjen som verdiar.",
                        "The cell is a formula. Copy the column, and paste it back as values.",
                    );
                    self.refuse(place, column, "formula", message);
                }
            }
        }
    }

    /// Rows with the same key are one request, so what is no demand may not differ between them.
    fn hold_together(&mut self) {
        for place in 1..self.rows.len() {
            for (column, _) in self.columns.iter().filter(|(column, _)| !column.of_demand()).collect::<Vec<_>>() {
                let differs = self.cell(place, column).is_some_and(|cell| self.first(column) != Some(cell));
                if differs {
                    let (row, heading) = (self.number(0), column.heading());
                    let message = say!(
                        format!(
                            "Raden har samme nøkkel som rad {row}, men noe annet i «{heading}». Gjør dem like, eller gi \
                             raden en egen nøkkel."
                        ),
                        format!(
                            "Rada har same nøkkel som rad {row}, men noko anna i «{heading}». Gjer dei like, eller gi \
                             rada ein eigen nøkkel."
                        ),
                        format!(
                            "The row has the same key as row {row}, but something else under «{heading}». Make them \
                             alike, or give the row a key of its own."
                        ),
                    );
                    self.refuse(place, column, "differs", &message);
                }
            }
        }
    }

    fn demand(&mut self, place: usize) -> Option<DemandDraft> {
        let of = |column| self.cell(place, column).map(|cell| cell.text().to_owned());
        let (register, right, grounds) = (of(Column::Register), of(Column::Right), of(Column::Grounds));
        let facts = of(Column::Facts);
        if register.is_none() && right.is_none() && grounds.is_none() && facts.is_none() {
            return None;
        }
        let facts = facts.map(|text| self.facts(place, &text));
        Some(DemandDraft {
            register: register.map(|register| values::word(&register)),
            right: right.map(|right| values::word(&right)),
            grounds,
            facts,
        })
    }

    /// `yrke=helsepersonell; hendelse=2026-01-31`.
    fn facts(&mut self, place: usize, text: &str) -> BTreeMap<String, String> {
        let mut facts = BTreeMap::new();
        for part in values::parts(text, &['\n', ';']) {
            match part.split_once('=') {
                Some((key, value)) => {
                    let value = value.trim();
                    let day = values::day(&ReadCell::Text(value.to_owned()), self.from_1904);
                    facts.insert(values::word(key), if day == value { values::word(value) } else { day });
                }
                None => {
                    let message = say!(
                        "Opplysningen kan ikke leses. Skriv den som navn=verdi, med semikolon mellom flere.",
                        "Opplysninga kan ikkje lesast. Skriv ho som namn=verdi, med semikolon mellom fleire.",
                        "The fact cannot be read. Write it as name=value, with a semicolon between several.",
                    );
                    self.refuse(place, Column::Facts, "unknown-fact", message);
                }
            }
        }
        facts
    }

    fn person(&mut self) -> PersonDraft {
        let number = self.first(Column::IdentityNumber).map(values::identity_number);
        let identity_number = match number {
            Some(ReadNumber::Same(number)) => Some(number).filter(|number| !number.is_empty()),
            Some(ReadNumber::WithZero(number)) => {
                let message = say!(
                    "Nullen foran fødselsnummeret manglet og er satt tilbake. Bare ett gyldig nummer passer.",
                    "Nullen framfor fødselsnummeret mangla og er sett tilbake. Berre eitt gyldig nummer passar.",
                    "The zero before the identity number was missing and is put back. Only one valid number fits.",
                );
                self.told.push(Told {
                    row: self.number(0),
                    column: Column::IdentityNumber,
                    code: "zero-put-back",
                    message: message.to_owned(),
                });
                Some(number)
            }
            Some(ReadNumber::Rounded) => {
                let message = say!(
                    "Regnearket har rundet av fødselsnummeret. Gjør kolonnen om til tekst, og skriv nummeret på nytt.",
                    "Reknearket har runda av fødselsnummeret. Gjer kolonnen om til tekst, og skriv nummeret på nytt.",
                    "The spreadsheet has rounded the identity number. Make the column text, and write the number again.",
                );
                self.refuse(0, Column::IdentityNumber, "rounded", message);
                None
            }
            None => None,
        };
        PersonDraft {
            name: self.text(Column::Name),
            identity_number,
            born_on: self.day(Column::BornOn),
            deceased_on: self.day(Column::DeceasedOn),
            protection: self.word(Column::Protection),
            address: self.address(Column::Address, Column::Country),
            email: self.text(Column::Email),
        }
    }

    fn address(&self, lines: Column, country: Column) -> Option<AddressDraft> {
        let text = self.text(lines)?;
        Some(AddressDraft { lines: Some(values::parts(&text, &['\n', ','])), country: self.text(country) })
    }

    fn identity(&self) -> Option<IdentityDraft> {
        let identity = IdentityDraft {
            status: self.word(Column::IdentityStatus).map(|status| match status.as_str() {
                "bekreftet" => "confirmed".to_owned(),
                "ikke-sjekket" => "unchecked".to_owned(),
                "spurt" => "asked".to_owned(),
                "ikke-bekreftet" => "failed".to_owned(),
                _ => status,
            }),
            method: self.word(Column::IdentityMethod),
            on: self.day(Column::IdentityOn),
        };
        (identity != IdentityDraft::default()).then_some(identity)
    }

    fn representative(&mut self) -> Option<RepresentativeDraft> {
        let representative = RepresentativeDraft {
            kind: self.word(Column::RepresentativeKind),
            name: self.text(Column::RepresentativeName),
            address: self.address(Column::RepresentativeAddress, Column::RepresentativeCountry),
            evidence: self.text(Column::RepresentativeEvidence),
            registers: self.words(Column::RepresentativeRegisters),
            rights: self.words(Column::RepresentativeRights),
            valid_to: self.day(Column::RepresentativeValidTo),
            seen_by: self.text(Column::RepresentativeSeenBy),
            seen_on: self.day(Column::RepresentativeSeenOn),
        };
        (representative != RepresentativeDraft::default()).then_some(representative)
    }

    fn other_parent(&self) -> Option<OtherParentDraft> {
        let parent = OtherParentDraft {
            name: self.text(Column::OtherParentName),
            address: self.address(Column::OtherParentAddress, Column::OtherParentCountry),
            evidence: self.text(Column::OtherParentEvidence),
        };
        (parent != OtherParentDraft::default()).then_some(parent)
    }

    fn inform_parents(&mut self) -> Option<bool> {
        match self.word(Column::InformParents)?.as_str() {
            "ja" | "true" | "1" => Some(true),
            "nei" | "false" | "0" => Some(false),
            _ => {
                self.refuse(
                    0,
                    Column::InformParents,
                    "unknown-value",
                    say!("Skriv «ja» eller «nei».", "Skriv «ja» eller «nei».", "Write «ja» (yes) or «nei» (no)."),
                );
                None
            }
        }
    }

    fn attachments(&self) -> Option<Vec<AttachmentDraft>> {
        let titles = values::parts(&self.text(Column::Attachments)?, &['\n', ';']);
        Some(titles.into_iter().map(|title| AttachmentDraft { title: Some(title), pages: None }).collect())
    }

    fn other_rules(&self) -> Option<Vec<OtherRulesDraft>> {
        let rules = OtherRulesDraft { rules: self.word(Column::OtherRules), text: self.text(Column::OtherRulesText) };
        (rules != OtherRulesDraft::default()).then(|| vec![rules])
    }
}
