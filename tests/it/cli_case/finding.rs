//! Finding cases: by what letters say, by the numbers that others know them by, by whose they are and when they came; and
//! the views that keep such a list.

use personvernsak::api::desk::ViewFilters;
use serde_json::{Value, json};

use super::office::{Office, each};

const SECRET: [&str; 4] = ["Kvalheim", "hofteoperasjon", "NAV-2026/00881", "26/04711"];

/// Three requests. The first has references of others' and a letter on its way, the second is assigned, the third decided.
fn office() -> Office {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    office.keep_secret(&SECRET);
    for (received_on, reference) in [("2026-01-31", Some("NAV-2026/00881")), ("2026-02-02", None), ("2026-02-03", None)]
    {
        office.register(&json!({
            "received_on": received_on, "channel": "brev", "language": "nb",
            "person": {"name": "Odd Kvalheim", "identity_number": "13846107759",
                       "address": {"lines": ["Sjøgata 12", "6700 Måløy"], "country": "NO"}},
            "text": "Jeg ber om innsyn.", "their_reference": reference,
            "demands": [{"register": "kpr", "right": "innsyn"}, {"register": "npr", "right": "innsyn"}],
        }));
    }
    office.done(&["case", "archive", "2026/00001-a", "--number", "26/04711"]);
    office.done(&["case", "assign", "2026/00002-a", "--to", "administrator"]);
    office
}

fn cases(office: &Office, arguments: &[&str]) -> Vec<String> {
    let list = office.done(&[&["case", "list"], arguments].concat());
    each(&list["cases"], "case").into_iter().map(str::to_owned).collect()
}

#[test]
fn a_case_is_found_by_every_number_that_somebody_knows_it_by() {
    let office = office();
    let of_first = ["2026/00001-a", "2026/00001-b"];
    for reference in ["2026/00001", "2026/1", " 2026/00001-1 ", "NAV-2026/00881", "nav 2026 00881", "26/04711"] {
        assert_eq!(cases(&office, &["--reference", reference]), of_first, "{reference}");
    }
    assert_eq!(cases(&office, &["--reference", "2026/00001-B"]), ["2026/00001-b"]);
    assert_eq!(cases(&office, &["--reference", "2026/00001", "--register", "npr"]), ["2026/00001-b"]);
    for nothing in ["2026/00099", "26/4711-99", "2025/00001-a"] {
        assert_eq!(cases(&office, &["--reference", nothing]), Vec::<String>::new(), "{nothing}");
    }
    assert_eq!(cases(&office, &["--search", "04711"]), of_first, "words find references too");
    let error = office.refused(&["case", "list", "--reference", "13846107759"], 2);
    assert_eq!(error["fields"][0]["path"], "reference");
    let error = office.refused(&["case", "list", "--reference", "2026/00001", "--search", "innsyn"], 2);
    assert_eq!(error["code"], "person-and-search");
    office.is_whole();
}

#[test]
fn the_words_of_issued_letters_are_found() {
    let office = office();
    assert_eq!(cases(&office, &["--search", "fått kravet innsyn frist"]), Vec::<String>::new());
    let letter = office.done(&[
        "letter",
        "issue",
        "2026/00001-a",
        "--kind",
        "acknowledgement",
        "-o",
        &office.argument("brev.pdf"),
    ]);
    assert!(letter["letter"].is_string(), "{letter}");
    let words = ["--search", "fått kravet innsyn frist"];
    let found = cases(&office, &words);
    assert!(
        found.contains(&"2026/00001-a".to_owned()) && found.iter().all(|case| case.starts_with("2026/00001")),
        "{found:?}"
    );
    office.done(&["store", "rebuild"]);
    assert_eq!(cases(&office, &words), found);
    office.is_whole();
}

