//! What somebody was writing about a request goes with what is erased of it.

use super::sample::{Sample, at};
use super::*;
use crate::adapter::store::unsaved::Unsaved;
use crate::usecase::ports::EnquiryStore;

#[test]
fn what_was_being_written_about_a_request_is_erased_with_it_and_what_is_about_others_is_not() {
    let mut office = Office::new();
    let (one, other) = (office.register(&Sample::new(1)), office.register(&Sample::new(2)));
    let keep = |office: &mut Office, key: &str, request, text: &str| {
        let unsaved = Unsaved { key: key.to_owned(), request, text: text.to_owned(), kept_at: at(9) };
        office.store.keep_unsaved(&unsaved, 200).expect("kept");
    };
    keep(&mut office, "note 1", Some(one), "Hun nevnte kvitveis på telefonen.");
    keep(&mut office, "decide 1", Some(one), "Avslag fordi …");
    keep(&mut office, "note 2", Some(other), "Ringte.");
    keep(&mut office, "intake", None, "Ny henvendelse.");
    let kept = |office: &Office| {
        office.store.unsaved().expect("read").into_iter().map(|unsaved| unsaved.key).collect::<Vec<_>>()
    };
    let sealed = |office: &Office| -> Vec<Vec<u8>> {
        let mut statement = office.store.connection.prepare("SELECT bytes FROM unsaved").expect("a statement");
        statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).expect("the rows")
    };
    assert_eq!((kept(&office).len(), sealed(&office).len()), (4, 4), "the control");

    let person = office.store.load(one).expect("read").and_then(|stored| Request::replay(&stored.log));
    let content = person.expect("a request").person;
    let erased = Event::ContentErased { content, ground: "bevaringstid".to_owned(), approved_by: Vec::new() };
    office.change(one, vec![erased], Vec::new());
    assert_eq!(kept(&office), ["intake", "note 2"]);
    assert_eq!(sealed(&office).len(), 2, "nor is it there for anybody with another key");
}

#[test]
fn what_was_being_written_about_an_enquiry_goes_with_it_and_what_somebody_wrote_goes_with_them() {
    let mut office = super::enquiries::office();
    let keys = |office: &Office| -> Vec<String> {
        let mut statement =
            office.store.connection.prepare("SELECT key FROM unsaved ORDER BY key").expect("a statement");
        statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).expect("the rows")
    };
    let mut siv = office.another("Siv Ås").expect("unlocked");
    for key in ["enquiry 1", "enquiry 11", "pass on 1", "new enquiry"] {
        let unsaved = Unsaved { key: key.to_owned(), request: None, text: "Eleven sa …".to_owned(), kept_at: at(9) };
        siv.keep_unsaved(&unsaved, 200).expect("kept");
    }
    siv.enter_enquiry(&super::enquiries::erasing(1, 3, vec![1, 2, 3])).expect("erased");
    assert_eq!(keys(&office), ["enquiry 11", "new enquiry"]);
    office.store.let_out("Siv Ås", true).expect("let out");
    assert_eq!(keys(&office), Vec::<String>::new());
}
