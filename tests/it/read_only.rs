//! The data protection officer reads and changes nothing: every use case, tried in that role against a whole record.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use personvernsak::adapter::exchange::{FileReader, TableReader};
use personvernsak::adapter::pdf::{PdfDrawer, PdfReader, PdfRedactor};
use personvernsak::adapter::store::{LockedStore, Passphrase};
use personvernsak::adapter::system::{FixedClock, FreshIdentifiers, SystemFileSystems, SystemRandomness};
use personvernsak::api::session;
use personvernsak::casework::access::{Permission, Role, RoleRefused, User};
use personvernsak::casework::ids::{CaseNumber, DocumentNumber};
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::projection::{ReminderKind, Supposition};
use personvernsak::casework::request::{
    BreachAspect, CheckResult, ComplaintKind, ComplaintOutcome, ComplaintView, Confirmation, DeliveryReport,
    DeliveryStep, FileOrigin, MeasureFor, MeasureId, ReopenGround, ReportUse, ReviewOutcome, TieKind, WrongEntry,
};
use personvernsak::law::deadline::{ExtensionReason, Months, PauseGround};
use personvernsak::law::identity::IdentityNumber;
use personvernsak::law::register::Unit;
use personvernsak::law::rights::Outcome;
use personvernsak::usecase::{
    BatchRequest, BreachNews, BroughtBreach, BroughtComplaint, BroughtFile, BulkAction, BulkDone, LetterRequest,
    NewAbsence, NewSettings, Problem, Readers, TaskToAsk, WantedRedaction, Workplace,
};

use crate::cli_case::office::{Office, PASSPHRASE};
use crate::cli_case::sample_02;

const NOW: &str = "2026-02-03T10:00:00Z";
const OFFICER: &str = "Ida Moen";

fn case() -> CaseNumber {
    "2026/00001-a".parse().expect("a number")
}

fn document() -> DocumentNumber {
    "2026/00001-2".parse().expect("a number")
}

fn day() -> NaiveDate {
    "2026-02-03".parse().expect("a date")
}

fn why() -> String {
    "Slik er det.".to_owned()
}

fn letter() -> LetterRequest {
    LetterRequest {
        cases: vec![case()],
        kind: LetterKind::Acknowledgement,
        fields: Default::default(),
        send: None,
        to: None,
        copies: Vec::new(),
        dated_on: None,
        corrects: None,
    }
}

fn batch() -> BatchRequest {
    BatchRequest { cases: vec![case()], kind: LetterKind::Acknowledgement, fields: Default::default() }
}

fn file() -> BroughtFile {
    BroughtFile { ending: "txt".to_owned(), bytes: b"Et vedlegg.".to_vec() }
}

fn number() -> IdentityNumber {
    IdentityNumber::parse("04875421129").expect("a number")
}

/// A use case, and an attempt at it.
type Attempt = (&'static str, fn(&mut Workplace<'_>) -> Result<(), Problem>);

