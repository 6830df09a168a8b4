//! Reviews of dates: how a sample is drawn, where a review stands after each step, and what stays as it was. The table is written to be
//! read by somebody who knows the law and not the code.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use personvernsak::casework::audit::Digest;
use personvernsak::casework::ids::{CaseLetter, CaseNumber, RequestNumber};
use personvernsak::casework::projection::{self, DateDoubt};
use personvernsak::casework::request::{
    DateReviewStep, Decision, Draw, LARGEST_SAMPLE, REVIEW_DOUBT, Refusal, Request, ReviewOutcome, ReviewState,
    Reviewed, ReviewedDate, View, draw,
};
use personvernsak::law::deadline::PauseGround;
use proptest::prelude::*;

use crate::case_letters::{CASE, id, opened};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn period() -> (NaiveDate, NaiveDate) {
    (day("2026-01-01"), day("2026-03-31"))
}

fn cases(count: u32) -> Vec<CaseNumber> {
    (1..=count).map(|number| RequestNumber::new(2026, number).expect("a number").case(CaseLetter::at(0))).collect()
}

fn drawn(seed: u32, size: u32, among: Vec<CaseNumber>) -> Vec<CaseNumber> {
    draw((seed, size), period(), among).expect("drawn").1
}

proptest! {
    #[test]
    fn the_same_draw_gives_the_same_cases_in_whatever_order_they_come(
        seed: u32, size in 1..60_u32, count in 1..50_u32, shuffle: u64,
    ) {
        let among = cases(count);
        let mut otherwise = among.clone();
        otherwise.sort_by_key(|case| Digest::of(format!("{shuffle} {case}").as_bytes()));
        otherwise.extend(among.first().copied());
        let (how, sample) = draw((seed, size), period(), among.clone()).expect("drawn");
        prop_assert_eq!(draw((seed, size), period(), otherwise).expect("drawn"), (how, sample.clone()));
        prop_assert_eq!(sample.len() as u32, size.min(count), "as many as were asked for, or all");
        prop_assert!(sample.is_sorted() && sample.iter().all(|case| among.contains(case)));
        prop_assert_eq!(how.among, count);
    }

    #[test]
    fn a_larger_sample_has_the_smaller_one_in_it(seed: u32, size in 1..40_u32) {
        let smaller: BTreeSet<_> = drawn(seed, size, cases(50)).into_iter().collect();
        let larger: BTreeSet<_> = drawn(seed, size + 1, cases(50)).into_iter().collect();
        prop_assert!(smaller.is_subset(&larger));
    }
}

/// Anybody can draw it again: `printf '7 2026/00003-a' | sha256sum`, and the lowest are drawn.
#[test]
fn the_rank_of_a_case_is_the_digest_of_seed_and_number() {
    let mut ranked = cases(20);
    ranked.sort_by_key(|case| Digest::of(format!("7 {case}").as_bytes()));
    let mut lowest = ranked[..5].to_vec();
    lowest.sort_unstable();
    assert_eq!(drawn(7, 5, cases(20)), lowest);
    assert_ne!(drawn(8, 5, cases(20)), lowest);
    let (how, _) = draw((7, 5), period(), cases(2)).expect("drawn");
    assert_eq!(how.list, Digest::of(b"2026/00001-a\n2026/00002-a\n"));
}

/// Over many seeds every case comes up about as often: a fifth of the time, give or take.
#[test]
fn no_case_is_left_out() {
    let mut count = [0_u32; 20];
    for seed in 0..1_000 {
        for case in drawn(seed, 4, cases(20)) {
            count[case.request.to_string()[5..].parse::<usize>().expect("a number") - 1] += 1;
        }
    }
    assert!(count.iter().all(|times| (140..=260).contains(times)), "{count:?}");
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let (from_on, to_on) = period();
    for (size, period, among, expected) in [
        (5, (to_on, from_on), cases(9), "date-order"),
        (0, period(), cases(9), "sample-does-not-fit"),
        (LARGEST_SAMPLE + 1, period(), cases(9), "sample-does-not-fit"),
        (5, period(), Vec::new(), "nothing-to-review"),
    ] {
        assert_eq!(code(draw((1, size), period, among)), expected);
    }
    assert_eq!(drawn(1, LARGEST_SAMPLE, cases(9)).len(), 9);
}

fn code<T: std::fmt::Debug>(result: Result<T, Vec<Refusal>>) -> &'static str {
    result.expect_err("refused")[0].code.id()
}

fn done(request: &mut Request, decision: Result<Decision, Vec<Refusal>>) {
    let events = decision.expect("allowed").events;
    events.iter().for_each(|event| request.apply(event, day("2026-02-10")));
}

