//! A calendar file that the program keeps right by itself: when it is written and when it is left alone, what is said when it cannot
//! be, that nobody is named in it, and what a notice says beside it.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ical::IcalParser;
use personvernsak::api::desk::{Desk, ReadyNotice, Tended};
use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};
use personvernsak::api::{Exit, Failure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::cli_case::office::Office as CommandLine;

const PASSPHRASE: &str = "blåbær på tur i fjellet";
/// Monday morning; the one request has its last day on Tuesday 3 March.
const MONDAY: &str = "2026-03-02T08:00:00+01:00";
/// Whoever is in the store, and their words.
const SECRETS: [&str; 7] = ["Torleiv", "Kvamsdal", "13846107759", "138461", "Sjøgata", "tynger", "Kari Myhre"];

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().expect("a folder") };
        let mut desk = office.locked();
        let new = StoreCreate {
            store: office.store(),
            organisation: "helsedirektoratet".to_owned(),
            name: "Kari Myhre".to_owned(),
            passphrase: PASSPHRASE.to_owned(),
        };
        desk.store_create(&new, true).expect("a store");
        let user = json!({ "name": "Odd Vik", "role": "saksbehandler", "passphrase": PASSPHRASE });
        desk.user_add(&input(user)).expect("added");
        register(&mut desk, "2026-02-03");
        office
    }

    fn store(&self) -> PathBuf {
        self.folder.path().join("lager")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn locked(&self) -> Desk {
        let now = Some(MONDAY.parse().expect("an instant"));
        Desk::new(self.store(), Settings { now, follows_user: true, ..Settings::default() })
    }

    fn unlocked(&self, user: &str) -> Desk {
        let mut desk = self.locked();
        unlock(&mut desk, self.store(), user);
        desk
    }
}

fn unlock(desk: &mut Desk, store: PathBuf, user: &str) {
    let unlock = StoreUnlock { store, user: Some(user.to_owned()), passphrase: PASSPHRASE.to_owned() };
    desk.store_unlock(&unlock).expect("unlocked");
}

fn input<Input: DeserializeOwned>(value: Value) -> Input {
    serde_json::from_value(value).expect("an input that the desk takes")
}

fn register(desk: &mut Desk, received_on: &str) {
    let draft = json!({ "draft": {
        "received_on": received_on, "channel": "brev", "language": "nb",
        "person": {"name": "Torleiv Kvamsdal", "identity_number": "13846107759",
                   "address": {"lines": ["Sjøgata 12", "6700 Måløy"], "country": "NO"}},
        "text": "Jeg ber om at dette slettes, fordi det tynger meg.",
        "demands": [{"register": "kpr", "right": "innsyn"}],
    } });
    desk.request_register(&input(draft)).expect("registered");
}

fn at(desk: &mut Desk, now: &str) {
    desk.travel_to(now.parse().expect("an instant")).expect("a test store");
}

/// Lets the desk look after what keeps itself right, and writes what it made, as the window's shell does.
fn tend(desk: &mut Desk) -> Tended {
    let mut tended = desk.tend();
    for ready in tended.calendars.drain(..) {
        desk.calendar_written(&ready.write(|| true)).expect("remembered");
    }
    tended
}

fn keep(desk: &mut Desk, path: &Path, office: bool, mine: bool) -> Result<(), Failure> {
    let calendar = json!({ "calendar": { "mine": mine }, "office": office, "path": path });
    desk.calendar_file_keep(&input(calendar)).map(drop)
}

/// The days of a file as another library reads them: what each is known by, its day and its revision.
fn days(path: &Path) -> Vec<(String, String, String)> {
    let file = fs::read(path).expect("the file");
    let read = IcalParser::new(BufReader::new(file.as_slice())).next().expect("a calendar").expect("readable");
    let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
        event
            .properties
            .iter()
            .find(|found| found.name == name)
            .and_then(|found| found.value.clone())
            .unwrap_or_default()
    };
    read.events.iter().map(|event| (value(event, "UID"), value(event, "DTSTART"), value(event, "SEQUENCE"))).collect()
}

/// The file as it is from now on: any change makes its mark go away.
fn mark(path: &Path) {
    let text = fs::read_to_string(path).expect("the file").replace("DTSTAMP:", "DTSTAMP:1999");
    fs::write(path, text).expect("written");
}

