//! The protocol as a document to print or send.

use super::period_document::{Heading, heading_of, period, words};
use super::protocol::{ProtocolAnswer, ProtocolCase};
use crate::casework::letter::tree::{Block, Inline, Letter, Reference};
use crate::law::calendar::oslo_time;
use crate::wording::dates::short_date;

/// The protocol as a document, in the language of its words.
pub(super) fn document(answer: &ProtocolAnswer, heading: &Heading<'_>) -> Letter {
    let language = heading.language;
    let title = language.pick(
        "Protokoll over saker om egne personopplysninger",
        "Protokoll over saker om eigne personopplysningar",
        "Protocol of cases on one's own personal data",
    );
    let about = match (&answer.from, &answer.to, answer.cases.as_slice()) {
        (Some(from), Some(to), _) => (language.pick("Mottatt", "Motteke", "Received"), period(from, to, language)),
        (_, _, [only]) => (language.pick("Sak", "Sak", "Case"), only.case.clone()),
        (_, _, cases) => (language.pick("Saker", "Saker", "Cases"), cases.len().to_string()),
    };
    let about = Reference { label: about.0.to_owned(), value: about.1 };
    let mut blocks: Vec<Block> = answer.notes.iter().map(|note| Block::Paragraph(words(note))).collect();
    if answer.cases.is_empty() {
        let none = language.pick("Ingen saker i perioden.", "Ingen saker i perioden.", "No cases in the period.");
        blocks.push(Block::Paragraph(words(none)));
    }
    answer.cases.iter().for_each(|case| add(&mut blocks, case, heading));
    blocks.push(heading_of(
        2,
        language.pick("Loggen da dette ble laget", "Loggen då dette blei laga", "The log when this was made"),
    ));
    blocks.push(table(
        &[language.pick("Hva", "Kva", "What"), language.pick("Verdi", "Verdi", "Value")],
        vec![
            vec![language.pick("Lagringer", "Lagringar", "Commits").to_owned(), answer.commits.to_string()],
            vec![
                language.pick("Hodet av kjeden", "Hovudet av kjeda", "Head of the chain").to_owned(),
                parted(&answer.head),
            ],
            vec![
                language
                    .pick("Hodet av oppslagsloggen", "Hovudet av oppslagsloggen", "Head of the access log")
                    .to_owned(),
                parted(&answer.access_head),
            ],
        ],
    ));
    heading.document(title.to_owned(), vec![about], blocks)
}

