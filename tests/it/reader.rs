//! The personvernombud reads and changes nothing (GDPR Art. 38 and 39): every command of the desk is in one of three lists, and
//! each that changes something refuses the role.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use personvernsak::api::access_log::AccessLogInput;
use personvernsak::api::deadlines::{DeadlinesExport, ReportInput};
use personvernsak::api::desk::{
    Brought, BulkEntry, CalendarFileKeep, CalendarFileStop, CaseAttach, Desk, RequestInput,
};
use personvernsak::api::import::ImportInput;
use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};
use personvernsak::api::{Exit, Failure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const PASSPHRASE: &str = "blåbær på tur i fjellet";
const NOW: &str = "2026-02-27T09:00:00+01:00";
const CASE: &str = "2026/00001-a";

/// What belongs to a store before anybody works in it, or to the clock of a test store.
const BEFORE_WORK: [&str; 6] = ["new", "on", "store_create", "store_restore", "travel_to", "store_tidy"];

/// The officer's own: what the officer thinks of dates, and the officer's inbox. `read_only` tries them beside everything else.
const OWN: [&str; 13] = [
    "ombud_receive",
    "ombud_list",
    "ombud_show",
    "ombud_note",
    "ombud_close",
    "ombud_to_request",
    "ombud_erase",
    "ombud_retention",
    "ombud_recovery_code",
    "ombud_recover",
    "review_draw",
    "review_flag",
    "review_say",
];

/// A command, and how it is called.
type Command = (&'static str, Box<dyn Fn(&mut Desk) -> Result<(), Failure>>);

fn command<Input: DeserializeOwned + 'static, Answer>(
    name: &'static str,
    input: Value,
    call: impl Fn(&mut Desk, &Input) -> Result<Answer, Failure> + 'static,
) -> Command {
    let input: Input = serde_json::from_value(input).expect("an input that the desk takes");
    (name, Box::new(move |desk| call(desk, &input).map(drop)))
}

fn plain<Answer>(name: &'static str, call: impl Fn(&mut Desk) -> Result<Answer, Failure> + 'static) -> Command {
    (name, Box::new(move |desk| call(desk).map(drop)))
}

fn request() -> Value {
    json!({ "draft": {
        "received_on": "2026-02-02", "channel": "brev", "language": "nb",
        "person": {"name": "Torleiv Kvamsdal", "identity_number": "13846107759",
                   "address": {"lines": ["Sjøgata 12", "6700 Måløy"], "country": "NO"}},
        "text": "Jeg ber om at dette slettes.",
        "demands": [{"register": "kpr", "right": "sletting", "grounds": "Det tynger meg."}],
    } })
}

fn letter() -> Value {
    json!({ "cases": [CASE], "kind": "acknowledgement", "fields": {} })
}

fn letters() -> Value {
    json!({ "cases": [CASE], "kind": "acknowledgement", "fields": {} })
}

/// A box over the first lines of the file that is attached to the case.
fn redaction() -> Value {
    let covered =
        json!({ "page": 1, "left": 0.0, "top": 0.0, "width": 300.0, "height": 200.0, "ground": "popplyl-16-1-a" });
    json!({ "case": CASE, "file": 1, "boxes": [covered] })
}

fn words() -> Brought {
    Brought::Bytes { ending: "txt".to_owned(), bytes: b"Ord".to_vec() }
}

fn text_file() -> CaseAttach {
    attached(words())
}

fn attached(file: Brought) -> CaseAttach {
    let (title, from) = ("Vedlegg".to_owned(), "innhentet".to_owned());
    CaseAttach { case: CASE.to_owned(), file, title, from, if_version: None }
}

/// Every command that changes the record, the users or what lies beside them. `draft` is a letter that a caseworker began.
fn changes(draft: &str) -> Vec<Command> {
    let draft = draft.to_owned();
    let case = |more: Value| {
        let mut input = json!({ "case": CASE });
        input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        input
    };
    vec![
        command("request_register", request(), Desk::request_register),
        command(
            "deadline_accept",
            json!({ "supposed": { "received": [{ "number": CASE, "on": "2026-02-01" }] }, "digest": "0".repeat(64), "reason": "Feil." }),
            Desk::deadline_accept,
        ),
        plain("request_file_add", |desk| desk.request_file_add(words())),
        command("import_open", json!({ "file": "README.md", "dry_run": true }), Desk::import_open),
        command("import", json!({ "file": "README.md", "dry_run": true }), |desk: &mut Desk, input: &ImportInput| {
            desk.import(input, &mut |_| true)
        }),
        plain("import_next", Desk::import_next),
        plain("import_refused", |desk| desk.import_refused(Path::new("README.md"))),
        command("bulk_open", json!({ "action": "close", "cases": [CASE] }), Desk::bulk_open),
        plain("bulk_check", Desk::bulk_check),
        plain("bulk_run", Desk::bulk_run),
        plain("bulk_undo", Desk::bulk_undo),
        plain("bulk_entries", Desk::bulk_entries),
        plain("bulk_take_up", |desk| desk.bulk_take_up(&[BulkEntry { case: CASE.to_owned(), version: 3 }])),
        command("case_assign", case(json!({ "to": "Kari Myhre" })), Desk::case_assign),
        command("case_take", case(json!({})), Desk::case_take),
        command(
            "case_task_ask",
            case(json!({ "unit": "kommune", "text": "Hva sier journalen?", "due_on": "2026-03-06" })),
            Desk::case_task_ask,
        ),
        command("case_task_change", case(json!({ "task": 1, "what": "drop", "note": "Nei." })), Desk::case_task_change),
        command("case_correct", case(json!({ "suspension": 1, "reason": "Feil sak." })), Desk::case_correct),
        command(
            "absence_enter",
            json!({ "name": "Kari Myhre", "from": "2026-03-02", "to": "2026-03-06", "substitute": "Eva Li" }),
            Desk::absence_enter,
        ),
        command("absence_end", json!({ "name": "Kari Myhre" }), Desk::absence_end),
        command(
            "reminder_put_off",
            json!({ "case": CASE, "kind": "svar-uteblitt", "until": "2026-03-02" }),
            Desk::reminder_put_off,
        ),
        command("hand_over", json!({ "from": "Kari Myhre", "to": "Eva Li" }), Desk::hand_over),
        command("case_check", case(json!({ "id": "begrunnelse", "result": "ja" })), Desk::case_check),
        command(
            "case_suspend",
            case(json!({ "ground": "identitet", "on": "2026-02-27", "reply_by": "2026-03-13" })),
            Desk::case_suspend,
        ),
        command("case_resume", case(json!({ "on": "2026-02-27" })), Desk::case_resume),
        command("review_reply", case(json!({ "text": "Datoen er riktig." })), Desk::review_reply),
        command(
            "review_decide",
            case(json!({ "outcome": "blir-staende", "text": "Datoen er riktig." })),
            Desk::review_decide,
        ),
        command("case_note", case(json!({ "text": "Et notat." })), Desk::case_note),
        command("case_decide", case(json!({ "outcome": "avvist", "reasons": "Fordi." })), Desk::case_decide),
        command("case_close", case(json!({})), Desk::case_close),
        command("case_tie", case(json!({ "of": "2026/00002-a", "how": "sammen", "reason": "Fordi." })), Desk::case_tie),
        command(
            "case_complaint",
            case(json!({ "kind": "datatilsynet", "received": "2026-02-27", "about": "Svaret." })),
            Desk::case_complaint,
        ),
        command(
            "complaint_next",
            case(json!({ "complaint": 1, "step": "svart", "on": "2026-02-27", "note": "Sendt." })),
            Desk::complaint_next,
        ),
        command(
            "case_breach",
            case(json!({ "aware": "2026-02-26T14:30", "concerns": ["integritet"], "about": "Feil i registeret." })),
            Desk::case_breach,
        ),
        command(
            "breach_next",
            case(json!({ "breach": 1, "step": "referanse", "reference": "117" })),
            Desk::breach_next,
        ),
        command("case_reopen", case(json!({ "ground": "ny-opplysning", "reason": "Fordi." })), Desk::case_reopen),
        plain("case_attach", |desk| desk.case_attach(text_file())),
        command("case_attachment_title", case(json!({ "file": 1, "title": "Navn" })), Desk::case_attachment_title),
        command(
            "case_attachment_remove",
            case(json!({ "file": 1, "reason": "Feil sak." })),
            Desk::case_attachment_remove,
        ),
        command("case_attachment_report", case(json!({ "file": 1 })), Desk::case_attachment_report),
        command("case_redact_check", redaction(), Desk::case_redact_check),
        command("case_redact_preview", redaction(), Desk::case_redact_preview),
        command("case_redact", redaction(), Desk::case_redact),
        command("case_approve", case(json!({})), Desk::case_approve),
        command("case_send_back", case(json!({ "reason": "Rett datoen." })), Desk::case_send_back),
        command("letter_ask_approval", letter(), Desk::letter_ask_approval),
        command(
            "case_report_add",
            case(json!({ "file": "README.md", "title": "Rapport", "used_as": "rapport" })),
            Desk::case_report_add,
        ),
        command("case_report_remove", case(json!({ "report": 1 })), Desk::case_report_remove),
        command(
            "letter_delivery",
            json!({ "letter": "2026/00001-2", "what": "delivered", "on": "2026-02-27", "by": "kvittering" }),
            Desk::letter_delivery,
        ),
        command(
            "case_extend",
            case(json!({ "reason": "antall", "text": "Mange krav.", "expected": "2026-04-20" })),
            Desk::case_extend,
        ),
        command("case_forward", case(json!({})), Desk::case_forward),
        command("case_withdraw", case(json!({ "on": "2026-02-27" })), Desk::case_withdraw),
        command(
            "case_person",
            case(json!({ "update": { "identity": { "status": "confirmed", "method": "brev", "on": "2026-02-27" } } })),
            Desk::case_person,
        ),
        command(
            "case_link_number",
            case(json!({ "number": "13846120100", "reason": "Samme person." })),
            Desk::case_link_number,
        ),
        command("case_unlink_number", case(json!({ "place": 1, "reason": "En annen." })), Desk::case_unlink_number),
        command("case_other_parent", case(json!({ "reason": "Folkeregisteret." })), Desk::case_other_parent),
        command("case_representative", case(json!({ "reason": "Fullmakten er trukket." })), Desk::case_representative),
        command("case_hear_child", case(json!({ "on": "2026-02-27", "text": "Hørt." })), Desk::case_hear_child),
        command("case_review", case(json!({ "next": "2027-02-27" })), Desk::case_review),
        command("case_lift", case(json!({ "on": "2026-02-27", "reason": "Grunnen er borte." })), Desk::case_lift),
        command(
            "case_measure_add",
            case(json!({ "to": "mottaker", "text": "Si fra til sykehuset." })),
            Desk::case_measure_add,
        ),
        command(
            "case_measure_settle",
            case(json!({ "measure": "gjennomforing", "done_on": "2026-02-27", "note": "Utført." })),
            Desk::case_measure_settle,
        ),
        command("case_archive_number", case(json!({ "number": "2026/1234" })), Desk::case_archive_number),
        command("letter_draft", letter(), Desk::letter_draft),
        command("letters_check", letters(), Desk::letters_check),
        command("letters_issue", letters(), Desk::letters_issue),
        plain("letters_issue_to", |desk| {
            let wanted = serde_json::from_value(letters()).expect("an input");
            desk.letters_issue_to(&wanted, &mut |_, _| Ok(()), &mut |_| true)
        }),
        command("letter_issue", letter(), Desk::letter_issue),
        plain("letter_issue_to", |desk| {
            desk.letter_issue_to(&serde_json::from_value(letter()).expect("an input"), &mut |_| Ok(()))
        }),
        plain("letter_issue_draft", move |desk| desk.letter_issue_draft(&draft, None, &mut |_| Ok(()))),
        plain("store_rebuild", Desk::store_rebuild),
        plain("catalogue_install", |desk| desk.catalogue_install(Path::new("katalog"))),
        plain("catalogue_reset", Desk::catalogue_reset),
        command("letter_texts_install", json!({ "folder": "brevtekster" }), Desk::letter_texts_install),
        plain("letter_texts_reset", Desk::letter_texts_reset),
        command("settings_set", json!({ "internal_days": 5 }), Desk::settings_set),
        command("store_backup", json!({ "folder": "kopi", "dated": false }), Desk::store_backup),
        command(
            "user_add",
            json!({ "name": "Eva Li", "role": "saksbehandler", "passphrase": PASSPHRASE }),
            Desk::user_add,
        ),
        command("user_remove", json!({ "name": "administrator" }), Desk::user_remove),
    ]
}

/// Every command that only shows something. What shows a person is entered in the log of readings.
fn reads() -> Vec<Command> {
    let issued = || json!({ "letter": "2026/00001-2" });
    vec![
        plain("session_state", Desk::session_state),
        plain("organisations", Desk::organisations),
        plain("registers", Desk::registers),
        command("register_show", json!({ "register": "kpr" }), Desk::register_show),
        plain("settings_show", Desk::settings_show),
        command("preferences_set", json!({ "language": "nn" }), Desk::preferences_set),
        command("unsaved_keep", json!({ "key": "note", "text": "Ord" }), Desk::unsaved_keep),
        plain("unsaved_list", Desk::unsaved_list),
        command("unsaved_discard", json!({ "key": "note" }), Desk::unsaved_discard),
        // What somebody keeps of their own list is no part of the record.
        plain("views", Desk::views),
        command(
            "view_save",
            json!({ "name": "Forfalt", "shared": false, "filters": { "overdue": true } }),
            Desk::view_save,
        ),
        command("view_delete", json!({ "name": "Forfalt" }), Desk::view_delete),
        command("list_choose", json!({ "sort": "received" }), Desk::list_choose),
        command("letter_texts_check", json!({ "folder": "brevtekster" }), Desk::letter_texts_check),
        plain("store_status", Desk::store_status),
        plain("store_verify", |desk| desk.store_verify(None)),
        plain("user_list", Desk::user_list),
        command("request_preview", request(), Desk::request_preview),
        command("request_show", json!({ "request": "2026/00001" }), Desk::request_show),
        command("case_list", json!({}), Desk::case_list),
        command("bulk_cases", json!({}), Desk::bulk_cases),
        plain("bulk_close", |desk| {
            desk.bulk_close();
            Ok(())
        }),
        plain("import_close", |desk| {
            desk.import_close();
            Ok(())
        }),
        command("request_file_discard", json!({ "id": "00000000-0000-0000-0000-000000000001" }), |desk, input| {
            desk.request_file_discard(input)
        }),
        command("request_files", json!({ "ids": [] }), Desk::request_files),
        command("request_earlier", request(), Desk::request_earlier),
        command("request_similar", request(), Desk::request_similar),
        command("case_similar", json!({ "case": CASE }), Desk::case_similar),
        command("case_attachment_bytes", json!({ "case": CASE, "file": 1 }), Desk::case_attachment_bytes),
        command("case_attachment_preview", json!({ "case": CASE, "file": 1 }), Desk::case_attachment_preview),
        command("case_attachment_words", json!({ "case": CASE, "file": 1 }), Desk::case_attachment_words),
        plain("redaction_grounds", Desk::redaction_grounds),
        command("case_show", json!({ "case": CASE }), Desk::case_show),
        command("letter_compose", letter(), Desk::letter_compose),
        command("letter_preview", letter(), Desk::letter_preview),
        command("letter_pdf", issued(), Desk::letter_pdf),
        command("letter_export", issued(), Desk::letter_export),
        plain("access_log", |desk| desk.access_log(&AccessLogInput { number: Some(CASE.to_owned()) })),
        plain("task_list", Desk::task_list),
        command("review_list", json!({ "open": true }), Desk::review_list),
        plain("reminders", Desk::reminders),
        plain("colleagues", Desk::colleagues),
        plain("deadline_figures", Desk::deadline_figures),
        // One request is too short a history; the role is asked for before.
        command("deadline_forecast", json!({}), |desk: &mut Desk, input| {
            match desk.deadline_forecast(input, &mut |_| {}) {
                Err(failure) if failure.code == "too-little-history" => Ok(()),
                forecast => forecast.map(drop),
            }
        }),
        command("deadline_back_test", json!({}), Desk::deadline_back_test),
        command("deadline_what_if", json!({ "holidays": [{ "on": "2026-03-31" }] }), Desk::deadline_what_if),
        command("due_days", json!({ "register": "kpr" }), Desk::due_days),
        command("deadlines_csv", json!({ "figure": "ubesvart" }), |desk: &mut Desk, input: &DeadlinesExport| {
            desk.deadlines_csv(input)
        }),
        command("deadline_calendar", json!({ "register": "npr" }), Desk::deadline_calendar),
        plain("calendar_files", Desk::calendar_files),
        // A file of one's own, as one could save it oneself.
        plain("calendar_file_keep", |desk| {
            let given = own_calendar(desk)?;
            desk.calendar_file_keep(&given)
        }),
        plain("calendar_file_ready", |desk| {
            let given = own_calendar(desk)?;
            desk.calendar_file_ready(&given).map(drop)
        }),
        plain("calendar_file_kept", |desk| {
            let given = own_calendar(desk)?;
            let written = desk.calendar_file_ready(&given)?.write(|| true);
            desk.calendar_file_kept(&written)
        }),
        plain("calendar_files_update", Desk::calendar_files_update),
        plain("calendar_files_again", |desk| {
            desk.calendar_files_again();
            Ok(())
        }),
        plain("calendar_written", |desk| {
            let ready = desk.tend().calendars.pop().expect("the file that is kept");
            desk.calendar_written(&ready.write(|| true))
        }),
        plain("calendar_alert", Desk::calendar_alert),
        command("calendar_file_stop", json!({ "office": false, "remove_file": true }), Desk::calendar_file_stop),
        plain("calendar_file_let_go", |desk| {
            let given = own_calendar(desk)?;
            desk.calendar_file_keep(&given)?;
            desk.calendar_file_let_go(&CalendarFileStop { office: false, remove_file: false }).map(drop)
        }),
        plain("notices", Desk::notices),
        command("notices_set", json!({ "on": false, "at_once": true, "quiet_on_days_off": true }), Desk::notices_set),
        plain("tend", |desk| Ok(desk.tend())),
        // The ombudsman has no cases, so there is nothing to tell; a test of notices tells others.
        plain("notice_told", |desk| Ok(desk.tend().notice)),
        command("deadline_report", json!({ "from": "2026-02-01", "to": "2026-03-31" }), |desk, input: &ReportInput| {
            desk.deadline_report(input)
        }),
        command("period_figures", json!({ "from": "2026-02-01", "to": "2026-03-31" }), Desk::period_figures),
        command(
            "period_file",
            json!({ "figures": { "from": "2026-02-01", "to": "2026-03-31" }, "format": "xlsx" }),
            Desk::period_file,
        ),
        command("protocol", json!({ "case": CASE }), Desk::protocol),
        command("protocol_pdf", json!({ "case": CASE }), Desk::protocol_pdf),
        plain("store_lock", Desk::store_lock),
        plain("store_unlock", |desk| {
            let store = desk.session_state()?.store.into();
            unlock(desk, store, "Nils Ombud")
        }),
    ]
}

fn unlock(desk: &mut Desk, store: std::path::PathBuf, user: &str) -> Result<(), Failure> {
    let user = Some(user.to_owned());
    desk.store_unlock(&StoreUnlock { store, user, passphrase: PASSPHRASE.to_owned() }).map(drop)
}

/// A store with one request, an issued letter and a begun one, unlocked by the personvernombud.
fn desk(folder: &Path) -> (Desk, String) {
    let store = folder.join("lager");
    let settings = Settings { now: Some(NOW.parse().expect("an instant")), ..Settings::default() };
    let mut desk = Desk::new(store.clone(), settings);
    let new = StoreCreate {
        store: store.clone(),
        organisation: "helsedirektoratet".to_owned(),
        name: "Kari Myhre".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    desk.store_create(&new, true).expect("a store");
    let input: RequestInput = serde_json::from_value(request()).expect("a request");
    desk.request_register(&input).expect("registered");
    desk.letter_issue(&serde_json::from_value(letter()).expect("a letter")).expect("issued");
    let issued = desk
        .letter_pdf(&serde_json::from_value(json!({ "letter": "2026/00001-2" })).expect("a number"))
        .expect("its bytes")
        .bytes;
    desk.case_attach(attached(Brought::Bytes { ending: "pdf".to_owned(), bytes: issued })).expect("attached");
    let begun = desk.letter_draft(&serde_json::from_value(letter()).expect("a letter")).expect("begun");
    let user = json!({ "name": "Nils Ombud", "role": "personvernombud", "passphrase": PASSPHRASE });
    desk.user_add(&serde_json::from_value(user).expect("a user")).expect("added");
    unlock(&mut desk, store, "Nils Ombud").expect("unlocked");
    (desk, begun.draft.expect("a begun letter"))
}

#[test]
fn no_command_lets_the_ombudsman_change_anything() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, draft) = desk(folder.path());
    let record = |desk: &mut Desk| {
        let verified = desk.store_verify(None).expect("verified");
        (verified.ok, verified.head, verified.events, desk.user_list().expect("users").len())
    };
    let before = record(&mut desk);
    for (name, call) in changes(&draft) {
        let refused = call(&mut desk).expect_err(name);
        assert_eq!((refused.exit, refused.code), (Exit::RuleRefuses, "role"), "{name}: {}", refused.message);
    }
    for (name, call) in reads() {
        call(&mut desk).unwrap_or_else(|failure| panic!("{name}: {}", failure.message));
    }
    let after = record(&mut desk);
    assert_eq!(after, before, "neither what was refused nor what was read changed the record");
}