fn is_marked(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.contains("DTSTAMP:1999"))
}

fn show(desk: &mut Desk, notice: Option<ReadyNotice>) -> Option<String> {
    let notice = notice?;
    desk.notice_told(&notice).expect("remembered");
    Some(format!("{}: {}", notice.title, notice.text))
}

/// Written when the place is chosen, when a case changes, on a new day and after unlocking; left alone in between, and where nothing is
/// another. What is answered is gone, and what is changed has the same name and a later revision.
#[test]
fn the_file_follows_the_cases() {
    let office = Office::new();
    let mut desk = office.unlocked("Kari Myhre");
    let path = office.path("frister.ics");
    keep(&mut desk, &path, false, false).expect("kept");
    let first = days(&path);
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].1, "20260303");
    tend(&mut desk);

    mark(&path);
    at(&mut desk, "2026-03-02T08:10:00+01:00");
    tend(&mut desk);
    assert!(is_marked(&path), "nothing has happened");

    register(&mut desk, "2026-03-02");
    tend(&mut desk);
    assert_eq!(days(&path).len(), 2, "a case came");
    mark(&path);
    register(&mut desk, "2026-03-02");
    at(&mut desk, "2026-03-02T08:12:00+01:00");
    tend(&mut desk);
    assert!(is_marked(&path), "it was written two minutes ago");
    at(&mut desk, "2026-03-02T08:13:00+01:00");
    tend(&mut desk);
    assert_eq!(days(&path).len(), 3);

    let shown = desk.case_show(&input(json!({ "case": "2026/00001-a" }))).expect("shown");
    let note = json!({ "case": "2026/00001-a", "if_version": shown.version, "text": "Ringte." });
    desk.case_note(&input(note)).expect("noted");
    at(&mut desk, "2026-03-02T09:00:00+01:00");
    tend(&mut desk);
    let later = days(&path);
    assert_eq!((&later[0].0, &later[0].1), (&first[0].0, &first[0].1), "known again by its name");
    assert!(later[0].2.parse::<u32>().expect("a number") > first[0].2.parse().expect("a number"));

    // A new day on which nothing is another leaves the file alone, and so does unlocking.
    mark(&path);
    at(&mut desk, "2026-03-03T08:00:00+01:00");
    tend(&mut desk);
    unlock(&mut desk, office.store(), "Kari Myhre");
    tend(&mut desk);
    assert!(is_marked(&path));
    // Somebody has removed it: it comes again when the store is unlocked.
    fs::remove_file(&path).expect("removed");
    unlock(&mut desk, office.store(), "Kari Myhre");
    tend(&mut desk);
    assert_eq!(days(&path).len(), 3);

    at(&mut desk, "2026-03-03T08:15:00+01:00");
    let shown = desk.case_show(&input(json!({ "case": "2026/00001-a" }))).expect("shown");
    let withdrawn = json!({ "case": "2026/00001-a", "if_version": shown.version, "on": "2026-03-02" });
    desk.case_withdraw(&input(withdrawn)).expect("withdrawn");
    at(&mut desk, "2026-03-03T08:20:00+01:00");
    tend(&mut desk);
    assert_eq!(days(&path).len(), 2, "what is over is gone");
}

#[test]
fn nobody_is_named_in_the_file_or_in_a_notice() {
    let office = Office::new();
    let mut desk = office.unlocked("Kari Myhre");
    let path = office.path("frister.ics");
    keep(&mut desk, &path, true, false).expect("kept");
    let shown = desk.case_show(&input(json!({ "case": "2026/00001-a" }))).expect("shown");
    desk.case_take(&input(json!({ "case": "2026/00001-a", "if_version": shown.version }))).expect("taken");
    tend(&mut desk);
    at(&mut desk, "2026-03-03T08:30:00+01:00");
    let notice = tend(&mut desk).notice.expect("a notice");
    let file = fs::read_to_string(&path).expect("the file").replace("\r\n ", "");
    for secret in SECRETS {
        assert!(!file.contains(secret), "«{secret}» stands in the file");
        assert!(!notice.title.contains(secret) && !notice.text.contains(secret), "«{secret}» stands in a notice");
    }
    assert!(!notice.text.contains("2026"), "not even a number of a case: {}", notice.text);
}

