//! The index of the words in texts: keeping it up, searching it, putting it in order when nobody waits.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};

use super::content::{self, Opened};
use super::keys::KeyRing;
use super::list::{self, Asked};
use super::problem::StoreProblem;
use super::rows::{self, CASE_COLUMNS};
use super::{log, number, rebuild};
use crate::adapter::codec;
use crate::casework::ids::{CaseNumber, ContentId, RequestNumber};
use crate::casework::projection::CaseRow;
use crate::casework::request::{Content, Recorded};
use crate::casework::search::{Query, Searched, Words};
use crate::usecase::ports::{Commit, WorkListCursor, WorkListPage, WorkListQuery};

/// The columns of a text, in the order in which they are read and written.
pub(super) const SEARCH_COLUMNS: &str = "id, content, of_letter";

/// Room for the place of an event beside the number of its request.
const PLACES: u32 = 20;

/// What the place of a reference has beside the place of its event, which no log is long enough for.
const REFERENCE: i64 = 1 << (PLACES - 1);

/// How many pages one step of putting in order writes at most: some milliseconds.
const TIDY_PAGES: i64 = 64;

/// More requests than this share no reference.
const MOST_REFERENCES: i64 = 200;

/// A text as the index holds it.
pub(super) struct Text {
    id: i64,
    content: ContentId,
    of_letter: Option<i64>,
    words: Words,
}

impl Text {
    fn new(request: i64, place: i64, searched: Searched, text: &str) -> Self {
        Self {
            id: (request << PLACES) + place + if searched.is_reference { REFERENCE } else { 0 },
            content: searched.content,
            of_letter: searched.case.map(|case| case.index() as i64),
            words: Words::of(text),
        }
    }

    /// Adds it to the index.
    pub(super) fn put(&self, connection: &Connection) -> Result<(), StoreProblem> {
        connection
            .prepare_cached(&format!("INSERT INTO search_row ({SEARCH_COLUMNS}) VALUES (?1, ?2, ?3)"))?
            .execute(params![self.id, self.content.0.as_bytes(), self.of_letter])?;
        let (names, stems) = columns(&self.words);
        connection
            .prepare_cached("INSERT INTO search_index (rowid, names, stems) VALUES (?1, ?2, ?3)")?
            .execute(params![self.id, names, stems])?;
        Ok(())
    }

    /// Whether its row and some of its words are in the index as they should be.
    pub(super) fn is_found(&self, connection: &Connection) -> Result<bool, StoreProblem> {
        let mut statement =
            connection.prepare_cached(&format!("SELECT {SEARCH_COLUMNS} FROM search_row WHERE id = ?1"))?;
        let read = |row: &Row<'_>| Ok((row.get::<_, [u8; 16]>(1)?, row.get::<_, Option<i64>>(2)?));
        let row = statement.query_row([self.id], read).optional()?;
        if row != Some((*self.content.0.as_bytes(), self.of_letter)) {
            return Ok(false);
        }
        let names = self.words.names().map(|word| ("names", word));
        let stems = self.words.stems().map(|word| ("stems", word));
        let mut known = names
            .clone()
            .take(2)
            .chain(names.clone().next_back())
            .chain(stems.clone().take(2))
            .chain(stems.clone().next_back());
        let mut statement =
            connection.prepare_cached("SELECT 1 FROM search_index WHERE search_index MATCH ?1 AND rowid = ?2")?;
        known.try_fold(true, |found, (column, word)| {
            Ok(found && statement.exists(params![format!("{column} : \"{word}\""), self.id])?)
        })
    }
}

/// The words as the index takes them: a column of names and one of stems.
fn columns(words: &Words) -> (String, String) {
    (words.names().collect::<Vec<_>>().join(" "), words.stems().collect::<Vec<_>>().join(" "))
}

/// Adds the texts that a commit brings, whose first event has this place in the log.
pub(super) fn put(connection: &Connection, request: i64, first: i64, commit: &Commit) -> Result<(), StoreProblem> {
    for (place, event) in (first..).zip(&commit.events) {
        for searched in Searched::of(event) {
            let content = commit.contents.iter().find(|(id, _)| *id == searched.content);
            if let Some(text) = content.and_then(|(_, content)| words(content)) {
                Text::new(request, place, searched, text).put(connection)?;
            }
        }
    }
    Ok(())
}