fn add(blocks: &mut Vec<Block>, case: &ProtocolCase, heading: &Heading<'_>) {
    let language = heading.language;
    let day = |on: &str| on.parse().map_or_else(|_| on.to_owned(), short_date);
    let known = |on: &Option<String>| on.as_deref().map_or_else(|| "–".to_owned(), day);
    let fact = |label: &str, value: String| vec![label.to_owned(), value];
    blocks.push(heading_of(2, &format!("{} {}", language.pick("Sak", "Sak", "Case"), case.case)));
    let several = |values: &[String]| if values.is_empty() { "–".to_owned() } else { values.join("; ") };
    blocks.push(table(
        &[language.pick("Hva", "Kva", "What"), language.pick("Verdi", "Verdi", "Value")],
        vec![
            fact(language.pick("Register", "Register", "Register"), case.register_label.clone()),
            fact(language.pick("Rettighet", "Rett", "Right"), case.right_label.clone()),
            fact(language.pick("Spor", "Spor", "Track"), case.track_label.clone()),
            fact(language.pick("Svarer", "Svarer", "Answers"), case.handled_by.clone()),
            fact(language.pick("Mottatt", "Motteken", "Received"), day(&case.received_on)),
            fact(language.pick("Svarfrist", "Svarfrist", "Answer due"), known(&case.due_on)),
            fact(language.pick("Besvart", "Svara på", "Answered"), known(&case.answered_on)),
            fact(language.pick("Tilstand", "Tilstand", "Status"), case.status_label.clone()),
            fact(language.pick("Utfall", "Utfall", "Outcome"), case.outcome.clone().unwrap_or_else(|| "–".to_owned())),
            fact(language.pick("Rettsgrunnlag", "Rettsgrunnlag", "Legal basis"), several(&case.legal_basis)),
            fact(
                language.pick("Avgjørelsen bygger på", "Avgjerda byggjer på", "The decision rests on"),
                several(&case.decided_on),
            ),
        ],
    ));
    if case.closed_to_reader {
        blocks.push(Block::Paragraph(words(language.pick(
            "Saken gjelder en skjermet person, og den som laget protokollen, er ikke klarert. Den viser derfor bare datoer, spor og gang.",
            "Saka gjeld ein skjerma person, og den som laga protokollen, er ikkje klarert. Han viser derfor berre datoar, spor og gang.",
            "The case is about a protected person, and whoever made the protocol is not cleared. It therefore shows only dates, track and course.",
        ))));
    }
    blocks.push(heading_of(3, language.pick("Hva som er gjort", "Kva som er gjort", "What has been done")));
    let heads = [
        language.pick("Nr.", "Nr.", "No."),
        language.pick("Når", "Når", "When"),
        language.pick("Hvem", "Kven", "Who"),
        language.pick("Hva", "Kva", "What"),
        language.pick("Hjemmel", "Heimel", "Provision"),
    ];
    let steps = case.steps.iter().map(|step| {
        let source = step.source.clone().unwrap_or_else(|| "–".to_owned());
        vec![step.seq.to_string(), wall_clock(&step.at), step.actor.clone(), step.text.clone(), source]
    });
    blocks.push(table(&heads, steps.collect()));
    blocks.push(heading_of(
        3,
        language.pick("Slik er fristen regnet ut", "Slik er fristen rekna ut", "How the deadline was computed"),
    ));
    let steps = case.deadline.iter().map(|step| vec![known(&step.to_on), step.text.clone(), step.source.clone()]);
    let heads = [
        language.pick("Siste dag", "Siste dag", "Last day"),
        language.pick("Steg", "Steg", "Step"),
        language.pick("Hjemmel", "Heimel", "Provision"),
    ];
    blocks.push(table(&heads, steps.collect()));
    blocks.push(heading_of(3, language.pick("Merker i loggen", "Merke i loggen", "Marks in the log")));
    let hashes = case.steps.iter().map(|step| vec![step.seq.to_string(), parted(&step.hash)]);
    blocks.push(table(
        &[language.pick("Hendelse", "Hending", "Event"), language.pick("Hash", "Hash", "Hash")],
        hashes.collect(),
    ));
    let commits = case
        .commits
        .iter()
        .map(|commit| vec![commit.position.to_string(), commit.seq.to_string(), parted(&commit.hash)]);
    let heads = [
        language.pick("Lagring nr.", "Lagring nr.", "Commit no."),
        language.pick("Til og med hendelse", "Til og med hending", "Through event"),
        language.pick("Hash", "Hash", "Hash"),
    ];
    blocks.push(table(&heads, commits.collect()));
}

fn table(heads: &[&str], rows: Vec<Vec<String>>) -> Block {
    let cells = |row: Vec<String>| row.iter().map(|cell| words(cell)).collect::<Vec<Vec<Inline>>>();
    Block::Table { header: heads.iter().map(|head| words(head)).collect(), rows: rows.into_iter().map(cells).collect() }
}

/// A hash in groups of eight digits, so that it can be broken over lines and compared by eye.
fn parted(hash: &str) -> String {
    let digits: Vec<char> = hash.chars().collect();
    digits.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The instant on the wall clock in Norway.
fn wall_clock(at: &str) -> String {
    chrono::DateTime::parse_from_rfc3339(at).map_or_else(
        |_| at.to_owned(),
        |instant| oslo_time(instant.with_timezone(&chrono::Utc)).format("%d.%m.%Y %H:%M").to_string(),
    )
}