fn a_draw(seed: u32) -> Draw {
    draw((seed, 1), period(), cases(1)).expect("drawn").0
}

/// A step of a review, by whoever takes it.
#[derive(Clone, Copy, Debug)]
enum Step {
    Drawn,
    Flag,
    Agree(ReviewedDate),
    Disagree(ReviewedDate),
    Holds,
    DoesNotHold,
    Answer,
    Decide,
}

fn take(request: &mut Request, step: Step) {
    let words = |number| (id(number), "Slik er det.".to_owned());
    let on = Some(day("2026-03-02"));
    let decision = match step {
        Step::Drawn => {
            let event = request.take_up_drawn(CASE, a_draw(request.version)).expect("not drawn so before");
            Ok(Decision { events: vec![event], contents: Vec::new() })
        }
        Step::Flag => request.flag_for_review(CASE, words(70)),
        Step::Agree(date) => request.view_date(CASE, date, on, None),
        Step::Disagree(date) => request.view_date(CASE, date, on, Some(words(71))),
        Step::Holds => request.view_pause(CASE, 1, None),
        Step::DoesNotHold => request.view_pause(CASE, 1, Some(words(72))),
        Step::Answer => request.answer_review(CASE, words(73)),
        Step::Decide => request.decide_review(CASE, ReviewOutcome::Stands, words(74)),
    };
    done(request, decision);
}

/// A case that was received on 2 February 2026 and has asked who the person is.
fn asked() -> Request {
    let mut request = opened(day("2026-02-02"));
    let asked = request.suspend(CASE, PauseGround::Identity, day("2026-02-04"), day("2026-02-18"), day("2026-02-10"));
    done(&mut request, asked);
    request
}

fn state(request: &Request) -> Option<&'static str> {
    request.case(CASE).and_then(|case| case.date_reviews.state()).map(ReviewState::id)
}

#[test]
fn where_a_review_stands_after_each_step() {
    use ReviewedDate::{Answer as Due, Refusal};
    use Step::{Agree, Answer, Decide, Disagree, DoesNotHold, Drawn, Flag, Holds};
    let table: &[(&[Step], Option<&str>, &str)] = &[
        (&[], None, "nobody has taken it up"),
        (&[Drawn], Some("skal-vurderes"), "drawn"),
        (&[Flag], Some("skal-vurderes"), "flagged"),
        (&[Agree(Due)], Some("ferdig"), "the officer takes a case up without being asked"),
        (&[Drawn, Agree(Due)], Some("ferdig"), "agreed"),
        (&[Drawn, Agree(Due), Flag], Some("skal-vurderes"), "taken up once more"),
        (&[Drawn, Agree(Due), Flag, Agree(Due)], Some("ferdig"), "and agreed once more"),
        (&[Drawn, Disagree(Due)], Some("venter-svar"), "not agreed"),
        (&[Drawn, Disagree(Due), Agree(Refusal)], Some("venter-svar"), "to agree with another date changes nothing"),
        (&[Drawn, Disagree(Due), Agree(Due)], Some("ferdig"), "the officer thinks again"),
        (&[Flag, DoesNotHold], Some("venter-svar"), "a pause as well"),
        (&[Flag, DoesNotHold, Holds], Some("ferdig"), "and thinks again"),
        (&[Flag, Disagree(Due), Answer], Some("venter-avgjorelse"), "answered: they differ still"),
        (&[Flag, Disagree(Due), Answer, Answer], Some("venter-avgjorelse"), "and answered once more"),
        (&[Flag, Disagree(Due), Answer, Agree(Due)], Some("ferdig"), "the answer convinces"),
        (
            &[Flag, Disagree(Due), Answer, Disagree(Due)],
            Some("venter-svar"),
            "it does not, and there is more to answer",
        ),
        (&[Flag, Disagree(Due), Answer, Decide], Some("ferdig"), "the lead decides"),
        (&[Flag, Disagree(Due), Answer, Decide, Disagree(Due)], Some("venter-svar"), "nobody instructs the officer"),
        (&[Flag, Disagree(Due), Answer, Decide, Flag], Some("skal-vurderes"), "taken up after a decision"),
    ];
    for (steps, expected, why) in table {
        let mut request = asked();
        steps.iter().for_each(|step| take(&mut request, *step));
        assert_eq!(state(&request), *expected, "{steps:?}: {why}");
        let row = &projection::rows(&request, None)[0];
        assert_eq!(row.review.map(ReviewState::id), *expected, "{steps:?}: the list says the same");
    }
}

