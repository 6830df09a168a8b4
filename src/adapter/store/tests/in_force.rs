//! The list of what stands in force is read by its own index, whatever it is narrowed to, and never sorted.

use super::list::full_office;
use super::*;
use crate::adapter::store::in_force;
use crate::usecase::ports::{StateFilter, WorkListCursor, WorkListQuery};

#[test]
fn no_plan_sorts_or_reads_other_cases() {
    let office = full_office();
    let all = WorkListQuery { today: day("2026-03-12"), in_force: true, limit: 100, ..WorkListQuery::default() };
    let request: RequestNumber = "2026/00003".parse().expect("a number");
    let queries = [
        all.clone(),
        WorkListQuery { register: "kpr".parse().ok(), assignee: Some("Kari Myhre".to_owned()), ..all.clone() },
        WorkListQuery { states: vec![StateFilter::Closed], ..all.clone() },
        WorkListQuery { after: Some(WorkListCursor { on: None, case: request.case(letter(0)) }), ..all },
    ];
    for query in queries {
        let plan = in_force::plan(&office.store.connection, &query).expect("a plan");
        assert!(
            plan.len() == 1 && plan[0].starts_with("SEARCH case_row USING INDEX case_row_in_force "),
            "{query:?}\n{plan:#?}"
        );
    }
}
