//! Open tasks, reminders and absences in the store: found by index, kept up with every commit, and part of what is verified.

use super::list::full_office;
use super::*;
use crate::adapter::store::work;
use crate::casework::ids::CaseNumber;
use crate::casework::projection::ReminderKind;
use crate::casework::request::{NewTask, TaskEvent, TaskStep};
use crate::law::register::Unit;
use crate::usecase::ports::{Absence, Snooze, WorkListQuery, WorkOf, WorkStore as _};

fn asked(task: u32, due_on: &str, owner: &str) -> (Event, (ContentId, Content)) {
    let text = id(70_000 + u128::from(task));
    let new = NewTask {
        unit: Unit::Municipality,
        text,
        asked_on: day("2026-02-20"),
        due_on: day(due_on),
        owner: owner.to_owned(),
    };
    let event = Event::Task(TaskEvent { case: letter(0), task, what: TaskStep::Asked(new) });
    (event, (text, Content::Text("Hva sier journalen?".to_owned())))
}

fn work_of(names: &[&str], until: Option<&str>) -> WorkOf {
    WorkOf { names: names.iter().map(ToString::to_string).collect(), until: until.map(day), limit: 100 }
}

#[test]
fn tasks_are_found_by_owner_and_day_and_go_when_they_end() {
    let mut office = Office::new();
    let number = office.register(&Sample::new(1));
    let tasks = [(1, "2026-03-10", "Kari Myhre"), (2, "2026-03-02", "Per Haug Li"), (3, "2026-03-05", "Kari Myhre")];
    for (task, due_on, owner) in tasks {
        let (event, content) = asked(task, due_on, owner);
        office.change(number, vec![event], vec![content]);
    }
    let found = |office: &mut Office, names: &[&str], until: Option<&str>| {
        let found = office.store.open_tasks(&work_of(names, until)).expect("tasks");
        found.into_iter().map(|found| found.task).collect::<Vec<_>>()
    };
    assert_eq!(found(&mut office, &["Kari Myhre"], None), [3, 1]);
    assert_eq!(found(&mut office, &["Kari Myhre"], Some("2026-03-05")), [3]);
    assert_eq!(found(&mut office, &["Kari Myhre", "Per Haug Li"], None), [2, 3, 1], "all names by day");
    let given = TaskStep::Given { to: "Per Haug Li".to_owned() };
    let dropped = TaskStep::Dropped { reason: id(70_009) };
    for (task, what, content) in [(1, given, None), (3, dropped, Some((id(70_009), Content::Text("Nei.".to_owned()))))]
    {
        let event = Event::Task(TaskEvent { case: letter(0), task, what });
        office.change(number, vec![event], content.into_iter().collect());
    }
    assert_eq!(found(&mut office, &["Kari Myhre"], None), [] as [u32; 0]);
    assert_eq!(found(&mut office, &["Per Haug Li"], None), [2, 1]);
    assert!(office.store.verify(None).expect("verified").problems.is_empty());
    let rebuilt = office.store.rebuild().expect("made anew");
    assert_eq!(rebuilt.digest_before, rebuilt.digest_after);
    office.harm("UPDATE task_row SET due_on = '2030-01-01'");
    let problems = office.store.verify(None).expect("verified").problems;
    assert!(problems.iter().any(|problem| problem.code == "projection-differs"), "{problems:?}");
}

/// Neither list grows dearer with the cases of others, or with those that have nothing to remind of.
#[test]
fn what_is_due_is_read_from_an_index_in_its_order() {
    let office = full_office();
    for sql in [work::tasks_sql(), work::reminded_sql()] {
        let mut statement = office.store.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
        let parameters = rusqlite::params!["Kari Myhre", "2026-03-10", 100];
        let lines = statement.query_map(parameters, |row| row.get::<_, String>(3)).expect("a plan");
        let plan: Vec<String> = lines.collect::<Result<_, _>>().expect("a plan");
        assert!(plan.iter().all(|line| line.starts_with("SEARCH ")), "{plan:#?}");
    }
    // Reviewed cases are all of an index of their own, which has no others.
    for (open, index) in [(true, "case_row_review_open"), (false, "case_row_review")] {
        let sql = format!("EXPLAIN QUERY PLAN {}", work::reviewed_sql(open));
        let mut statement = office.store.connection.prepare(&sql).expect("a plan");
        let lines = statement.query_map([100], |row| row.get::<_, String>(3)).expect("a plan");
        let plan: Vec<String> = lines.collect::<Result<_, _>>().expect("a plan");
        assert_eq!(plan, [format!("SCAN case_row USING INDEX {index}")]);
    }
}

#[test]
fn own_cases_and_covered_ones_come_in_one_order_whatever_the_page() {
    let mut office = full_office();
    let everybody = WorkListQuery { today: day("2026-03-02"), limit: 100, ..WorkListQuery::default() };
    let all = office.store.work_list(&everybody).expect("a page").rows;
    let numbers: Vec<CaseNumber> = all.iter().map(|(case, _)| *case).collect();
    for (place, case) in numbers.iter().enumerate() {
        let to = ["Kari Myhre", "Per Haug", "Live Solbakken"][place % 3].to_owned();
        office.change(case.request, vec![Event::CaseAssigned { case: case.letter, to }], Vec::new());
    }
    let mut query = WorkListQuery {
        assignee: Some("Kari Myhre".to_owned()),
        covered: vec!["Per Haug".to_owned()],
        ..everybody.clone()
    };
    let expected: Vec<CaseNumber> =
        numbers.iter().enumerate().filter(|(place, _)| place % 3 != 2).map(|(_, case)| *case).collect();
    for limit in [1, 2, 3, 100] {
        let mut found = Vec::new();
        (query.limit, query.after) = (limit, None);
        loop {
            let page = office.store.work_list(&query).expect("a page");
            found.extend(page.rows.into_iter().map(|(case, _)| case));
            match page.next {
                Some(next) => query.after = Some(next),
                None => break,
            }
        }
        assert_eq!(found, expected, "pages of {limit}");
    }
}

#[test]
fn what_is_put_off_and_who_is_away_is_kept_until_it_is_over() {
    let mut office = Office::new();
    let number = office.register(&Sample::new(1));
    let snooze =
        |until: &str| Snooze { case: number.case(letter(0)), kind: ReminderKind::Task(2), until_on: day(until) };
    let today = day("2026-03-02");
    office.store.put_off("Kari Myhre", &snooze("2026-03-04"), today).expect("put off");
    office.store.put_off("Kari Myhre", &snooze("2026-03-06"), today).expect("put off");
    assert_eq!(office.store.snoozes("Kari Myhre", today).expect("read"), [snooze("2026-03-06")]);
    assert_eq!(office.store.snoozes("Per Haug", today).expect("read"), []);
    assert_eq!(office.store.snoozes("Kari Myhre", day("2026-03-06")).expect("read"), []);

    let absence = Absence {
        id: 1,
        name: "Kari Myhre".to_owned(),
        from_on: today,
        to_on: day("2026-03-06"),
        substitute: "Per Haug".to_owned(),
        entered: (at(0), "Live Solbakken".to_owned()),
        ended: None,
    };
    office.store.enter_absence(&absence).expect("entered");
    assert_eq!(office.store.absences(day("2026-03-06")).expect("read"), [absence]);
    assert_eq!(office.store.absences(day("2026-03-07")).expect("read"), []);
    office.store.end_absence(1, at(9), "Kari Myhre").expect("ended");
    assert_eq!(office.store.absences(today).expect("read"), []);
}
