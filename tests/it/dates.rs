//! The table of deadlines in `tests/cases/dates.txt`, and what the facts of a deadline are refused for.

use chrono::NaiveDate;
use personvernsak::law::deadline::{
    DeadlineInput, DeadlineProblem, Pause, PauseGround, RuleVersion, compute, derive, ground_warning, receipt_in_future,
};
use personvernsak::wording::Language;

const TABLE: &str = include_str!("../cases/dates.txt");

fn date(text: &str) -> NaiveDate {
    text.trim().parse().unwrap_or_else(|_| panic!("«{text}» is no date"))
}

fn optional(text: &str) -> Option<NaiveDate> {
    (text.trim() != "-").then(|| date(text))
}

fn pause(text: &str) -> Option<Pause> {
    if let Some(question) = text.strip_prefix("§25 ") {
        let words: Vec<&str> = question.split(' ').collect();
        let ["spurt", asked, "innen", reply_by, how, day] = words[..] else {
            panic!("«{text}» is no § 25 question")
        };
        let (answered_on, today) = match how {
            "svart" => (Some(date(day)), date("2099-12-31")),
            "sett" => (None, date(day)),
            _ => panic!("«{how}» in «{text}» is neither «svart» nor «sett»"),
        };
        return PauseGround::Section25Documentation.pause(date(asked), date(reply_by), answered_on, today);
    }
    let (start, end) = text.split_once("..").unwrap_or_else(|| panic!("«{text}» is no pause"));
    Some(Pause { start_on: date(start), end_on: (!end.is_empty()).then(|| date(end)) })
}

fn pauses(text: &str) -> Vec<Pause> {
    if text == "-" { Vec::new() } else { text.split(", ").filter_map(pause).collect() }
}

#[test]
fn every_case_of_the_table_holds() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, line) in TABLE.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [received, spans, extended, nominal, due, notice, refusal, _why] = cells[..] else {
            panic!("line {} has {} columns, not 8", number + 1, cells.len())
        };
        count += 1;
        let spans = pauses(spans);
        let input = DeadlineInput::new(date(received), &spans, optional(extended));
        let input = input.unwrap_or_else(|problems| panic!("line {}: {problems:?}", number + 1));
        let deadline = compute(&input);
        let got = (deadline.nominal_on, deadline.due_on, deadline.extension_notice_due_on, deadline.refusal_due_on);
        let expected = (date(nominal), optional(due), optional(notice), optional(refusal));
        if got != expected {
            wrong.push(format!("line {}: {line}\n   got {got:?}", number + 1));
        }
        assert_eq!(derive(&input).execute(), Ok(deadline.due_on), "line {}", number + 1);
    }
    assert!(wrong.is_empty(), "{} of {count} cases differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 60, "only {count} cases were read");
}

fn problems(received: &str, spans: &str, extended: &str) -> Vec<&'static str> {
    let spans = pauses(spans);
    match DeadlineInput::new(date(received), &spans, optional(extended)) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(DeadlineProblem::code).collect(),
    }
}

#[test]
fn wrong_facts_are_all_told_at_once() {
    assert_eq!(problems("2026-02-02", "2026-02-10..2026-02-05", "-"), ["pause-ends-before-start"]);
    assert_eq!(problems("2026-02-02", "2026-02-01..2026-02-05", "-"), ["pause-before-receipt"]);
    assert_eq!(problems("2026-02-02", "-", "2026-02-01"), ["extension-before-receipt"]);
    assert_eq!(problems("0226-02-02", "-", "-"), ["date-out-of-range"]);
    assert_eq!(
        problems("2026-02-02", "2026-01-10..2026-01-05, 2026-02-05..2026-02-09, 2026-02-01..", "2026-01-01"),
        ["pause-ends-before-start", "pause-before-receipt", "pause-before-receipt", "extension-before-receipt"]
    );
}

#[test]
fn an_extension_is_refused_from_the_day_after_the_one_month_date() {
    assert!(problems("2026-01-31", "-", "2026-03-02").is_empty());
    assert_eq!(problems("2026-01-31", "-", "2026-03-03"), ["extension-late"]);
    assert!(problems("2026-01-31", "2026-02-28..2026-03-07", "2026-03-09").is_empty());
    assert_eq!(problems("2026-01-31", "2026-02-28..2026-03-07", "2026-03-10"), ["extension-late"]);
    assert_eq!(problems("2026-01-31", "2026-03-03..2026-03-20", "2026-03-04"), ["extension-late"]);
}

#[test]
fn a_refused_extension_says_the_last_day_and_what_to_do() {
    let late = DeadlineInput::new(date("2026-01-31"), &[], Some(date("2026-03-03"))).expect_err("late");
    let message = late[0].message(Language::Nb);
    assert_eq!(
        message,
        "Fristen kan ikke forlenges 3. mars 2026. Siste dag for å sende varselet var mandag 2. mars 2026. Send heller \
         beskjed om forsinkelse."
    );
    assert_eq!(late[0].rule().map(|rule| rule.source.get(Language::Nb)), Some("Personvernforordningen art. 12 nr. 3"));
}

#[test]
fn receipt_may_be_today_but_not_later() {
    assert_eq!(receipt_in_future(date("2026-02-02"), date("2026-02-02")), None);
    let problem = receipt_in_future(date("2026-02-03"), date("2026-02-02"));
    assert_eq!(problem.map(|problem| problem.code()), Some("receipt-in-future"));
}

#[test]
fn an_open_pause_says_the_date_if_the_reply_came_today() {
    let spans = pauses("2026-02-05.., 2026-02-10..2026-02-12");
    let input = DeadlineInput::new(date("2026-02-02"), &spans, None).expect("right facts");
    let if_answered = |today: &str| compute(&input.seen_on(date(today))).open_suspension.map(|o| o.due_if_answered_on);
    assert_eq!(if_answered("2026-02-15"), Some(date("2026-03-12")), "ten days");
    assert_eq!(if_answered("2026-02-08"), Some(date("2026-03-05")), "three days");
    assert_eq!(if_answered("2026-02-01"), if_answered("2026-02-05"), "never before the pause began");
    let without_today = compute(&input).open_suspension;
    assert_eq!(without_today.map(|open| open.since_on), Some(date("2026-02-05")));
    assert_eq!(without_today.map(|open| open.due_if_answered_on), if_answered("2026-02-05"));
}

#[test]
fn only_a_question_after_five_days_is_warned_of() {
    assert_eq!(ground_warning(date("2026-02-02"), date("2026-02-07")), None);
    assert_eq!(ground_warning(date("2026-02-02"), date("2026-02-08")).map(|late| late.days), Some(6));
}

#[test]
fn grounds_and_rule_versions_are_read_back_by_their_ids() {
    for ground in PauseGround::ALL {
        assert_eq!(ground.id().parse(), Ok(ground));
    }
    assert_eq!(PauseGround::ALL.map(PauseGround::id), ["identitet", "fullmakt", "presisering", "par25-dokumentasjon"]);
    assert!("ferie".parse::<PauseGround>().is_err());
    assert_eq!("2026-01".parse(), Ok(RuleVersion::CURRENT));
    assert!("1999-01".parse::<RuleVersion>().is_err());
}
