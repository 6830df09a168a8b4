//! Stores with as many cases as one wants, to measure against: the last weeks and a block of old cases by the store's own projections,
//! and the block copied into other years. No log is behind these cases, so a store that was filled so is for measuring alone; everybody in
//! it is made up.

use chrono::NaiveDate;
use rusqlite::TransactionBehavior;
use uuid::Uuid;

use super::content::{self, SealedFor};
use super::problem::StoreProblem;
use super::rows::{self, Head, Projected};
use super::{SqliteStore, number, search};
use crate::casework::ids::{CaseLetter, ContentId, RequestNumber};
use crate::casework::person::Person;
use crate::casework::projection::{CaseRow, Given, QuestionRow, Section25Row, Section25Stage};
use crate::casework::request::{Content, Phase};
use crate::law::calendar::add_days;
use crate::law::deadline::PauseGround;
use crate::law::rights::{Outcome, Right, Track};
use crate::usecase::ports::{Counts, StoreError};

/// The registers that the cases are about.
pub const REGISTERS: [&str; 12] =
    ["kpr", "npr", "mfr", "sysvak", "msis", "nipar", "kreft", "hjerte", "iplos", "dar", "nor", "svangerskap"];
/// How many colleagues have cases: «Bruker 0» and so on.
pub const USERS: u32 = 30;
/// The day after the last of receipt, which the cases are to be looked at on.
pub const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 2, 27).expect("a date");
/// A word in ten cases, in one of a hundred, and in three of ten.
pub const WORDS: [&str; 3] = ["nesten0x", "sjelden1x", "vanlig30x"];

/// The years that the cases came in.
const YEARS: u32 = 10;
/// How many days back most cases are still open.
const RECENT_DAYS: u32 = 42;
/// How many requests the block of old cases has.
const BLOCK: u32 = 2_000;
/// The year that the block of old cases came in.
const FIRST_YEAR: u16 = 2016;

impl SqliteStore {
    /// Fills a store with so many cases, two to a request, numbered after as many as are in it: what `template` has beside what differs, of somebody like `person`.
    ///
    /// # Errors
    ///
    /// [`StoreError`] where the store cannot be written.
    pub fn fill(&mut self, cases: u32, template: &CaseRow, person: &Person) -> Result<(), StoreError> {
        Ok(fill(self, cases, template, person)?)
    }
}

fn fill(store: &mut SqliteStore, cases: u32, template: &CaseRow, person: &Person) -> Result<(), StoreProblem> {
    let (mut chance, requests) = (Chance(u64::from(cases)), cases / 2);
    let person = Person { identity_number: None, ..person.clone() };
    let recent = requests * RECENT_DAYS / (YEARS * 365);
    let since = TODAY - chrono::Days::new(u64::from(RECENT_DAYS));
    let there = store.connection.query_row("SELECT count(*) FROM request_row", [], |row| row.get(0))?;
    block(store, &mut chance, (template, &person), (2026, there, recent), |place| {
        add_days(since, (u64::from(place) * u64::from(RECENT_DAYS) / u64::from(recent)) as u32)
    })?;
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR.into(), 1, 1).unwrap_or(TODAY);
    let old = requests - recent;
    let of_block = old.min(BLOCK);
    block(store, &mut chance, (template, &person), (FIRST_YEAR, 0, of_block), |place| {
        add_days(first, place * 365 / BLOCK)
    })?;
    for copy in 1..old.div_ceil(BLOCK) {
        store.connection.execute_batch(&copied(copy, (old - copy * BLOCK).min(BLOCK)))?;
    }
    store.connection.execute_batch(TEXTS)?;
    while search::tidy(&store.connection)? {}
    store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Numbers that come again in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as u32) % most
    }

    /// One of several, the first ones most often.
    fn first<T: Copy>(&mut self, of: &[T]) -> T {
        let most = of.len() as u32;
        of[self.below(self.0 as u32 % most + 1).min(most - 1) as usize]
    }
}

/// Requests of two cases each, by the store's own projections, numbered after those that are there.
fn block(
    store: &mut SqliteStore,
    chance: &mut Chance,
    (template, person): (&CaseRow, &Person),
    (year, there, requests): (u16, u32, u32),
    received_on: impl Fn(u32) -> NaiveDate,
) -> Result<(), StoreProblem> {
    let SqliteStore { connection, keys, ring, randomness, .. } = store;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for place in 0..requests {
        let Some(request) = RequestNumber::new(year, there + place + 1) else { break };
        let rows: Vec<CaseRow> = (0..2).map(|letter| case(chance, template, letter, received_on(place))).collect();
        let head = Head { version: 3, protected: false, delivery: None };
        rows::write(&transaction, &Projected::new(request, head, &rows), Counts::default())?;
        let contents = [(ContentId(Uuid::from_u128(u128::from(place) + 1)), Content::Person(Box::new(person.clone())))];
        content::keep(
            &transaction,
            (keys, ring),
            randomness.as_mut(),
            number::key(request),
            SealedFor::Store,
            &contents,
        )?;
    }
    Ok(transaction.commit()?)
}

