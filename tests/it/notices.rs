//! When a user is told of what is due, against the table in `tests/cases/notices.txt`, what holds whatever is chosen and whenever
//! somebody looks, and that a notice says nothing of anybody.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use personvernsak::casework::ids::{CaseLetter, CaseNumber, RequestNumber};
use personvernsak::casework::notice::{
    Due, Look, Memory, Notice, NoticeKind, NoticeProblem, NoticeSettings, QuietHours, Standing, look,
};
use personvernsak::casework::projection::ReminderKind;
use personvernsak::law::calendar::oslo_time;
use proptest::prelude::*;

const TABLE: &str = include_str!("../cases/notices.txt");

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").expect("a time of day")
}

fn case(place: u32) -> CaseNumber {
    RequestNumber::new(2026, place).expect("a number").case(CaseLetter::at(0))
}

fn due(place: u32, on: NaiveDate) -> Due {
    Due { case: case(place), kind: ReminderKind::Answer, on }
}

fn settings(words: &str) -> NoticeSettings {
    let (mut on, mut digest_at, mut at_once, mut quiet, mut days_off) = (true, None, false, None, false);
    for word in words.split(", ") {
        match word.split_once(' ').unwrap_or((word, "")) {
            ("av", "") => on = false,
            ("straks", "") => at_once = true,
            ("stille", "fridager") => days_off = true,
            ("oppsummering", at) => digest_at = Some(time(at)),
            ("stille", hours) => {
                let (from, to) = hours.split_once('-').expect("from and to");
                quiet = Some(QuietHours::new(time(from), time(to)).expect("hours"));
            }
            _ => panic!("«{word}» is no setting"),
        }
    }
    NoticeSettings::new(on, digest_at, at_once, quiet, days_off).expect("settings that go together")
}

/// `a 03-02, b 02-27`: letters for cases, each with its last day, in the year before where that day is far ahead.
fn remaining(words: &str, on: NaiveDate) -> BTreeSet<Due> {
    let read = |word: &str| {
        let (letter, day) = word.split_once(' ').expect("a letter and a day");
        let in_year = |year: i32| format!("{year}-{day}").parse::<NaiveDate>().expect("a day");
        let year: i32 = on.format("%Y").to_string().parse().expect("a year");
        let day = in_year(year);
        let day = if day - on > TimeDelta::days(180) { in_year(year - 1) } else { day };
        due(u32::from(letter.as_bytes()[0] - b'a') + 1, day)
    };
    words.split(", ").filter(|word| *word != "-").map(read).collect()
}

fn in_words(notice: Option<Notice>) -> String {
    notice.map_or_else(|| "-".to_owned(), |notice| format!("{}: {}", notice.title().nb, notice.text().nb))
}

#[test]
fn the_table_holds() {
    let (mut rows, mut wrong) = (0, Vec::new());
    let (mut chosen, mut memory) = (NoticeSettings::default(), Memory::default());
    for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with("# ") && *line != "#") {
        if line.starts_with("## ") {
            memory = Memory::default();
            continue;
        }
        if let Some(words) = line.strip_prefix("= ") {
            chosen = settings(words);
            continue;
        }
        let [at, what, expected] = line.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("«{line}» has no three parts")
        };
        let at = NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").expect("a moment");
        let found = look(&remaining(what, at.date()), &chosen, at, &memory);
        memory = found.memory;
        rows += 1;
        if in_words(found.notice) != expected {
            wrong.push(format!("{line}\n    but it is «{}»", in_words(found.notice)));
        }
    }
    assert_eq!(wrong, [""; 0], "{}", wrong.join("\n"));
    assert_eq!(rows, 56);
}

/// What holds until somebody chooses is what the table's ordinary office has.
#[test]
fn the_first_settings_are_those_of_an_ordinary_office() {
    let ordinary = settings("oppsummering 08:30, straks, stille 16:00-08:00, stille fridager");
    assert_eq!(NoticeSettings::default(), ordinary);
}

#[test]
fn choices_that_contradict_each_other_are_refused() {
    let quiet = QuietHours::new(time("16:00"), time("08:00")).ok();
    assert_eq!(QuietHours::new(time("08:00"), time("08:00")), Err(NoticeProblem::QuietAllDay));
    for at in ["16:00", "23:59", "00:00", "07:59"] {
        let refused = NoticeSettings::new(true, Some(time(at)), true, quiet, true);
        assert_eq!(refused, Err(NoticeProblem::DigestInQuietHours), "{at}");
    }
    assert!(NoticeSettings::new(true, Some(time("08:00")), true, quiet, true).is_ok(), "the end is no longer quiet");
    assert_eq!(NoticeSettings::new(true, None, false, quiet, true), Err(NoticeProblem::Nothing));
    assert!(NoticeSettings::new(false, None, false, quiet, true).is_ok());
}

