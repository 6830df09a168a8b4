//! The place of a calendar file is as it was last chosen, whatever a program that read it before has to note.

use super::sample::at;
use super::*;
use crate::adapter::store::calendar_file::{CalendarFile, CalendarOf};
use crate::wording::Language;

#[test]
fn what_is_noted_of_a_file_brings_back_no_place_that_a_colleague_has_left() {
    let mut office = Office::new();
    let of = CalendarOf::Office;
    let file = |path: &str, hour| CalendarFile {
        of,
        path: path.to_owned(),
        language: Language::Nb,
        mine: false,
        register: None,
        track: None,
        chosen: (at(hour), "Kari Myhre".to_owned()),
        written_at: None,
    };
    let noted = |file: &CalendarFile| CalendarFile { written_at: Some(at(11)), ..file.clone() };
    let (first, second) = (file("/felles/frister.ics", 9), file("/felles/alle-frister.ics", 10));
    let store = &mut office.store;

    store.keep_calendar_file(&first).expect("kept");
    store.note_calendar_file(&noted(&first)).expect("noted");
    assert_eq!(store.calendar_files().expect("read"), [noted(&first)], "of the one that is kept");

    store.keep_calendar_file(&second).expect("another place");
    store.note_calendar_file(&noted(&first)).expect("nothing");
    assert_eq!(store.calendar_files().expect("read"), [second]);

    store.drop_calendar_file(of).expect("stopped");
    store.note_calendar_file(&noted(&first)).expect("nothing");
    assert_eq!(store.calendar_files().expect("read"), []);
}
