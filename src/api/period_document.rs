//! The figures of a period as a document to print or send: the same room draws it as draws letters.

use super::period::{COMPLAINTS, COURSE, OUTCOME, PeriodAnswer, PeriodLine, TIME};
use crate::casework::letter::text::bind;
use crate::casework::letter::tree::{Bar, Block, Chart, Closing, Inline, Letter, Reference};
use crate::wording::dates::date_in_words;
use crate::wording::{Language, Trilingual};

/// Which columns stand together: a page has no room for all of them.
const PARTS: [(Trilingual, std::ops::Range<usize>); 5] = [
    (Trilingual::fixed("Mottatt, besvart og tid", "Motteke, svara på og tid", "Received, answered and time"), TIME),
    (Trilingual::fixed("Pauser og forlengelser", "Pausar og forlengingar", "Pauses and extensions"), COURSE),
    (Trilingual::fixed("Utfall", "Utfall", "Outcomes"), OUTCOME.start..OUTCOME.start + 6),
    (Trilingual::fixed("Utfall, resten", "Utfall, resten", "Outcomes, the rest"), OUTCOME.start + 6..OUTCOME.end),
    (Trilingual::fixed("Klager", "Klager", "Complaints"), COMPLAINTS),
];

/// What a document says of itself beside what it is about.
pub(super) struct Heading<'a> {
    /// The office.
    pub sender: &'a str,
    /// Whoever made it.
    pub by: &'a str,
    /// When.
    pub made_on: chrono::NaiveDate,
    /// The language.
    pub language: Language,
}

impl Heading<'_> {
    /// A document with a title, and the lines at its head. It has no recipient and nobody signs it.
    pub(super) fn document(&self, title: String, about: Vec<Reference>, blocks: Vec<Block>) -> Letter {
        let made = [
            (Trilingual::fixed("Laget", "Laga", "Made"), date_in_words(self.made_on, self.language)),
            (Trilingual::fixed("Laget av", "Laga av", "Made by"), self.by.to_owned()),
        ];
        let made = made.map(|(label, value)| Reference { label: label.get(self.language).to_owned(), value });
        Letter {
            language: self.language,
            title: title.clone(),
            sender_name: self.sender.to_owned(),
            recipient: Vec::new(),
            delivery_note: None,
            references: about.into_iter().chain(made).collect(),
            heading: title,
            blocks,
            closing: Closing { greeting: String::new(), signatures: Vec::new(), approval_note: None },
            footer: vec![self.sender.to_owned()],
            attachments: Vec::new(),
            copies_to: Vec::new(),
            logo: None,
            annexes: Vec::new(),
            files: Vec::new(),
        }
    }
}

/// The period as it stands in a heading.
pub(super) fn period(from: &str, to: &str, language: Language) -> String {
    let words = |day: &str| day.parse().map_or_else(|_| day.to_owned(), |day| date_in_words(day, language));
    format!("{} – {}", words(from), words(to))
}

/// The figures as a document.
pub(super) fn document(answer: &PeriodAnswer, heading: &Heading<'_>) -> Letter {
    let language = heading.language;
    let title = match (answer.published, language) {
        (false, Language::Nb) => "Tall for krav om egne personopplysninger",
        (false, Language::Nn) => "Tal for krav om eigne personopplysningar",
        (false, Language::En) => "Figures on claims about one's own personal data",
        (true, Language::Nb) => "Tall for krav om egne personopplysninger, til offentliggjøring",
        (true, Language::Nn) => "Tal for krav om eigne personopplysningar, til offentleggjering",
        (true, Language::En) => "Figures on claims about one's own personal data, for publication",
    };
    let about = Reference {
        label: language.pick("Periode", "Periode", "Period").to_owned(),
        value: period(&answer.from, &answer.to, language),
    };
    let mut blocks = Vec::new();
    let all = language.pick("Alle saker", "Alle saker", "All cases");
    blocks.push(heading_of(2, all));
    add(&mut blocks, answer, all, std::slice::from_ref(&answer.total), language);
    for table in &answer.tables {
        let heading = match language {
            Language::Nb | Language::Nn => format!("Etter {}", table.label.to_lowercase()),
            Language::En => format!("By {}", table.label.to_lowercase()),
        };
        blocks.push(heading_of(2, &heading));
        if !table.rows.is_empty() {
            blocks.push(chart(answer, &table.rows, language));
        }
        add(&mut blocks, answer, &table.label, &table.rows, language);
    }
    blocks.push(heading_of(2, language.pick("Slik er det telt", "Slik er det talt", "How it was counted")));
    blocks.extend(answer.notes.iter().map(|note| Block::Paragraph(words(note))));
    heading.document(title.to_owned(), vec![about], blocks)
}

/// What was answered on time and late, a bar for each line, as the window shows it.
fn chart(answer: &PeriodAnswer, rows: &[PeriodLine], language: Language) -> Block {
    let value = |row: &PeriodLine, id: &str| {
        let place = answer.columns.iter().position(|column| column.id == id);
        place.and_then(|place| row.values[place])
    };
    let [on_time, late, hidden] = [
        language.pick("innen fristen", "innan fristen", "on time"),
        language.pick("for sent", "for seint", "late"),
        language.pick("skjult", "gøymt", "hidden"),
    ];
    let written = |count: Option<u64>| count.map_or_else(|| hidden.to_owned(), |count| count.to_string());
    let bar = |row: &PeriodLine| {
        let (in_time, after) = (value(row, "on_time"), value(row, "late"));
        let counts = match in_time.zip(after) {
            None => hidden.to_owned(),
            Some((count, 0)) => count.to_string(),
            Some((count, after)) => format!("{count}, {after} {late}"),
        };
        let told = format!("{}: {} {on_time}, {} {late}", row.label, written(in_time), written(after));
        Bar { label: row.label.clone(), parts: in_time.zip(after).map(Into::into), counts, told }
    };
    let keys = [
        language.pick("Innen fristen", "Innan fristen", "On time").to_owned(),
        language.pick("For sent", "For seint", "Late").to_owned(),
    ];
    Block::Chart(Chart { keys, bars: rows.iter().map(bar).collect() })
}

/// The tables of some lines, or that there is nothing.
fn add(blocks: &mut Vec<Block>, answer: &PeriodAnswer, head: &str, rows: &[PeriodLine], language: Language) {
    if rows.is_empty() {
        let nothing = language.pick("Ingen saker i perioden.", "Ingen saker i perioden.", "No cases in the period.");
        blocks.push(Block::Paragraph(words(nothing)));
        return;
    }
    for (title, columns) in PARTS {
        blocks.push(heading_of(3, title.get(language)));
        let heads = answer.columns[columns.clone()].iter().map(|column| words(&column.label));
        let cells = |row: &PeriodLine| {
            let values = row.values[columns.clone()].iter().map(|value| words(&answer.written(*value)));
            std::iter::once(words(&row.label)).chain(values).collect()
        };
        blocks.push(Block::Table {
            header: std::iter::once(words(head)).chain(heads).collect(),
            rows: rows.iter().map(cells).collect(),
        });
    }
}

pub(super) fn heading_of(level: u8, text: &str) -> Block {
    Block::Heading { level, text: words(text) }
}

pub(super) fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(bind(text))]
}