/// Takes a text out of the index that is about to be erased, so that its words are gone with it.
pub(super) fn forget(
    connection: &Connection,
    ring: &KeyRing,
    request: i64,
    content: ContentId,
) -> Result<(), StoreProblem> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM search_row WHERE id BETWEEN ?1 AND ?2 AND content = ?3")?;
    let range = params![request << PLACES, (request + 1) << PLACES, content.0.as_bytes()];
    let Some(id) = statement.query_row(range, |row| row.get::<_, i64>(0)).optional()? else { return Ok(()) };
    // The index keeps no text, so it must be told which words it is to forget.
    if let Some(text) = read(connection, ring, request, content)? {
        let (names, stems) = columns(&Words::of(&text));
        connection
            .prepare_cached(
                "INSERT INTO search_index (search_index, rowid, names, stems) VALUES ('delete', ?1, ?2, ?3)",
            )?
            .execute(params![id, names, stems])?;
    }
    connection.prepare_cached("DELETE FROM search_row WHERE id = ?1")?.execute([id])?;
    Ok(())
}

/// Every text of a request that is to be in the index, as its log says.
pub(super) fn texts(
    connection: &Connection,
    ring: &KeyRing,
    request: RequestNumber,
    log: &[Recorded],
) -> Result<Vec<Text>, StoreProblem> {
    let key = number::key(request);
    let mut texts = Vec::new();
    for recorded in log {
        for searched in Searched::of(&recorded.event) {
            if let Some(text) = read(connection, ring, key, searched.content)? {
                texts.push(Text::new(key, i64::from(recorded.sequence), searched, &text));
            }
        }
    }
    Ok(texts)
}

/// The requests whose texts the index does not hold as it should, and none for texts in it that no log names.
pub(super) fn differing(connection: &Connection, ring: &KeyRing) -> Result<Vec<Option<i64>>, StoreProblem> {
    let (mut differing, mut expected, mut all) = (Vec::new(), 0, true);
    for request in rebuild::requests(connection)? {
        // A log or a text that cannot be read is told of where logs and contents are checked.
        let log = log::read(connection, request).ok();
        let Some(texts) = log.and_then(|log| texts(connection, ring, request, &log.events).ok()) else {
            all = false;
            continue;
        };
        expected += texts.len() as i64;
        for text in texts {
            if !text.is_found(connection)? {
                differing.push(Some(number::key(request)));
                break;
            }
        }
    }
    let held: i64 = connection.query_row("SELECT count(*) FROM search_row", [], |row| row.get(0))?;
    if all && differing.is_empty() && held != expected {
        differing.push(None);
    }
    Ok(differing)
}

/// The words of a row in the clear; `None` for one that is erased or sealed.
fn read(connection: &Connection, ring: &KeyRing, request: i64, id: ContentId) -> Result<Option<String>, StoreProblem> {
    let Some(row) = content::row(connection, request, id)?.filter(|row| row.sealed_for == "store") else {
        return Ok(None);
    };
    let kind = row.kind.clone();
    match row.open(request, ring) {
        Opened::Bytes { bytes, .. } => {
            let lost = || StoreProblem::ContentLost {
                request: number::number(request).map(|number| number.to_string()).unwrap_or_default(),
            };
            let content = codec::decode_content(&kind, &bytes).map_err(|_| lost())?;
            Ok(words(&content).map(str::to_owned))
        }
        Opened::Erased | Opened::ForOthers | Opened::Changed => Ok(None),
    }
}

fn words(content: &Content) -> Option<&str> {
    match content {
        Content::Text(text) => Some(text),
        Content::Person(_) | Content::Representative(_) | Content::Attachments(_) | Content::File(_) => None,
    }
}

