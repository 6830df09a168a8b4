//! A row of the work list as columns, the way the store lays it down.

use chrono::NaiveDate;
use personvernsak::casework::projection::CaseRow;
use rusqlite::types::Value;

/// Column and value; the request stands first and is for the caller to fill in.
pub fn columns(row: &CaseRow) -> Vec<(&'static str, Value)> {
    let day = |day: Option<NaiveDate>| Value::from(day.map(|day| day.to_string()));
    let word = |word: Option<&'static str>| Value::from(word.map(str::to_owned));
    // Nobody has answered the two steps of any case here.
    let unanswered = row.section_25.and_then(|row| row.assessment).map(|_| "gjenstar");
    vec![
        ("request", Value::Null),
        ("letter", Value::from(row.case.index() as i64)),
        ("register", Value::from(row.register.to_string())),
        ("\"right\"", Value::from(row.right.id().to_owned())),
        ("track", Value::from(row.track.id().to_owned())),
        ("mode", Value::from(row.mode.map(|mode| mode.id().to_owned()))),
        ("handled_by", Value::from(row.handled_by.to_string())),
        ("phase", Value::from("open".to_owned())),
        ("assignee", Value::from(row.assignee.clone())),
        ("received_on", day(Some(row.received_on))),
        ("nominal_on", day(Some(row.nominal_on))),
        ("due_on", day(row.due_on)),
        ("extension_notice_due_on", day(row.extension_notice_due_on)),
        ("refusal_due_on", day(row.refusal_due_on)),
        ("question_since_on", day(row.question_since_on)),
        ("pauses_from_on", day(row.pauses_from_on)),
        ("outcome", Value::from(row.outcome.map(|outcome| outcome.id().to_owned()))),
        ("identity_asked", Value::from(row.identity_asked)),
        ("section_25_stage", word(row.section_25.map(|row| row.stage.id()))),
        ("grounds", word(row.section_25.map(|row| row.grounds.id()))),
        ("documents", word(row.section_25.map(|row| row.documents.id()))),
        ("burdensome", word(unanswered)),
        ("public_interest", word(unanswered)),
        ("initials", Value::from(row.initials.clone())),
        ("birth_year", Value::from(row.birth_year)),
        ("masked_identity", Value::from(row.masked_identity.clone())),
        ("protected", Value::from(row.protected)),
        ("secure_by_on", day(row.secure_by_on)),
        // No letter of these cases is on its way.
        ("appeal_from_on", Value::Null),
        ("rule_version", Value::from(row.rule_version.id().to_owned())),
        // Nobody is asked anything here, and no deadline is extended.
        ("questions", Value::Null),
        ("extended_on", day(row.extension.map(|extension| extension.notice_on))),
        ("expected_on", day(row.extension.map(|extension| extension.expected_on))),
        ("answered_on", day(row.answered_on)),
        // The kinds are known beforehand: each case of the request is another.
        ("kind", Value::from(row.case.index() as i64 + 1)),
        ("due_order", Value::from(row.due_on.map_or("9999-12-31".to_owned(), |day| day.to_string()))),
    ]
}
