//! A calendar that other programs read (iCalendar, RFC 5545): days on which something is to be done.

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};

/// Programs that subscribe to the file read it again this often (RFC 7986).
const READ_AGAIN: &str = "PT4H";

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
}

/// The calendar as a file. Nobody is busy on the days in it, and programs that share calendars are told to keep them back.
#[must_use]
pub fn calendar(name: &str, days: &[CalendarDay], made_at: DateTime<Utc>) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    for (property, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Personvernsak//Frister//NO"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(property, value));
    }
    calendar.name(name);
    let again = Property::new("REFRESH-INTERVAL", READ_AGAIN).add_parameter("VALUE", "DURATION").done();
    calendar.append_property(again).append_property(Property::new("X-PUBLISHED-TTL", READ_AGAIN));
    for day in days {
        let event = Event::new()
            .uid(&day.id)
            .timestamp(made_at)
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
        }
    }

    #[test]
    fn a_calendar_without_days_is_one() {
        let file = calendar("Svarfrister", &[], DateTime::UNIX_EPOCH);
        let read = IcalParser::new(BufReader::new(file.as_slice())).next().expect("a calendar").expect("readable");
        assert!(read.events.is_empty());
    }
}