/// Everything that changes something which is not the officer's. A new use case goes here, unless it changes nothing.
fn changes() -> Vec<Attempt> {
    vec![
        ("enter_absence", |work| {
            let (name, substitute) = ("administrator".to_owned(), "administrator".to_owned());
            work.enter_absence(NewAbsence { name, from_on: day(), to_on: day(), substitute })
        }),
        ("end_absence", |work| work.end_absence("administrator")),
        ("hand_over_all", |work| work.hand_over_all("administrator", "administrator").map(drop)),
        ("reopen_case", |work| work.reopen_case(case(), ReopenGround::OurError, why(), None).map(drop)),
        ("register_complaint", |work| {
            let brought = BroughtComplaint {
                kind: ComplaintKind::Authority,
                received_on: day(),
                posted_on: None,
                reply_by_on: None,
                about: why(),
            };
            work.register_complaint(case(), brought, None).map(drop)
        }),
        ("consider_complaint", |work| {
            work.consider_complaint(case(), 1, (ComplaintView::Uphold, None), why(), None).map(drop)
        }),
        ("reply_to_complaint", |work| work.reply_to_complaint(case(), 1, day(), why(), None).map(drop)),
        ("decide_complaint", |work| {
            work.decide_complaint(case(), 1, (ComplaintOutcome::ALL[0], day()), why(), None).map(drop)
        }),
        ("ask_approval", |work| work.ask_approval(&letter(), None).map(drop)),
        ("approve", |work| work.approve(case(), None).map(drop)),
        ("send_back", |work| work.send_back(case(), why(), None).map(drop)),
        ("look_into", |work| work.look_into(&file()).map(drop)),
        ("attach", |work| work.attach(case(), file(), why(), FileOrigin::Person, None).map(drop)),
        ("retitle_attachment", |work| work.retitle_attachment(case(), 1, why(), None).map(drop)),
        ("remove_attachment", |work| work.remove_attachment(case(), 1, why(), None).map(drop)),
        ("attachment_as_report", |work| work.attachment_as_report(case(), 1, None, None).map(drop)),
        ("check_letters", |work| work.check_letters(&batch()).map(drop)),
        ("issue_letters", |work| work.issue_letters(&batch(), &mut |_, _| Ok(()), &mut |_| true).map(drop)),
        ("register_breach", |work| {
            let (aware_at, aspects) = (work.now(), vec![BreachAspect::Integrity]);
            let brought = BroughtBreach { aware_at, aspects, about: why(), reference: None };
            work.register_breach(case(), brought, None).map(drop)
        }),
        ("breach_next", |work| {
            let news = BreachNews::Referred("AVVIK-1".parse().expect("a reference"));
            work.breach_next(case(), 1, news, None).map(drop)
        }),
        ("may_do", |work| work.may_do(&BulkAction::Close)),
        ("check_one", |work| work.check_one(case(), &BulkAction::Close)),
        ("do_one", |work| work.do_one(case(), &BulkAction::Close).map(drop)),
        ("take_back", |work| work.take_back(BulkDone { case: case(), version: 2 }, why())),
        ("assign", |work| work.assign(case(), "administrator", None).map(drop)),
        ("record_check", |work| {
            work.record_check(case(), "identitet", CheckResult::Yes, None, Confirmation::default(), None).map(drop)
        }),
        ("suspend", |work| work.suspend(case(), PauseGround::Identity, day(), day(), None).map(drop)),
        ("resume", |work| work.resume(case(), None, day(), None).map(drop)),
        ("note", |work| work.note(case(), why(), None, None).map(drop)),
        ("add_measure", |work| work.add_measure(case(), MeasureFor::ALL[0], why(), None).map(drop)),
        ("settle_measure", |work| {
            let measure: MeasureId = "1".parse().expect("a measure");
            work.settle_measure(case(), measure, None, why(), None).map(drop)
        }),
        ("give_archive_number", |work| work.give_archive_number(case(), why(), None).map(drop)),
        ("decide", |work| work.decide(case(), Outcome::Granted, why(), Vec::new(), Vec::new(), None).map(drop)),
        ("extend", |work| work.extend(case(), ExtensionReason::ALL[0], why(), day(), None).map(drop)),
        ("forward", |work| work.forward(case(), None).map(drop)),
        ("withdraw", |work| work.withdraw(case(), day(), None).map(drop)),
        ("correct_person", |work| {
            work.correct_person::<Problem>(case(), None, |person| Ok((person.clone(), None))).map(drop)
        }),
        ("close", |work| work.close(case(), None).map(drop)),
        ("record_delivery", |work| {
            let report = DeliveryReport { letter: 2, to: None, on: day(), what: DeliveryStep::Unopened };
            work.record_delivery(document(), report, None).map(drop)
        }),
        ("issue_letter", |work| work.issue_letter(&letter(), None).map(drop)),
        ("issue_letter_to", |work| work.issue_letter_to(&letter(), None, &mut |_| Ok(())).map(drop)),
        ("keep_draft", |work| work.keep_draft(&letter()).map(drop)),
        ("link_number", |work| work.link_number(case(), number(), why(), None).map(drop)),
        ("unlink_number", |work| work.unlink_number(case(), 1, why(), None).map(drop)),
        ("change_representative", |work| work.change_representative(case(), None, why(), None).map(drop)),
        ("change_other_parent", |work| work.change_other_parent(case(), None, why(), None).map(drop)),
        ("hear_child", |work| work.hear_child(case(), day(), None, why(), None).map(drop)),
        ("review_in_force", |work| work.review_in_force(case(), None, day(), None, None).map(drop)),
        ("lift", |work| work.lift(case(), day(), why(), None).map(drop)),
        ("redact", |work| {
            let wanted = WantedRedaction { of: 1, boxes: Vec::new(), words: Vec::new() };
            work.redact(case(), &wanted, None, None).map(drop)
        }),
        ("accept_what_if", |work| {
            let received = vec![(case().request, day())];
            let supposed =
                Supposition { holidays: Vec::new(), not_holidays: Vec::new(), received, months: Months::LAW };
            let shown = work.what_if(&supposed)?.digest;
            work.accept_what_if(&supposed, shown, &why()).map(drop)
        }),
        ("register_many", |work| work.register_many(Vec::new()).map(drop)),
        ("may_register", |work| work.may_register()),
        ("put_off", |work| work.put_off(case(), ReminderKind::Answer, day())),
        ("add_report", |work| work.add_report(case(), file(), why(), ReportUse::ALL[0], None).map(drop)),
        ("remove_report", |work| work.remove_report(case(), 1, None).map(drop)),
        ("answer_review", |work| work.answer_review(case(), why(), None).map(drop)),
        ("decide_review", |work| work.decide_review(case(), ReviewOutcome::Stands, why(), None).map(drop)),
        ("remove_user", |work| work.remove_user("administrator", false).map(drop)),
        ("decide_for_office", |work| work.decide_for_office(NewSettings::default())),
        ("back_up", |work| work.back_up(Path::new("kopi"), &SystemFileSystems).map(drop)),
        ("tie", |work| work.tie(case(), case(), TieKind::Together, why(), None).map(drop)),
        ("ask_task", |work| {
            let task = TaskToAsk { unit: Unit::ALL[0], text: why(), asked_on: day(), due_on: day(), owner: None };
            work.ask_task(case(), task, None).map(drop)
        }),
        ("remind_task", |work| work.remind_task(case(), 1, day(), day(), None).map(drop)),
        ("give_task", |work| work.give_task(case(), 1, "administrator", None).map(drop)),
        ("answer_task", |work| work.answer_task(case(), 1, day(), why(), None).map(drop)),
        ("drop_task", |work| work.drop_task(case(), 1, why(), None).map(drop)),
        ("correct_entry", |work| work.correct_entry(case(), WrongEntry::Extension, why(), None).map(drop)),
    ]
}

