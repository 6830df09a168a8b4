//! Finding cases by the words in them.

use serde_json::json;

use super::office::{Office, each};

const SECRET: [&str; 3] = ["Kvalheim", "hofteoperasjon", "13846120134"];

fn office() -> Office {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    office.keep_secret(&SECRET);
    for text in ["Jeg ber om innsyn i opplysningene om min hofteoperasjon.", "Jeg ber om innsyn i alt om meg fra 1994."]
    {
        office.register(&json!({
            "received_on": "2026-01-31", "channel": "brev", "language": "nb", "person": {"name": "Odd Kvalheim"},
            "text": text, "demands": [{"register": "kpr", "right": "innsyn"}, {"register": "npr", "right": "innsyn"}],
        }));
    }
    office
}

#[test]
fn a_search_gives_the_cases_newest_first_and_opens_none() {
    let office = office();
    let cases = |arguments: &[&str]| {
        let list = office.done(&[&["case", "list", "--search"], arguments].concat());
        each(&list["cases"], "case").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let logged = office.done(&["access-log", "2026/00001"])["entries"].clone();
    assert_eq!(cases(&["innsynet"]), ["2026/00002-a", "2026/00002-b", "2026/00001-a", "2026/00001-b"]);
    assert_eq!(cases(&["hofteoperasjonen"]), ["2026/00001-a", "2026/00001-b"]);
    assert_eq!(cases(&["innsyn", "--register", "npr"]), ["2026/00002-b", "2026/00001-b"]);
    assert_eq!(cases(&["1994 innsyn"]), ["2026/00002-a", "2026/00002-b"]);
    assert_eq!(cases(&["hofteoperasjon 1994"]), Vec::<String>::new());
    let page = office.done(&["case", "list", "--search", "innsyn", "--limit", "3"]);
    let next = page["next"].as_str().expect("a next page");
    assert_eq!(cases(&["innsyn", "--limit", "3", "--after", next]), ["2026/00001-b"]);
    let after = office.done(&["access-log", "2026/00001"])["entries"].clone();
    let shown = |entries: &serde_json::Value| each(entries, "what").iter().filter(|what| **what == "case").count();
    assert_eq!(shown(&after), shown(&logged), "a list shows initials alone");
}

#[test]
fn a_search_that_is_none_is_told_without_its_words() {
    let office = office();
    let long = "hofteoperasjon ".repeat(700);
    for (search, words) in [
        ("", "ingen ord"),
        ("  \"*\" … ", "ingen ord"),
        (long.as_str(), "noen få ord"),
        ("13846120134", "fødselsnummer"),
    ] {
        let error = office.refused(&["case", "list", "--search", search], 2);
        assert_eq!((&error["code"], &error["fields"][0]["path"]), (&json!("invalid-search"), &json!("search")));
        assert!(error["message"].as_str().expect("a text").contains(words), "{error}");
    }
    for plain in ["innsyn OR", "NEAR(innsyn", "names:innsyn", "\"innsyn", "innsyn*)", "'; DROP TABLE case_row; --"] {
        office.done(&["case", "list", "--search", plain]);
    }
    office.is_whole();
}