#[test]
fn a_place_that_cannot_be_written_is_told_once_and_stands_in_the_settings() {
    let office = Office::new();
    let mut desk = office.unlocked("Kari Myhre");
    let folder = office.path("delt");
    fs::create_dir(&folder).expect("a folder");
    let path = folder.join("frister.ics");
    keep(&mut desk, &path, false, false).expect("kept");
    assert_eq!(desk.calendar_alert().expect("asked"), None);
    fs::remove_dir_all(&folder).expect("gone");
    at(&mut desk, "2026-03-03T08:00:00+01:00");
    tend(&mut desk);
    let told = desk.calendar_alert().expect("asked").expect("told");
    assert!(told.contains("mappen finnes ikke"), "{told}");
    assert_eq!(desk.calendar_alert().expect("asked"), None, "once");
    assert_eq!(desk.calendar_files().expect("files").own.expect("kept").problem.as_deref(), Some(told.as_str()));
    at(&mut desk, "2026-03-04T08:00:00+01:00");
    tend(&mut desk);
    assert_eq!(desk.calendar_alert().expect("asked"), None, "it is the same fault");
    // The work goes on, and when the folder is back the file is.
    register(&mut desk, "2026-03-03");
    fs::create_dir(&folder).expect("a folder");
    at(&mut desk, "2026-03-04T09:00:00+01:00");
    tend(&mut desk);
    assert_eq!(days(&path).len(), 2);
    assert_eq!(desk.calendar_files().expect("files").own.expect("kept").problem, None);
    fs::remove_dir_all(&folder).expect("gone");
    at(&mut desk, "2026-03-05T09:00:00+01:00");
    tend(&mut desk);
    assert!(desk.calendar_alert().expect("asked").is_some(), "it has begun anew");
}

/// A place that is away for one machine is there for the next: what is wrong is told where it is wrong, and nowhere else.
#[test]
fn what_is_wrong_with_a_place_is_each_programs_own() {
    let office = Office::new();
    let mut here = office.unlocked("Kari Myhre");
    let shared = office.path("delt/frister.ics");
    fs::create_dir(office.path("delt")).expect("a folder");
    keep(&mut here, &shared, true, false).expect("kept");
    let ready = here.tend().calendars;
    fs::rename(office.path("delt"), office.path("borte")).expect("away");
    ready.into_iter().for_each(|ready| here.calendar_written(&ready.write(|| true)).expect("remembered"));
    assert!(here.calendar_files().expect("files").office.expect("kept").problem.is_some());
    // Whoever chooses no place for the office hears no more of it than whom to tell.
    let mut odd = office.unlocked("Odd Vik");
    tend(&mut odd);
    assert_eq!(odd.calendar_alert().expect("asked"), None);
    let told = odd.calendar_files().expect("files").office.expect("kept").problem.expect("told");
    assert!(told.contains("Si fra til en leder"), "{told}");
    fs::rename(office.path("borte"), office.path("delt")).expect("there");
    let mut there = office.unlocked("Kari Myhre");
    tend(&mut there);
    assert_eq!(there.calendar_files().expect("files").office.expect("kept").problem, None);
    assert_eq!(there.calendar_alert().expect("asked"), None);
    assert!(here.calendar_alert().expect("asked").is_some());
}

/// What took too long is not written over what may be newer, and a file that could not be written is not kept.
#[test]
fn what_is_wanted_no_longer_is_not_written() {
    let office = Office::new();
    let mut desk = office.unlocked("Kari Myhre");
    let path = office.path("frister.ics");
    let given = input(json!({ "calendar": {}, "office": false, "path": path }));
    let written = desk.calendar_file_ready(&given).expect("ready").write(|| false);
    assert_eq!(desk.calendar_file_kept(&written).expect_err("not written").code, "no-answer");
    assert!(!path.exists() && desk.calendar_files().expect("files").own.is_none());
    // What was written for somebody is not kept for whoever has the store open by then.
    let written = desk.calendar_file_ready(&given).expect("ready").write(|| true);
    let mut odd = office.unlocked("Odd Vik");
    assert!(odd.calendar_file_kept(&written).expect("nothing to keep").own.is_none());
}