/// What only looks. `register` and `would_register` take a whole request, and are tried from outside below.
const LOOKS: [&str; 45] = [
    "absences",
    "access_log",
    "attachment",
    "attachment_words",
    "back_test",
    "cases_of_person",
    "cases_of_reference",
    "check_redaction",
    "compose_letter",
    "count_earlier",
    "counts",
    "date_reviews",
    "deadlines",
    "deadlines_between",
    "draft",
    "due",
    "due_days",
    "earlier",
    "export_letter",
    "figures",
    "find_request",
    "forecast",
    "issued_letter",
    "list_choice",
    "my_tasks",
    "now",
    "open_case",
    "own_names",
    "pending_letters",
    "period_figures",
    "preview_letter",
    "protocol",
    "preview_redaction",
    "register",
    "reminders",
    "same_breaches",
    "search",
    "show_case",
    "show_request",
    "similar",
    "today",
    "views",
    "what_if",
    "work_list",
    "would_register",
];

/// What is the officer's own: the review, the inbox, and how lists look.
const OWN: [&str; 18] = [
    "choose_list",
    "close_enquiry",
    "delete_view",
    "draw_reviews",
    "enquiries",
    "enquiry",
    "enquiry_to_pass_on",
    "erase_enquiry",
    "flag_for_review",
    "keep_enquiries_for",
    "make_recovery_code",
    "note_enquiry",
    "open_inbox_with_code",
    "pass_on_enquiry",
    "receive_enquiry",
    "save_view",
    "view_date",
    "view_pause",
];

/// An office with a request, a letter and an officer.
fn office() -> Office {
    let office = sample_02::office();
    let file = office.argument("brev.pdf");
    office.done(&["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", &file]);
    office.let_in(OFFICER, "personvernombud");
    office
}