/// In each language, for one and for more.
#[test]
fn a_notice_tells_numbers_in_each_language() {
    let words = |today, late| {
        let text = Notice { kind: NoticeKind::Digest, today, late }.text();
        [text.nb, text.nn, text.en].join(" / ")
    };
    assert_eq!(words(1, 0), "1 frist går ut i dag. / 1 frist går ut i dag. / 1 deadline is today.");
    assert_eq!(words(2, 0), "2 frister går ut i dag. / 2 fristar går ut i dag. / 2 deadlines are today.");
    assert_eq!(words(0, 1), "1 frist har gått ut. / 1 frist har gått ut. / 1 deadline has passed.");
    assert_eq!(words(0, 3), "3 frister har gått ut. / 3 fristar har gått ut. / 3 deadlines have passed.");
    assert_eq!(
        words(2, 1),
        "2 frister går ut i dag, og 1 har gått ut. / 2 fristar går ut i dag, og 1 har gått ut. / \
         2 deadlines are today, and 1 has passed."
    );
}

/// Days around which the clocks are changed, and Easter and the year's end with their days off.
const BEGINNINGS: [&str; 5] = [
    "2026-03-27T05:00:00Z",
    "2026-10-23T05:00:00Z",
    "2026-12-29T05:00:00Z",
    "2026-03-31T05:00:00Z",
    "2026-06-01T05:00:00Z",
];

fn any_settings() -> impl Strategy<Value = NoticeSettings> {
    let at = || {
        (0..24u32, prop::sample::select(vec![0u32, 15, 30, 59]))
            .prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day"))
    };
    (prop::option::of(at()), any::<bool>(), prop::option::of((at(), at())), any::<bool>()).prop_filter_map(
        "settings that go together",
        |(digest_at, at_once, quiet, days_off)| {
            let quiet = quiet.map(|(from, to)| QuietHours::new(from, to)).transpose().ok()?;
            NoticeSettings::new(true, digest_at, at_once, quiet, days_off).ok()
        },
    )
}

/// So many minutes after the look before, with what remains then: which of eight cases, each with a last day of its own.
fn any_looks() -> impl Strategy<Value = Vec<(i64, u8)>> {
    prop::collection::vec((prop_oneof![1..15i64, 30..90i64, 300..900i64], any::<u8>()), 1..60)
}

proptest! {
    /// Never two digests on a day, never anything in quiet hours, no news of what was told and still stands, and nothing is lost: what has fallen due
    /// is told, or waits for a digest, or for the quiet hours to end, and a digest counts all of it.
    #[test]
    fn nothing_is_told_twice_and_nothing_is_lost(
        chosen in any_settings(),
        beginning in prop::sample::select(BEGINNINGS.to_vec()),
        looks in any_looks(),
    ) {
        let mut instant: DateTime<Utc> = beginning.parse().expect("an instant");
        let first = oslo_time(instant).date();
        let mut memory = Memory::default();
        let mut digests: BTreeSet<NaiveDate> = BTreeSet::new();
        let mut told: BTreeSet<Standing> = BTreeSet::new();
        let mut stood: BTreeSet<Standing> = BTreeSet::new();
        for (minutes, remains) in looks {
            instant += TimeDelta::minutes(minutes);
            let wall = oslo_time(instant);
            let left = (0..8u32).filter(|place| remains & (1 << place) != 0);
            let all: BTreeSet<Due> =
                left.map(|place| due(place + 1, first + TimeDelta::days(i64::from(place) - 2))).collect();
            let standing: BTreeSet<Standing> = all
                .iter()
                .filter(|due| due.on <= wall.date())
                .map(|due| Standing { due: *due, late: due.on < wall.date() })
                .collect();
            // What was told and has stood ever since is no news.
            stood.retain(|each| standing.contains(each));
            let Look { notice, memory: after, again_at } = look(&all, &chosen, wall, &memory);
            prop_assert!(again_at > wall);
            let quiet = chosen.quiet_until(wall);
            prop_assert!(quiet.is_none_or(|until| until > wall && chosen.quiet_until(until).is_none()));
            match notice {
                Some(notice) => {
                    prop_assert!(quiet.is_none(), "nothing comes in quiet hours");
                    let count = notice.today + notice.late;
                    prop_assert!(count > 0);
                    match notice.kind {
                        NoticeKind::Digest => {
                            prop_assert!(digests.insert(wall.date()), "a second digest on a day");
                            prop_assert_eq!(count, standing.len(), "a digest counts all that is due");
                        }
                        NoticeKind::News => {
                            prop_assert!(count <= standing.difference(&stood).count(), "what was told and still stands");
                        }
                    }
                    told.extend(&standing);
                    stood.extend(&standing);
                }
                None if quiet.is_none() && chosen.at_once() => {
                    let untold = standing.difference(&told).count();
                    let waits = chosen.digest_at().is_some_and(|at| {
                        at > wall.time() && at - wall.time() <= TimeDelta::hours(1) && !digests.contains(&wall.date())
                    });
                    prop_assert!(untold == 0 || waits, "{} fell due and nobody was told", untold);
                }
                None => {}
            }
            // The same look once more tells nothing, nor does any before the time to look again.
            for later in [wall, wall + (again_at - wall) / 2, again_at - TimeDelta::minutes(1)] {
                let same_day = later.date() == wall.date() || quiet.is_some();
                if later >= wall && same_day {
                    prop_assert_eq!(look(&all, &chosen, later, &after).notice, None, "at {}", later);
                }
            }
            memory = after;
        }
    }
}
