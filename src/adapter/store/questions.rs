//! The questions of a case in one column: each a line of ground, asked, reply by, reminder's reply by, ended; «-» for none.

use chrono::NaiveDate;

use crate::casework::projection::QuestionRow;

pub(super) fn written(questions: &[QuestionRow]) -> String {
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let line = |question: &QuestionRow| {
        let QuestionRow { ground, asked_on, reply_by_on, reminder_reply_by_on, ended_on } = *question;
        format!("{} {asked_on} {reply_by_on} {} {}", ground.id(), day(reminder_reply_by_on), day(ended_on))
    };
    questions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The questions again; nothing for a text that [`written`] did not write.
pub(super) fn read(text: &str) -> Option<Vec<QuestionRow>> {
    text.lines().map(question).collect()
}

fn question(line: &str) -> Option<QuestionRow> {
    let parts: Vec<&str> = line.split(' ').collect();
    let [ground, asked_on, reply_by_on, reminder, ended] = parts[..] else { return None };
    let day = |text: &str| if text == "-" { Some(None) } else { text.parse().ok().map(Some) };
    Some(QuestionRow {
        ground: ground.parse().ok()?,
        asked_on: asked_on.parse().ok()?,
        reply_by_on: reply_by_on.parse().ok()?,
        reminder_reply_by_on: day(reminder)?,
        ended_on: day(ended)?,
    })
}