/// Does something as the officer.
fn as_officer<T>(office: &Office, work: impl FnOnce(&mut Workplace<'_>) -> T) -> T {
    let locked = LockedStore::open(&office.path("lager"), &SystemFileSystems).expect("a store");
    let passphrase = Passphrase::new(&format!("{PASSPHRASE} {OFFICER}"));
    let mut store = locked.unlock(OFFICER, &passphrase, Box::new(SystemRandomness)).expect("unlocked");
    let clock = || FixedClock::at(NOW.parse().expect("an instant"));
    let user = User { name: OFFICER.to_owned(), role: Role::Ombudsman, cleared: false };
    let rules = session::rules("helsedirektoratet").expect("rules");
    work(&mut Workplace {
        store: &mut store,
        clock: &clock(),
        identifiers: &mut FreshIdentifiers::new(Box::new(clock()), Box::new(SystemRandomness)),
        drawer: &PdfDrawer,
        readers: Readers { pdf: &PdfReader, tables: &TableReader, files: &FileReader, redactor: &PdfRedactor },
        rules: &rules,
        user: &user,
    })
}

#[test]
fn the_officer_is_refused_everything_that_changes_something() {
    let office = office();
    let before = office.show("2026/00001-a")["version"].clone();
    as_officer(&office, |work| {
        for (name, attempt) in changes() {
            let refused = attempt(work);
            let by_role = matches!(refused, Err(Problem::Role(RoleRefused { role: Role::Ombudsman, .. })));
            assert!(by_role, "{name}: {refused:?}");
        }
    });
    let request = sample_02::request().to_string();
    office.refused_as(OFFICER, &["request", "register", &office.write("henvendelse.json", &request)], 3);
    let added = ["user", "add", "Nils Dahl", "--role", "saksbehandler", "--new-passphrase-file"];
    office.refused_as(OFFICER, &[&added[..], &[&office.argument("passfrase")]].concat(), 3);
    assert_eq!(office.show("2026/00001-a")["version"], before, "nothing was changed");
    office.is_whole();
}

/// The officer's own permissions are nobody else's, and of the others the officer has none but to read.
#[test]
fn what_is_the_officers_alone() {
    let all = [
        (Permission::Read, true),
        (Permission::ReadAccessLog, true),
        (Permission::ReviewDates, true),
        (Permission::OfficersInbox, true),
        (Permission::FlagDates, true),
        (Permission::Foresee, true),
        (Permission::ReadFigures, true),
        (Permission::ChangeCases, false),
        (Permission::Approve, false),
        (Permission::ManageUsers, false),
        (Permission::GrantMore, false),
        (Permission::ReplaceCatalogue, false),
        (Permission::DecideForOffice, false),
        (Permission::DecideReview, false),
        (Permission::AcceptMoves, false),
        (Permission::BackUp, false),
    ];
    for (permission, may) in all {
        assert_eq!(Role::Ombudsman.may(permission), may, "{permission:?}");
    }
    for role in [Role::Caseworker, Role::Lead, Role::Administrator] {
        assert!(!role.may(Permission::ReviewDates) && !role.may(Permission::OfficersInbox), "{role}");
        for leads in [Permission::DecideReview, Permission::AcceptMoves] {
            assert_eq!(role.may(leads), role == Role::Lead, "{role}");
        }
    }
}

/// No use case is forgotten: each stands in one of the lists above.
#[test]
fn every_use_case_is_among_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/usecase");
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = fs::read_to_string(path).expect("text");
        for own in text.split("\nimpl Workplace<'_> {\n").skip(1) {
            let own = own.split("\n}\n").next().unwrap_or_default();
            let names = own.lines().filter_map(|line| line.strip_prefix("    pub fn "));
            found.extend(names.map(|rest| rest.split(['(', '<']).next().unwrap_or_default().to_owned()));
        }
    }
    let listed: Vec<&str> = changes().iter().map(|(name, _)| *name).chain(LOOKS).chain(OWN).collect();
    let known: BTreeSet<String> = listed.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(known.len(), listed.len(), "one list for each");
    assert_eq!(found, known);
}
