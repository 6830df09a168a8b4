//! The demonstration: what `./run --demo` shows.

use std::collections::BTreeSet;
use std::process::Command;

use chrono::{DateTime, SecondsFormat, Utc};
use personvernsak::api::case_show::CaseShow;
use personvernsak::api::demo;
use personvernsak::api::desk::{CASE_STATES, CaseList, CaseShowInput, Desk};
use personvernsak::api::session::{Settings, StoreCreate};
use personvernsak::casework::channel::Channel;
use personvernsak::casework::letter::LetterKind;
use personvernsak::law::calendar::oslo_date;
use personvernsak::law::deadline::PauseGround;
use personvernsak::law::rights::{Mode, Right, Track};
use tempfile::TempDir;

const PASSPHRASE: &str = "bare til prøve";

/// A store with the demonstration, made at an instant, and every case in it.
struct Demonstration {
    folder: TempDir,
    desk: Desk,
    now: DateTime<Utc>,
    cases: Vec<CaseShow>,
}

impl Demonstration {
    fn at(now: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let now: DateTime<Utc> = now.parse().expect("an instant");
        let store = folder.path().join("store");
        let mut desk =
            Desk::new(store.clone(), Settings { now: Some(now), seed: Some("demo".to_owned()), ..Settings::default() });
        let new = StoreCreate {
            store,
            organisation: "helsedirektoratet".to_owned(),
            name: demo::USER.to_owned(),
            passphrase: PASSPHRASE.to_owned(),
        };
        desk.store_create(&new, true).expect("a store");
        assert_eq!(demo::fill(&mut desk, now, PASSPHRASE), Ok(60), "{now}");
        let mut cases = Vec::new();
        for state in CASE_STATES {
            let wanted = CaseList { state: Some(state.to_owned()), limit: Some(500), ..CaseList::default() };
            for case in desk.case_list(&wanted).expect("the list").cases {
                cases.push(desk.case_show(&CaseShowInput { case: case.case }).expect("a case"));
            }
        }
        Self { folder, desk, now, cases }
    }

    /// Every value that some case has, each once.
    fn all<'a, T: Ord>(&'a self, of: impl Fn(&'a CaseShow) -> T) -> BTreeSet<T> {
        self.cases.iter().map(of).collect()
    }

    fn count(&self, is: impl Fn(&CaseShow) -> bool) -> usize {
        self.cases.iter().filter(|case| is(case)).count()
    }

