//! The log of who has seen or been given the data, as a table (helseregisterloven § 24 second paragraph).

use crate::casework::letter::input::{AccessLog, LogColumn};
use crate::casework::letter::text::bind;
use crate::casework::letter::tree::{Block, Inline};
use crate::wording::Language;

/// The table, with those columns in which something stands.
pub(super) fn blocks(log: &AccessLog, language: Language) -> Vec<Block> {
    let cell = |text: &str| vec![Inline::Text(bind(text))];
    if log.entries.is_empty() {
        let none =
            language.pick("Loggen har ingen oppføringer.", "Loggen har ingen oppføringar.", "The log has no entries.");
        return vec![Block::Paragraph(cell(none))];
    }
    let used = |column: &LogColumn| log.entries.iter().any(|entry| !column.of(entry, language).is_empty());
    // A cell with nothing in it cannot be told from one that was forgotten.
    let empty = language.pick("ikke oppgitt", "ikkje oppgitt", "not given");
    let columns: Vec<LogColumn> = LogColumn::ALL.into_iter().filter(used).collect();
    vec![Block::Table {
        header: columns.iter().map(|column| cell(column.label().get(language))).collect(),
        rows: log
            .entries
            .iter()
            .map(|entry| {
                let words = columns.iter().map(|column| column.of(entry, language));
                words.map(|words| cell(if words.is_empty() { empty } else { &words })).collect()
            })
            .collect(),
    }]
}