#[test]
fn what_the_officer_said_stays_whatever_the_others_say() {
    let mut request = asked();
    let before = projection::rows(&request, None)[0].clone();
    for step in [Step::Flag, Step::Disagree(ReviewedDate::Answer), Step::Answer, Step::Decide] {
        take(&mut request, step);
    }
    let reviews = &request.case(CASE).expect("a case").date_reviews;
    let view = View { of: Reviewed::Date { date: ReviewedDate::Answer, on: day("2026-03-02") }, against: Some(id(71)) };
    assert_eq!(reviews.views.iter().map(|entered| entered.what).collect::<Vec<_>>(), [view]);
    assert_eq!(reviews.decisions.len(), 1);
    let after = projection::CaseRow { review: None, ..projection::rows(&request, None)[0].clone() };
    assert_eq!(after, before, "a review moves none of the case's dates");
}

#[test]
fn what_may_not_happen_in_a_review() {
    let words = || (id(70), "Slik er det.".to_owned());
    let mut request = asked();
    assert_eq!(code(request.answer_review(CASE, words())), "nothing-open");
    assert_eq!(code(request.decide_review(CASE, ReviewOutcome::Stands, words())), "nothing-open");
    assert_eq!(code(request.view_date(CASE, ReviewedDate::Answer, None, None)), "no-such-date-of-case");
    for pause in [0, 2, u32::MAX] {
        assert_eq!(code(request.view_pause(CASE, pause, None)), "no-such-pause");
    }
    take(&mut request, Step::Disagree(ReviewedDate::Refusal));
    assert_eq!(code(request.decide_review(CASE, ReviewOutcome::Corrected, words())), "review-unanswered");
    take(&mut request, Step::Agree(ReviewedDate::Answer));
    let on = Some(day("2026-03-02"));
    assert_eq!(code(request.view_date(CASE, ReviewedDate::Answer, on, None)), "already-recorded");
    assert!(request.view_date(CASE, ReviewedDate::Answer, Some(day("2026-03-09")), None).is_ok(), "a date that moved");
    let draw = a_draw(7);
    let event = request.take_up_drawn(CASE, draw).expect("drawn");
    request.apply(&event, day("2026-02-10"));
    assert_eq!(request.take_up_drawn(CASE, draw), None, "the same draw once more");
    assert!(request.take_up_drawn(CASE, a_draw(8)).is_some());
}

#[test]
fn every_date_that_is_computed_can_be_reviewed() {
    let (today, of) = (day("2026-02-10"), |request: &Request| projection::rows(request, None)[0].clone());
    let open = of(&opened(day("2026-02-02"))).reviewable(today);
    let expected = [
        (ReviewedDate::Answer, "2026-03-02"),
        (ReviewedDate::ExtensionNotice, "2026-03-02"),
        (ReviewedDate::Refusal, "2026-03-02"),
        (ReviewedDate::InterimReply, "2026-03-02"),
    ];
    assert_eq!(open, expected.map(|(date, on)| (date, day(on))));
    let waits = of(&asked()).reviewable(today);
    assert_eq!(waits, [(ReviewedDate::InterimReply, day("2026-03-02"))], "the clock stands still");
}

#[test]
fn a_late_question_speaks_for_a_review() {
    let doubts = |asked_on: &str| {
        let mut request = opened(day("2026-02-02"));
        let today = day("2026-02-20");
        let asked = request.suspend(CASE, PauseGround::Identity, day(asked_on), day("2026-02-27"), today);
        done(&mut request, asked);
        projection::rows(&request, None)[0].date_doubts(today)
    };
    assert_eq!(doubts("2026-02-07"), []);
    assert_eq!(doubts("2026-02-08"), [DateDoubt::AskedLate]);
}

#[test]
fn what_is_told_of_a_review_stands_in_three_languages() {
    let of = [Reviewed::Date { date: ReviewedDate::Answer, on: day("2026-03-02") }, Reviewed::Pause(2)];
    let views = of.into_iter().flat_map(|of| [None, Some(id(70))].map(|against| View { of, against }));
    let steps = [DateReviewStep::Drawn(a_draw(7)), DateReviewStep::Flagged { reason: id(70) }]
        .into_iter()
        .chain(views.map(DateReviewStep::Viewed))
        .chain([DateReviewStep::Answered { text: id(70) }])
        .chain(ReviewOutcome::ALL.map(|outcome| DateReviewStep::Decided { outcome, text: id(70) }));
    let told = (steps.map(|step| step.told()))
        .chain(ReviewState::ALL.map(ReviewState::label))
        .chain(ReviewedDate::ALL.map(ReviewedDate::label))
        .chain(DateDoubt::ALL.map(DateDoubt::told))
        .chain([REVIEW_DOUBT]);
    let shown: Vec<String> = told.map(|words| format!("{}\n  {}\n  {}\n", words.nb, words.nn, words.en)).collect();
    insta::assert_snapshot!(shown.concat());
}
