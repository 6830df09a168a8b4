//! The figures of a period as a document to print or send: the same room draws it as draws letters.

use super::period::{COMPLAINTS, COURSE, OUTCOME, PeriodAnswer, PeriodLine, PeriodTableAnswer, TIME};
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
        blocks.extend(chart(answer, table, language));
        add(&mut blocks, answer, &table.label, &table.rows, language);
    }
    blocks.push(heading_of(2, language.pick("Slik er det telt", "Slik er det talt", "How it was counted")));
    blocks.extend(answer.notes.iter().map(|note| Block::Paragraph(words(note))));
    heading.document(title.to_owned(), vec![about], blocks)
}

/// What was answered on time and late, a bar for each line, as the window shows it. Where every bar would be hidden there is none.
fn chart(answer: &PeriodAnswer, table: &PeriodTableAnswer, language: Language) -> Option<Block> {
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
    let by = table.label.to_lowercase();
    let title = match language {
        Language::Nb => format!("Besvart etter {by}"),
        Language::Nn => format!("Svara på etter {by}"),
        Language::En => format!("Answered by {by}"),
    };
    let bars: Vec<Bar> = table.rows.iter().map(bar).collect();
    bars.iter().any(|bar| bar.parts.is_some()).then_some(Block::Chart(Chart { title, keys, bars }))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::period::PeriodColumn;

    fn answer(rows: &[(&str, Option<u64>, Option<u64>)]) -> PeriodAnswer {
        let column = |id: &str| PeriodColumn { id: id.to_owned(), label: id.to_owned() };
        let line = |(label, on_time, late): &(&str, Option<u64>, Option<u64>)| PeriodLine {
            id: (*label).to_owned(),
            label: (*label).to_owned(),
            values: vec![Some(9), *on_time, *late],
        };
        PeriodAnswer {
            from: "2025-01-01".to_owned(),
            to: "2025-12-31".to_owned(),
            today: "2026-01-02".to_owned(),
            language: "nb".to_owned(),
            published: true,
            columns: ["answered", "on_time", "late"].map(column).to_vec(),
            total: line(&("Alle", None, None)),
            tables: vec![PeriodTableAnswer {
                by: "register".to_owned(),
                label: "Register".to_owned(),
                rows: rows.iter().map(line).collect(),
            }],
            notes: Vec::new(),
        }
    }

    fn drawn(rows: &[(&str, Option<u64>, Option<u64>)], language: Language) -> Option<Chart> {
        let answer = answer(rows);
        match chart(&answer, &answer.tables[0], language) {
            Some(Block::Chart(chart)) => Some(chart),
            Some(_) | None => None,
        }
    }

    /// What is counted on time is plain and what is late is hatched, and a line with a hidden count has no length.
    #[test]
    fn a_chart_says_what_its_table_says() {
        let rows = [("KPR", Some(12), Some(3)), ("NPR", Some(7), Some(0)), ("HPR", None, Some(6)), ("EØS", None, None)];
        let chart = drawn(&rows, Language::Nb).expect("a chart");
        assert_eq!(chart.title, "Besvart etter register");
        let bars: Vec<_> = chart.bars.iter().map(|bar| (bar.parts, bar.counts.as_str(), bar.told.as_str())).collect();
        assert_eq!(
            bars,
            [
                (Some([12, 3]), "12, 3 for sent", "KPR: 12 innen fristen, 3 for sent"),
                (Some([7, 0]), "7", "NPR: 7 innen fristen, 0 for sent"),
                (None, "skjult", "HPR: skjult innen fristen, 6 for sent"),
                (None, "skjult", "EØS: skjult innen fristen, skjult for sent"),
            ]
        );
        let nynorsk = drawn(&rows, Language::Nn).expect("a chart");
        assert_eq!(
            (nynorsk.title.as_str(), nynorsk.bars[0].counts.as_str()),
            ("Svara på etter register", "12, 3 for seint")
        );
        assert_eq!(drawn(&rows, Language::En).expect("a chart").bars[3].counts, "hidden");
    }

    #[test]
    fn where_every_bar_is_hidden_there_is_no_chart() {
        assert_eq!(drawn(&[("KPR", None, Some(3)), ("NPR", None, None)], Language::Nb), None);
        assert_eq!(drawn(&[], Language::Nb), None);
    }
}