    /// What the demonstration shows, whenever it is made.
    fn holds(&mut self) {
        let today = oslo_date(self.now).to_string();
        assert_eq!(self.all(|case| &case.summary.request).len(), 60, "each request once");
        assert_eq!(self.count(|case| case.summary.late), 5, "five are late");
        assert_eq!(self.count(|case| case.summary.state == "suspended"), 5, "five are paused");
        assert_eq!(self.all(|case| case.summary.state.as_str()), BTreeSet::from(CASE_STATES));

        let tracks = Track::ALL.map(Track::id);
        assert_eq!(self.all(|case| case.summary.track.as_str()), BTreeSet::from(tracks));
        let modes = Mode::ALL.map(|mode| Some(mode.id())).into_iter().chain([None]).collect();
        assert_eq!(self.all(|case| case.summary.mode.as_deref()), modes);
        assert_eq!(self.all(|case| case.summary.right.as_str()), BTreeSet::from(Right::ALL.map(Right::id)));
        let registers = self.all(|case| case.summary.register.as_str());
        assert!(
            registers.is_superset(&BTreeSet::from(["kpr", "npr", "hpr", "helseid", "sms-varsling"])),
            "{registers:?}"
        );
        let stages = self.cases.iter().filter_map(|case| case.summary.section_25.as_ref());
        let stages: BTreeSet<_> = stages.map(|section| section.stage.as_str()).collect();
        assert_eq!(stages, BTreeSet::from(["ferdig", "ikke-sendt", "mangler-grunnlag", "venter", "vurderes"]));

        let suspended = || self.cases.iter().filter(|case| case.summary.state == "suspended");
        let open = || suspended().flat_map(|case| &case.suspensions).filter(|asked| asked.answered_on.is_none());
        let grounds: BTreeSet<_> = open().map(|asked| asked.ground.as_str()).collect();
        assert_eq!(grounds, BTreeSet::from(PauseGround::ALL.map(PauseGround::id)));
        assert!(open().any(|asked| asked.reply_by_on < today && asked.reminded_on.is_none()), "nobody has answered");
        assert!(open().any(|asked| asked.reminded_on.is_some()), "somebody was reminded");

        let extended: Vec<_> = self.cases.iter().filter_map(|case| Some((case, case.extension.as_ref()?))).collect();
        let noticed = extended.iter().filter_map(|(case, extension)| Some((*case, extension.notice_on.as_ref()?)));
        for (case, notice_on) in noticed.clone() {
            let last_on = case.summary.extension_notice_due_on.as_ref().expect("a running period");
            assert!(notice_on <= last_on, "{}: told on {notice_on}, by {last_on}", case.summary.case);
        }
        assert!(noticed.count() >= 3 && extended.iter().any(|(_, extension)| extension.notice_on.is_none()));

        let letters = self.cases.iter().flat_map(|case| &case.letters).map(|letter| letter.kind.as_str());
        assert_eq!(letters.collect::<BTreeSet<_>>(), BTreeSet::from(LetterKind::ALL.map(LetterKind::id)));
        assert_eq!(self.all(|case| case.language.as_str()), BTreeSet::from(["en", "nb", "nn"]));
        assert_eq!(self.all(|case| case.channel.as_str()), BTreeSet::from(Channel::ALL.map(Channel::id)));
        assert_eq!(self.all(|case| case.summary.person.protected), BTreeSet::from([false, true]));
        assert!(self.count(|case| case.siblings.len() > 1) >= 10, "several requests have several cases");
        let until = self.now.to_rfc3339_opts(SecondsFormat::Micros, true);
        let happenings = self.cases.iter().flat_map(|case| &case.timeline);
        assert!(happenings.clone().all(|entry| entry.at <= until), "nothing has happened after now");
        let names: BTreeSet<_> = happenings.map(|entry| entry.actor.as_str()).collect();
        assert!(names.len() >= 5, "several people have worked: {names:?}");

        let verified = self.desk.store_verify(None).expect("a verdict");
        assert!(verified.ok, "{:?}", verified.problems);
        let rebuilt = self.desk.store_rebuild().expect("made anew");
        assert_eq!(rebuilt.digest_before, rebuilt.digest_after);
    }
}

#[test]
fn sixty_requests_show_every_way_that_a_case_can_go() {
    let mut demonstration = Demonstration::at("2026-11-23T10:30:00Z");
    demonstration.holds();
    let users = demonstration.desk.user_list().expect("the users");
    assert_eq!(users.iter().map(|user| user.name.as_str()).collect::<Vec<_>>(), demo::names().collect::<Vec<_>>());
    for (role, cleared) in
        [("administrator", true), ("leder", true), ("personvernombud", true), ("saksbehandler", false)]
    {
        assert!(users.iter().any(|user| user.role == role && user.cleared == cleared), "{role}");
    }
}

#[test]
fn the_demonstration_can_be_made_on_a_saturday() {
    Demonstration::at("2027-06-12T12:00:00Z").holds();
}

#[test]
fn the_demonstration_can_be_made_before_easter() {
    // The last working day before five days off.
    Demonstration::at("2027-03-24T08:00:00Z").holds();
}

#[test]
fn the_demonstration_can_be_made_in_the_first_minutes_of_a_year() {
    Demonstration::at("2026-12-31T23:05:00Z").holds();
}

#[test]
fn the_demonstration_can_be_made_on_29_february() {
    Demonstration::at("2028-02-29T21:59:00Z").holds();
}

#[test]
fn a_store_that_is_there_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let passphrase = folder.path().join("passphrase");
    std::fs::write(&passphrase, "bare til prøve\n").expect("a file");
    let output = Command::new(env!("CARGO_BIN_EXE_personvernsak"))
        .args(["demo", "--store"])
        .arg(folder.path())
        .arg("--passphrase-file")
        .arg(&passphrase)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(passphrase.exists());
}