/// A page of the cases whose texts have the words, the newest first. Texts are read from the newest backwards until the
/// page is full, so that a common word costs no more than a rare one.
pub(super) fn page(
    connection: &Connection,
    words: &Query,
    within: &WorkListQuery,
) -> Result<WorkListPage, StoreProblem> {
    let (sql, parameters) = statement(words, within);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query_map(params_from_iter(parameters), rows::read_case)?;
    let after = within.after.as_ref().map(|after| after.case);
    let comes_later = |case: CaseNumber| after.is_none_or(|after| case.request != after.request || case > after);
    let limit = within.limit.max(1) as usize;
    let mut rows: Vec<(CaseNumber, CaseRow)> = Vec::new();
    // The cases of the request that is being read: several of its texts may have the words.
    let mut request: Vec<(CaseNumber, CaseRow)> = Vec::new();
    loop {
        let next = found.next().transpose()?;
        let same = |case: &CaseNumber| request.first().is_some_and(|(first, _)| first.request == case.request);
        match next {
            Some((case, _)) if !comes_later(case) || request.iter().any(|(known, _)| *known == case) => {}
            Some((case, row)) if request.is_empty() || same(&case) => request.push((case, row)),
            other => {
                request.sort_by_key(|(case, _)| *case);
                rows.append(&mut request);
                request.extend(other);
                if request.is_empty() || rows.len() > limit {
                    break;
                }
            }
        }
    }
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|(case, _)| WorkListCursor { on: None, case: *case });
    Ok(WorkListPage { rows, next })
}

fn statement(words: &Query, within: &WorkListQuery) -> (String, Vec<Value>) {
    let mut asked = Asked::narrowed(within);
    if !within.states.is_empty() {
        let states: Vec<String> = within.states.iter().map(|state| list::condition(*state)).collect();
        asked.conditions.push(format!("({})", states.join(" OR ")));
    }
    let days = [asked.received(within), asked.dates(within)].concat();
    asked.conditions.extend(days);
    let matched = asked.place(Value::Text(expression(words)));
    let newest = within.after.as_ref().map_or(i64::MAX, |after| (number::key(after.case.request) + 1) << PLACES);
    let newest = asked.place(Value::Integer(newest));
    let conditions: String = asked.conditions.iter().map(|condition| format!(" AND {condition}")).collect();
    let sql = format!(
        "SELECT {CASE_COLUMNS} FROM search_index CROSS JOIN search_row ON search_row.id = search_index.rowid \
         CROSS JOIN case_row ON case_row.request = search_row.id >> {PLACES} \
         AND (search_row.of_letter IS NULL OR case_row.letter = search_row.of_letter) \
         WHERE search_index MATCH ?{matched} AND search_index.rowid < ?{newest}{conditions} \
         ORDER BY search_index.rowid DESC"
    );
    (sql, asked.parameters)
}

/// The requests that somebody else knows by a reference with all these words, the newest first.
pub(super) fn requests_by_reference(
    connection: &Connection,
    words: &Query,
) -> Result<Vec<RequestNumber>, StoreProblem> {
    let mut statement = connection.prepare_cached(
        "SELECT rowid FROM search_index WHERE search_index MATCH ?1 AND rowid & ?2 <> 0 ORDER BY rowid DESC LIMIT ?3",
    )?;
    let found =
        statement.query_map(params![expression(words), REFERENCE, MOST_REFERENCES], |row| row.get::<_, i64>(0))?;
    let mut requests = Vec::new();
    for id in found {
        requests.extend(number::number(id? >> PLACES));
    }
    requests.dedup();
    Ok(requests)
}

/// The search as the index reads it. Words are letters and digits alone, so nothing in them is an operator.
fn expression(words: &Query) -> String {
    let terms = words.terms().iter().map(|term| match &term.stem {
        Some(stem) => format!("(names : \"{}\" OR stems : \"{stem}\")", term.name),
        None => format!("names : \"{}\"", term.name),
    });
    terms.collect::<Vec<_>>().join(" AND ")
}

/// Merges some pieces of the index, if there are enough of them to be worth it; says whether there was something to do.
pub(super) fn tidy(connection: &Connection) -> Result<bool, StoreProblem> {
    let before = connection.total_changes();
    connection
        .prepare_cached("INSERT INTO search_index (search_index, rank) VALUES ('merge', ?1)")?
        .execute([TIDY_PAGES])?;
    // The command itself counts as one change (sqlite.org/fts5.html, section 6.9).
    Ok(connection.total_changes() - before >= 2)
}