/// The figures and the file show nobody in full, so they leave no entry in the log of readings.
#[test]
fn looking_at_the_deadlines_enters_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, _) = desk(folder.path());
    let readings = |desk: &mut Desk| desk.store_verify(None).expect("verified").readings;
    let before = readings(&mut desk);
    for (name, call) in reads().into_iter().filter(|(name, _)| name.starts_with("deadline")) {
        call(&mut desk).unwrap_or_else(|failure| panic!("{name}: {}", failure.message));
    }
    assert_eq!(readings(&mut desk), before);
}

/// A command that somebody adds must be put in one of the lists.
/// A file of the user's own, beside the store.
fn own_calendar(desk: &mut Desk) -> Result<CalendarFileKeep, Failure> {
    let path = std::path::PathBuf::from(desk.session_state()?.store).with_file_name("frister.ics");
    let given = json!({ "calendar": {}, "office": false, "path": path });
    Ok(serde_json::from_value(given).expect("an input"))
}

#[test]
fn every_command_of_the_desk_is_in_a_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api/desk");
    let mut there = BTreeSet::new();
    for file in fs::read_dir(folder).expect("the desk") {
        let text = fs::read_to_string(file.expect("a file").path()).expect("text");
        let names = text.lines().filter_map(|line| line.strip_prefix("    pub fn "));
        there.extend(names.filter_map(|rest| rest.split(['(', '<']).next()).map(str::to_owned));
    }
    let listed: BTreeSet<String> = BEFORE_WORK
        .into_iter()
        .chain(OWN)
        .chain(changes("").iter().map(|(name, _)| *name))
        .chain(reads().iter().map(|(name, _)| *name))
        .map(str::to_owned)
        .collect();
    assert_eq!(listed, there);
}