#[test]
fn what_others_have_written_is_never_overwritten_or_removed() {
    let office = Office::new();
    let mut desk = office.unlocked("Kari Myhre");
    let path = office.path("notat.ics");
    fs::write(&path, "BEGIN:VCALENDAR\r\nPRODID:-//Noen//Andre//NO\r\nEND:VCALENDAR\r\n").expect("written");
    let refused = keep(&mut desk, &path, false, false).expect_err("another's file");
    assert_eq!((refused.exit, refused.code), (Exit::RuleRefuses, "not-a-calendar"));
    assert!(desk.calendar_files().expect("files").own.is_none());
    let own = office.path("frister.ics");
    keep(&mut desk, &own, false, false).expect("kept");
    fs::write(&own, "noe annet").expect("written");
    desk.calendar_file_stop(&input(json!({ "office": false, "remove_file": true }))).expect("stopped");
    assert_eq!(fs::read_to_string(&own).expect("still there"), "noe annet");
}

/// Each has one of their own, and the office has one that only a lead or an administrator chooses, and that everybody keeps right.
#[test]
fn the_office_has_a_file_that_everybody_keeps_right() {
    let office = Office::new();
    let (own, shared) = (office.path("mine.ics"), office.path("kontoret.ics"));
    let mut desk = office.unlocked("Odd Vik");
    assert_eq!(keep(&mut desk, &shared, true, false).expect_err("a caseworker").code, "role");
    let mut desk = office.unlocked("Kari Myhre");
    assert_eq!(keep(&mut desk, &shared, true, true).expect_err("whose?").code, "office-has-no-cases");
    keep(&mut desk, &shared, true, false).expect("kept");
    let mut desk = office.unlocked("Odd Vik");
    keep(&mut desk, &own, false, true).expect("kept");
    assert_eq!((days(&own).len(), days(&shared).len()), (0, 1), "Odd has no case");
    tend(&mut desk);
    register(&mut desk, "2026-03-02");
    at(&mut desk, "2026-03-02T08:10:00+01:00");
    tend(&mut desk);
    assert_eq!(days(&shared).len(), 2);
    let files = desk.calendar_files().expect("files");
    assert!(files.own.is_some_and(|own| own.mine) && !files.may_office);
    assert_eq!(files.office.expect("kept").chosen_by, "Kari Myhre");
    let stop = json!({ "office": true, "remove_file": false });
    assert_eq!(desk.calendar_file_stop(&input(stop)).expect_err("a caseworker").code, "role");
    desk.calendar_file_stop(&input(json!({ "office": false, "remove_file": true }))).expect("stopped");
    assert!(!own.exists() && shared.exists());
    // A colleague has none of it.
    assert!(office.unlocked("Kari Myhre").calendar_files().expect("files").own.is_none());
}

/// Whoever has the store open is told by the desk what the rules of notices say: nothing while it is locked, once after it was opened,
/// and each user for themselves.
#[test]
fn each_user_is_told_once_while_the_store_is_open() {
    let office = Office::new();
    let mut desk = office.unlocked("Odd Vik");
    desk.case_take(&input(json!({ "case": "2026/00001-a", "if_version": 2 }))).expect("taken");
    let quiet = tend(&mut desk);
    assert!(quiet.notice.is_none() && quiet.again_in.is_some_and(|wait| wait <= Duration::from_mins(1)));
    desk.store_lock().expect("locked");
    let locked = tend(&mut desk);
    assert!(locked.notice.is_none() && locked.again_in.is_none());

    unlock(&mut desk, office.store(), "Kari Myhre");
    at(&mut desk, "2026-03-03T09:00:00+01:00");
    assert!(tend(&mut desk).notice.is_none(), "it is no case of Kari's");
    unlock(&mut desk, office.store(), "Odd Vik");
    at(&mut desk, "2026-03-03T09:00:00+01:00");
    let notice = tend(&mut desk).notice;
    assert!(tend(&mut desk).notice.is_none(), "the first is not shown yet");
    let told = show(&mut desk, notice);
    assert_eq!(told.as_deref(), Some("Dagens frister: 1 frist går ut i dag."));
    assert!(tend(&mut desk).notice.is_none());
    unlock(&mut desk, office.store(), "Odd Vik");
    at(&mut desk, "2026-03-03T10:00:00+01:00");
    assert!(tend(&mut desk).notice.is_none(), "told before it was locked");

    // What could not be shown comes again after a while; what was meant for another is not remembered for this one.
    at(&mut desk, "2026-03-04T08:30:00+01:00");
    let lost = tend(&mut desk).notice.expect("a notice");
    at(&mut desk, "2026-03-04T08:40:00+01:00");
    let again = tend(&mut desk).notice;
    assert_eq!(again.as_ref(), Some(&lost));
    unlock(&mut desk, office.store(), "Kari Myhre");
    desk.notice_told(&lost).expect("nothing to remember");
    unlock(&mut desk, office.store(), "Odd Vik");
    at(&mut desk, "2026-03-04T08:50:00+01:00");
    let notice = tend(&mut desk).notice;
    assert_eq!(show(&mut desk, notice).as_deref(), Some("Dagens frister: 1 frist har gått ut."));
}