/// A year is the demonstration's requests again, with other people on other days: here a small one.
#[test]
fn a_year_has_every_track_few_late_cases_and_nobody_twice() {
    let now: DateTime<Utc> = "2026-11-25T10:00:00Z".parse().expect("an instant");
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("store");
    let settings = Settings { now: Some(now), seed: Some("year".to_owned()), ..Settings::default() };
    let mut desk = Desk::new(store.clone(), settings);
    let new = StoreCreate {
        store,
        organisation: "helsedirektoratet".to_owned(),
        name: demo::USER.to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    desk.store_create(&new, true).expect("a store");
    let (requests, dropped) = demo::fill_year(&mut desk, now, PASSPHRASE, 150).expect("a year");
    assert_eq!(requests, 150);
    assert!(dropped * 20 <= requests, "{dropped} requests were left where they stood");
    assert_eq!(desk.store_verify(None).expect("verified").problems.len(), 0);
    let mut cases = Vec::new();
    for state in CASE_STATES {
        let wanted = CaseList { state: Some(state.to_owned()), limit: Some(500), ..CaseList::default() };
        cases.extend(desk.case_list(&wanted).expect("the list").cases);
    }
    let tracks: BTreeSet<&str> = cases.iter().map(|case| case.track.as_str()).collect();
    assert_eq!(tracks, Track::ALL.map(Track::id).into_iter().collect());
    let open = cases.iter().filter(|case| case.state == "open").count();
    let late = cases.iter().filter(|case| case.late).count();
    assert!(open * 3 < cases.len() && late * 10 < cases.len(), "{open} open, {late} late of {}", cases.len());
    let figures = serde_json::json!({ "from": "2025-11-26", "to": "2026-11-25" });
    let figures = desk.period_figures(&serde_json::from_value(figures).expect("an input")).expect("the figures");
    let [answered, late] = ["answered", "late"].map(|id| {
        let place = figures.columns.iter().position(|column| column.id == id).expect("the column");
        figures.total.values[place].expect("a count")
    });
    assert!(late > 0 && late * 8 < answered, "{late} of {answered} were answered late");
    let received: BTreeSet<&str> = cases.iter().map(|case| &case.received_on[..7]).collect();
    assert!(received.len() >= 11, "{received:?}");
    let registers: BTreeSet<&str> = cases.iter().map(|case| case.register.as_str()).collect();
    assert!(registers.len() >= 15, "{registers:?}");
    crate::forecast::holds_in_a_year(&mut desk);
}

/// Every word of every person in the store, held against what leaves it by itself.
#[test]
fn neither_the_calendar_file_nor_a_notice_names_anybody() {
    let mut demonstration = Demonstration::at("2026-03-04T09:00:00Z");
    let path = demonstration.folder.path().join("frister.ics");
    let given = serde_json::json!({ "calendar": {}, "office": true, "path": path });
    let desk = &mut demonstration.desk;
    desk.calendar_file_keep(&serde_json::from_value(given).expect("an input")).expect("kept");
    let file = std::fs::read_to_string(&path).expect("the file").replace("\r\n ", "");
    assert!(file.matches("BEGIN:VEVENT").count() > 20, "{file}");
    let late = demonstration.cases.iter().find(|case| case.summary.late).expect("five are late");
    let take = serde_json::json!({ "case": late.summary.case });
    desk.case_take(&serde_json::from_value(take).expect("an input")).expect("taken");
    let notice = desk.tend().notice.expect("the user has what is late");
    let mut words: BTreeSet<String> = desk.user_list().expect("users").into_iter().map(|user| user.name).collect();
    for case in &demonstration.cases {
        let document = serde_json::to_value(case).expect("a document");
        collect(&document["person"], &mut words);
    }
    // A postal code is four digits, as is the hour and the minute of any change.
    words.retain(|word| word.len() >= 4 && (word.len() > 4 || !word.bytes().all(|byte| byte.is_ascii_digit())));
    assert!(words.len() > 100, "{words:?}");
    for word in words {
        assert!(!file.contains(&word), "«{word}» stands in the file");
        assert!(!notice.title.contains(&word) && !notice.text.contains(&word), "«{word}» stands in the notice");
    }
}

/// Every text of a document, whole and word by word.
fn collect(document: &serde_json::Value, into: &mut BTreeSet<String>) {
    match document {
        serde_json::Value::String(text) => {
            into.insert(text.clone());
            into.extend(text.split_whitespace().map(str::to_owned));
        }
        serde_json::Value::Array(each) => each.iter().for_each(|each| collect(each, into)),
        serde_json::Value::Object(fields) => fields.values().for_each(|each| collect(each, into)),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {}
    }
}
