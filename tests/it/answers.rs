//! How an answer is counted in the figures of a period, against the table in `tests/cases/answers.txt`.

use personvernsak::casework::projection::{self, CaseRow};
use personvernsak::casework::statistics::{Answered, Kind};
use personvernsak::law::rights::Outcome;

use crate::figures::request;

const TABLE: &str = include_str!("../cases/answers.txt");

fn answer(row: &CaseRow) -> Option<Answered> {
    Some(Answered {
        kind: Kind { register: row.register.clone(), right: row.right, track: row.track },
        received_on: row.received_on,
        answered_on: row.first_answered_on?,
        due_on: row.due_on,
        suspended_days: row.suspended_days,
        extended: row.extension.is_some(),
        outcome: row.outcome,
    })
}

/// The answer in the words of the table.
fn told(answered: &Answered) -> String {
    let yes = |is: bool| if is { "ja" } else { "nei" };
    [
        answered.answered_on.format("%m-%d").to_string(),
        answered.days().to_string(),
        yes(answered.is_on_time()).to_owned(),
        answered.suspended_days.to_string(),
        yes(answered.extended).to_owned(),
        answered.outcome.map_or("-", Outcome::id).to_owned(),
    ]
    .join(" | ")
}

#[test]
fn an_answer_is_counted_so() {
    let (mut wrong, mut rows) = (Vec::new(), 0);
    for line in TABLE.lines().filter(|line| !line.starts_with('#') && line.contains('|')) {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let (happened, wanted) = columns.split_first().expect("what happened");
        let row = projection::rows(&request(happened), None).remove(0);
        let found = answer(&row).as_ref().map_or_else(|| "-".to_owned(), told);
        if found != wanted.join(" | ") {
            wrong.push(format!("{line}\n    the program says {found}"));
        }
        rows += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(rows, 17, "every row was read");
}