#[test]
fn what_a_user_chooses_of_notices_is_kept_for_them_alone() {
    let office = Office::new();
    let mut desk = office.unlocked("Odd Vik");
    let given = |digest: Value, from: Value| {
        json!({ "on": true, "digest_at": digest, "at_once": false, "quiet_from": from, "quiet_to": "07:15",
                "quiet_on_days_off": false })
    };
    let shown = desk.notices_set(&input(given(json!("9.05"), json!("17:30")))).expect("chosen");
    assert_eq!(shown.digest_at.as_deref(), Some("09:05"));
    assert_eq!(office.unlocked("Odd Vik").notices().expect("notices"), shown);
    let first = office.unlocked("Kari Myhre").notices().expect("notices");
    assert_eq!((first.on, first.digest_at.as_deref()), (true, Some("08:30")));
    for (digest, from, code, path) in [
        (json!("18:00"), json!("17:30"), "digest-in-quiet-hours", "digest_at"),
        (json!("09:00"), json!("07:15"), "quiet-all-day", "quiet_to"),
        (json!(null), json!("17:30"), "no-notices", "at_once"),
        (json!("25:00"), json!("17:30"), "not-a-time", "digest_at"),
        (json!("09:00"), json!(null), "not-a-time", "quiet_from"),
    ] {
        let refused = desk.notices_set(&input(given(digest, from))).expect_err(code);
        assert_eq!(refused.fields.first().map(|field| (field.code.as_str(), field.path.as_str())), Some((code, path)));
    }
    assert_eq!(desk.notices().expect("notices"), shown, "what was refused changed nothing");
}

#[test]
fn the_command_line_keeps_a_file() {
    let mut office = CommandLine::at("2026-02-03T09:00:00Z");
    let file = office.argument("frister.ics");
    let nothing = office.done(&["calendar", "status"]);
    assert_eq!((&nothing["own"], &nothing["may_office"]), (&Value::Null, &json!(true)));
    let kept = office.done(&["calendar", "keep", "-o", &file, "--register", "npr"]);
    assert_eq!((&kept["own"]["path"], &kept["own"]["register"]), (&json!(file), &json!("npr")));
    assert_eq!(days(Path::new(&file)), []);
    office.register(&json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nb", "person": {"name": "Anon Lid"},
        "text": "Jeg ber om innsyn.", "demands": [{"register": "npr", "right": "innsyn"}],
    }));
    office.at_instant("2026-02-03T10:00:00Z");
    assert_eq!(office.done(&["calendar", "update"])["own"]["written_at"], "2026-02-03T10:00:00.000000Z");
    assert_eq!(days(Path::new(&file)).len(), 1);
    assert_eq!(
        office.refused(&["calendar", "keep", "-o", &file, "--register", "finnes-ikke"], 2)["code"],
        "unknown-register"
    );
    office.refused(&["calendar", "stop"], 2);
    office.refused(&["calendar"], 2);
    let stopped = office.done(&["calendar", "stop", "--keep-file"]);
    assert_eq!(stopped["own"], Value::Null);
    assert!(Path::new(&file).exists());
    assert_eq!(office.refused(&["calendar", "stop", "--keep-file"], 4)["code"], "no-calendar-file");
}