#[test]
fn the_list_is_narrowed_by_whose_it_is_and_by_days_and_sorted() {
    let office = office();
    assert_eq!(cases(&office, &["--mine"]), ["2026/00002-a"]);
    assert_eq!(cases(&office, &["--assignee", "administrator"]), ["2026/00002-a"]);
    assert_eq!(cases(&office, &["--assignee", "Nobody"]), Vec::<String>::new());
    assert_eq!(cases(&office, &["--unassigned"]).len(), 5);
    assert_eq!(cases(&office, &["--unassigned", "--register", "npr"]).len(), 3);
    assert_eq!(cases(&office, &["--received-from", "2026-02-02", "--received-to", "2026-02-02"]).len(), 2);
    assert_eq!(cases(&office, &["--due-to", "2026-03-02"]).len(), 4, "a month after the first two");
    assert_eq!(cases(&office, &["--due-from", "2026-03-03"]), ["2026/00003-a", "2026/00003-b"]);
    assert_eq!(cases(&office, &["--sort", "received"])[..2], ["2026/00003-b", "2026/00003-a"]);
    assert_eq!(cases(&office, &["--sort", "number"])[..2], ["2026/00001-a", "2026/00001-b"]);
    let reasons = office.write("reasons", "Vi fant ingenting.");
    office.done(&["case", "decide", "2026/00003-a", "--outcome", "ingen-opplysninger", "--reasons-file", &reasons]);
    assert_eq!(cases(&office, &["--outcome", "ingen-opplysninger"]), ["2026/00003-a"]);
    for (arguments, code) in [
        (&["--mine", "--unassigned"][..], "whose-cases"),
        (&["--received-from", "2026-02-03", "--received-to", "2026-02-02"], "date-order"),
        (&["--sort", "name"], "unknown-value"),
        (&["--outcome", "kanskje"], "unknown-value"),
    ] {
        assert_eq!(office.refused(&[&["case", "list"], arguments].concat(), 2)["code"], code, "{arguments:?}");
    }
    office.is_whole();
}

#[test]
fn a_view_is_kept_shared_and_deleted_by_whoever_saved_it() {
    let mut office = office();
    office.let_in("Kari Myhre", "saksbehandler");
    let names = |views: &Value| each(&views["views"], "name").into_iter().map(str::to_owned).collect::<Vec<_>>();
    let saved = office.done_as(
        "Kari Myhre",
        &["view", "save", "Ufordelt NPR", "--unassigned", "--register", "npr", "--sort", "received"],
    );
    assert_eq!((names(&saved), &saved["views"][0]["own"]), (vec!["Ufordelt NPR".to_owned()], &json!(true)));
    let list = office.done_as("Kari Myhre", &["case", "list", "--view", "Ufordelt NPR"]);
    assert_eq!(each(&list["cases"], "case"), ["2026/00003-b", "2026/00002-b", "2026/00001-b"]);
    assert!(names(&office.done(&["views"])).is_empty(), "it is not shared");
    office.done_as("Kari Myhre", &["view", "save", "Ufordelt NPR", "--unassigned", "--register", "npr", "--shared"]);
    let theirs = office.done(&["views"]);
    assert_eq!((names(&theirs).len(), &theirs["views"][0]["owner"]), (1, &json!("Kari Myhre")));
    assert_eq!(cases(&office, &["--view", "Ufordelt NPR"]).len(), 3);
    assert_eq!(office.refused(&["view", "delete", "Ufordelt NPR"], 4)["code"], "no-such-view");
    for (arguments, code) in [
        (&["view", "save", " "][..], 2),
        (&["view", "save", "Et navn som er mye lengre enn menyen noen gang har plass til"], 2),
        (&["view", "save", "Feil", "--register", "finnes-ikke"], 2),
        (&["case", "list", "--view", "Ukjent"], 4),
        (&["case", "list", "--view", "Ufordelt NPR", "--mine"], 2),
    ] {
        office.refused(arguments, code);
    }
    assert!(names(&office.done_as("Kari Myhre", &["view", "delete", "Ufordelt NPR"])).is_empty());
    office.at_instant("2026-02-04T09:00:00+01:00");
    office.is_whole();
}

#[test]
fn a_view_keeps_open_complaints_and_what_is_in_force_and_one_from_before_has_neither() {
    let office = office();
    office.done(&["view", "save", "Klager", "--complaints", "--mine"]);
    let saved = office.done(&["view", "save", "Gjelder", "--in-force", "--register", "hpr"]);
    let kept: Vec<_> = saved["views"].as_array().expect("views").iter().map(|view| &view["filters"]).collect();
    let mut flags: Vec<_> = kept.iter().map(|kept| (&kept["complaints"], &kept["in_force"])).collect();
    flags.sort_by_key(|(complaints, _)| complaints.as_bool());
    assert_eq!(flags, [(&json!(false), &json!(true)), (&json!(true), &json!(false))]);
    for name in ["Klager", "Gjelder"] {
        assert_eq!(cases(&office, &["--view", name]), Vec::<String>::new());
    }
    // What is in force has an order of its own.
    for more in [&["--sort", "number"][..], &["--overdue"], &["--due-to", "2026-03-01"], &["--undelivered"]] {
        let words = [&["view", "save", "Feil", "--in-force"], more].concat();
        assert_eq!(office.refused(&words, 2)["code"], "usage", "{more:?}");
    }
    assert_eq!(office.refused(&["case", "list", "--in-force", "--search", "ord"], 2)["code"], "usage");
    let before: ViewFilters = serde_json::from_str(r#"{"mine": true, "sort": "number"}"#).expect("a view from before");
    assert_eq!((before.mine, before.complaints, before.in_force), (true, false, false));
}
