//! A calendar that other programs read (iCalendar, RFC 5545): days on which something is to be done.
//!
//! The same days give the same bytes but for the instant of making, so that a file that is kept can be left alone while nothing
//! has happened.

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};

/// Programs that subscribe to the file read it again this often (RFC 7986).
const READ_AGAIN: &str = "PT4H";
/// Who made it.
const MAKER: &str = "-//Personvernsak//Frister//NO";
/// How the line begins that says when it was made.
const MADE_AT: &[u8] = b"DTSTAMP:";

/// A day in a calendar, all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// By what a program knows it again when the file is read anew.
    pub id: String,
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub title: String,
    /// More about it.
    pub text: String,
    /// How often what it is about has changed: a program that has the day from before takes the one with the greater number.
    pub revision: u32,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
}

/// The calendar as a file. Nobody is busy on the days in it, and programs that share calendars are told to keep them back.
#[must_use]
pub fn calendar(name: &str, days: &[CalendarDay], made_at: DateTime<Utc>) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    for (property, value) in [("VERSION", "2.0"), ("PRODID", MAKER), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")] {
        calendar.append_property(Property::new(property, value));
    }
    calendar.name(name);
    let again = Property::new("REFRESH-INTERVAL", READ_AGAIN).add_parameter("VALUE", "DURATION").done();
    calendar.append_property(again).append_property(Property::new("X-PUBLISHED-TTL", READ_AGAIN));
    for day in days {
        let event = Event::new()
            .uid(&day.id)
            .timestamp(made_at)
            .sequence(day.revision)
            .last_modified(day.changed_at)
            // Without an end it is one day.
            .starts(day.on)
            .summary(&day.title)
            .description(&day.text)
            .class(Class::Confidential)
            .add_property("TRANSP", "TRANSPARENT")
            .done();
        calendar.push(event);
    }
    calendar.to_string().into_bytes()
}

/// Whether two files have the same days, whenever each was made.
#[must_use]
pub fn same_calendar(one: &[u8], other: &[u8]) -> bool {
    let lines = |file| <[u8]>::split(file, |byte| *byte == b'\n').filter(|line| !line.starts_with(MADE_AT));
    lines(one).eq(lines(other))
}

/// Whether a file is a calendar that this program made, and no other's.
#[must_use]
pub fn is_own_calendar(file: &[u8]) -> bool {
    let made = format!("PRODID:{MAKER}");
    file.starts_with(b"BEGIN:VCALENDAR")
        && file.split(|byte| *byte == b'\n').any(|line| line.trim_ascii() == made.as_bytes())
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use ical::IcalParser;
    use ical::parser::ical::component::IcalEvent;

    use super::*;

    fn value(event: &IcalEvent, name: &str) -> Option<String> {
        event.properties.iter().find(|property| property.name == name).and_then(|property| property.value.clone())
    }

    /// Read by another library than the one that wrote it.
    #[test]
    fn another_program_reads_the_days() {
        let days: Vec<CalendarDay> =
            [("2026-03-02", "Svarfrist 2026/00003-a (NPR, retting)"), ("2026-12-31", "Ærlig; ja, \\ «å»\nto")]
                .into_iter()
                .map(|(on, title)| CalendarDay {
                    id: format!("{on}@personvernsak"),
                    on: on.parse().expect("a day"),
                    title: title.to_owned(),
                    text: "Så lang at linjen må brytes, og med bokstaver på flere byte: æøå æøå æøå æøå æøå æøå æøå."
                        .to_owned(),
                    revision: 3,
                    changed_at: DateTime::from_timestamp(1_771_000_000, 0).expect("an instant"),
                })
                .collect();
        let file = calendar("Svarfrister", &days, DateTime::from_timestamp(1_772_000_000, 0).expect("an instant"));
        let text = String::from_utf8(file.clone()).expect("UTF-8");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is longer than 75 bytes");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "a line ends otherwise than by CRLF");
        let read = IcalParser::new(BufReader::new(file.as_slice())).next().expect("a calendar").expect("readable");
        let found: Vec<_> = read.events.iter().map(|event| (value(event, "UID"), value(event, "DTSTART"))).collect();
        let expected = [("2026-03-02", "20260302"), ("2026-12-31", "20261231")]
            .map(|(id, on)| (Some(format!("{id}@personvernsak")), Some(on.to_owned())));
        assert_eq!(found, expected);
        for (event, title) in
            read.events.iter().zip(["Svarfrist 2026/00003-a (NPR\\, retting)", "Ærlig\\; ja\\, \\\\ «å»\\nto"])
        {
            assert_eq!(value(event, "SUMMARY").as_deref(), Some(title), "as RFC 5545 3.3.11 escapes it");
            assert_eq!(value(event, "TRANSP").as_deref(), Some("TRANSPARENT"));
            assert_eq!(value(event, "DTEND"), None, "one day");
            assert_eq!(value(event, "SEQUENCE").as_deref(), Some("3"));
            assert_eq!(value(event, "LAST-MODIFIED").as_deref(), Some("20260213T162640Z"));
            assert_eq!(value(event, "DTSTAMP").as_deref(), Some("20260225T061320Z"));
        }
    }

    /// Made later it is the same; another day, another change or one day less is another.
    #[test]
    fn the_instant_of_making_alone_makes_no_other_calendar() {
        let day = |on: &str, revision| CalendarDay {
            id: "2026-00003-a@personvernsak".to_owned(),
            on: on.parse().expect("a day"),
            title: "Svarfrist".to_owned(),
            text: String::new(),
            revision,
            changed_at: DateTime::UNIX_EPOCH,
        };
        let made =
            |days: &[CalendarDay], at| calendar("Frister", days, DateTime::from_timestamp(at, 0).expect("an instant"));
        let first = made(&[day("2026-03-02", 1)], 1_772_000_000);
        assert!(same_calendar(&first, &made(&[day("2026-03-02", 1)], 1_773_000_000)));
        for others in [vec![day("2026-03-03", 1)], vec![day("2026-03-02", 2)], vec![]] {
            assert!(!same_calendar(&first, &made(&others, 1_772_000_000)), "{others:?}");
        }
        assert!(is_own_calendar(&first) && is_own_calendar(&made(&[], 0)));
        let other = String::from_utf8(first).expect("UTF-8").replace("Personvernsak//", "Dugnad//");
        assert!(!is_own_calendar(other.as_bytes()) && !is_own_calendar(b"%PDF-1.7") && !is_own_calendar(b""));
    }

    #[test]
    fn a_calendar_without_days_is_one() {
        let file = calendar("Svarfrister", &[], DateTime::UNIX_EPOCH);
        let read = IcalParser::new(BufReader::new(file.as_slice())).next().expect("a calendar").expect("readable");
        assert!(read.events.is_empty());
    }
}