/// The statements that copy so many requests of the block of old cases into another year, or to later numbers of the same year.
fn copied(copy: u32, requests: u32) -> String {
    let years = copy % YEARS;
    let shift = i64::from(years) * 1_000_000_000 + i64::from(copy / YEARS * BLOCK);
    let columns = format!("{}, kind, due_order", rows::CASE_COLUMNS);
    let later = |column: &str| format!("date({column}, '+{years} years')");
    let request = format!("request + {shift}");
    let due_order = format!("ifnull({}, due_order)", later("due_on"));
    let values: Vec<String> = columns
        .split(", ")
        .map(str::trim)
        .map(|column| match column {
            "request" => request.clone(),
            "received_on" | "nominal_on" | "due_on" | "question_since_on" | "answered_on" | "first_answered_on" => {
                later(column)
            }
            "due_order" => due_order.clone(),
            other => other.to_owned(),
        })
        .collect();
    let first = i64::from(FIRST_YEAR) * 1_000_000_000 + 1;
    let block = format!("request BETWEEN {first} AND {}", first + i64::from(requests) - 1);
    format!(
        "BEGIN IMMEDIATE;
         INSERT INTO case_row ({columns}) SELECT {} FROM case_row WHERE {block};
         INSERT INTO request_row ({request}) SELECT request + {shift}, version, cases, protected, delivery
             FROM request_row WHERE {block};
         INSERT INTO content (request, id, kind, sealed_for, salt, bytes, mark)
             SELECT request + {shift}, id, kind, sealed_for, randomblob(32), bytes, randomblob(32) FROM content WHERE {block};
         COMMIT;",
        values.join(", "),
        request = rows::REQUEST_COLUMNS
    )
}

/// Texts of ten words: one word stands in ten cases, one in a case of a hundred, one in three of ten.
const TEXTS: &str = "
    BEGIN IMMEDIATE;
    INSERT OR IGNORE INTO search_row (id, content) SELECT (request << 20) + 1, zeroblob(16) FROM request_row;
    INSERT INTO search_index (rowid, names, stems)
        SELECT id, CASE WHEN place % 10 < 3 THEN 'vanlig30x ' ELSE '' END
                || CASE WHEN place % 100 = 7 THEN 'sjelden1x ' ELSE '' END
                || CASE WHEN place BETWEEN 1000 AND 1004 THEN 'nesten0x ' ELSE '' END
                || format('ord%d ord%d ord%d ord%d ord%d', abs(random() % 20000), abs(random() % 20000),
                          abs(random() % 20000), abs(random() % 20000), abs(random() % 20000)),
            format('stem%d stem%d stem%d', abs(random() % 5000), abs(random() % 5000), abs(random() % 5000))
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM search_row WHERE content = zeroblob(16));
    UPDATE figures SET requests = (SELECT count(*) FROM request_row), cases = (SELECT count(*) FROM case_row);
    COMMIT;";

/// A case: nearly all that are older than six weeks are closed.
fn case(chance: &mut Chance, template: &CaseRow, letter: u16, received_on: NaiveDate) -> CaseRow {
    let rights = [Right::Access, Right::Erasure, Right::Rectification, Right::Restriction, Right::Objection];
    let age = (TODAY - received_on).num_days();
    let closed = if age > 42 { chance.below(1_000) < 996 } else { chance.below(100) < 25 };
    let right = chance.first(&rights);
    let register = chance.first(&REGISTERS);
    let track = match (right, register) {
        (Right::Erasure, _) => Track::Section25,
        (Right::Access, "kpr" | "npr" | "mfr") => Track::RegisterAccess,
        (_, "dar" | "nor") => Track::Forward,
        (_, "svangerskap") => Track::NotHeld,
        _ => Track::General,
    };
    let phase = match chance.below(100) {
        _ if closed => Phase::Closed,
        0..70 => Phase::Open,
        70..82 => Phase::Decided,
        82..97 => Phase::Answered,
        _ => Phase::Withdrawn,
    };
    let outcomes = [Outcome::Granted, Outcome::NoData, Outcome::PartlyGranted, Outcome::Refused, Outcome::Dismissed];
    let outcome = match phase {
        Phase::Open => None,
        Phase::Withdrawn => Some(Outcome::Withdrawn),
        Phase::Decided | Phase::Answered | Phase::Forwarded { .. } | Phase::Closed => Some(chance.first(&outcomes)),
    };
    let due_on = add_days(received_on, 28 + chance.below(6) + if chance.below(20) == 0 { 60 } else { 0 });
    let asked = phase == Phase::Open && chance.below(12) == 0;
    let question = QuestionRow {
        ground: PauseGround::Clarification,
        asked_on: received_on,
        reply_by_on: add_days(received_on, 14),
        reminder_reply_by_on: None,
        ended_on: None,
    };
    let section_25 = (track == Track::Section25).then(|| Section25Row {
        stage: match phase {
            Phase::Open => {
                chance.first(&[Section25Stage::Assessed, Section25Stage::WithoutBasis, Section25Stage::Waiting])
            }
            Phase::Decided => Section25Stage::Unsent,
            Phase::Answered | Phase::Forwarded { .. } | Phase::Withdrawn | Phase::Closed => Section25Stage::Done,
        },
        grounds: Given::Received,
        documents: Given::Missing,
        assessment: None,
    });
    let user = chance.below(USERS + if phase == Phase::Open { USERS / 3 } else { 0 });
    CaseRow {
        case: CaseLetter::at(letter),
        register: register.parse().unwrap_or_else(|_| template.register.clone()),
        right,
        track,
        mode: None,
        phase,
        assignee: (user < USERS).then(|| format!("Bruker {user}")),
        received_on,
        nominal_on: due_on,
        due_on: (!asked).then_some(due_on),
        question_since_on: asked.then_some(received_on),
        questions: if asked { vec![question] } else { Vec::new() },
        answered_on: matches!(phase, Phase::Answered | Phase::Withdrawn | Phase::Closed).then_some(due_on),
        first_answered_on: matches!(phase, Phase::Answered | Phase::Withdrawn | Phase::Closed).then_some(due_on),
        outcome,
        section_25,
        secure_by_on: None,
        ..template.clone()
    }
}
