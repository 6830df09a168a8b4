//! References to statutes are dated data: a new act is cited from the day on which it enters into force.

use personvernsak::adapter::load::LoadProblems;
use personvernsak::adapter::load::letters::{read_references, with_own};
use personvernsak::casework::letter::gate::CheckId;
use personvernsak::casework::letter::template::{Content, Piece, TextBlock};
use personvernsak::casework::letter::{LetterInput, LetterKind, Templates, compose, gate};
use personvernsak::law::rights::Outcome;
use personvernsak::wording::Language;

use super::every::every_letter;
use super::gate::decision;
use super::samples::{day, decided, erasure_in_kpr, in_language, texts};

/// The letter texts with these references in place of the program's.
fn templates_with(references: &str) -> Result<Templates, LoadProblems> {
    with_own(&[("legal-references.toml".to_owned(), references.as_bytes().to_vec())])
}

const SHIPPED: &str = include_str!("../../../letters/legal-references.toml");

/// How the act of 1967 and that of 2025 are cited, in bokmål.
const MOVED: [(&str, &str, &str); 10] = [
    ("fvl-2", "forvaltningsloven § 2", "forvaltningsloven § 7"),
    ("fvl-11-4", "forvaltningsloven § 11 fjerde ledd", "forvaltningsloven § 16 første ledd"),
    ("fvl-11-a", "forvaltningsloven § 11 a", "forvaltningsloven § 17"),
    ("fvl-12", "forvaltningsloven § 12", "forvaltningsloven § 18"),
    ("fvl-13", "forvaltningsloven § 13", "forvaltningsloven §§ 30 og 31"),
    ("fvl-18-19", "forvaltningsloven §§ 18 og 19", "forvaltningsloven §§ 46 til 50"),
    ("fvl-24-25", "forvaltningsloven §§ 24 og 25", "forvaltningsloven §§ 56 og 57"),
    ("fvl-28-32", "forvaltningsloven §§ 28 til 32", "forvaltningsloven §§ 61 til 66"),
    ("fvl-33", "forvaltningsloven § 33", "forvaltningsloven § 67"),
    ("fvl-42", "forvaltningsloven § 42", "forvaltningsloven § 76"),
];

/// The shipped file with the one line that says when the act of 2025 enters into force.
fn in_force_from(date: &str) -> Templates {
    let line = SHIPPED.lines().find(|line| line.starts_with("# in_force_on")).expect("the line to write");
    let changed = SHIPPED.replacen(line, &format!("in_force_on = {date}"), 1);
    templates_with(&changed).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn text(templates: &Templates, input: &LetterInput) -> String {
    compose(templates, input).unwrap_or_else(|problems| panic!("{problems:#?}")).letter.to_text()
}

/// A § 25 decision that grants a part, of this date.
fn dated(date: &str, language: Language) -> LetterInput {
    let mut input =
        decided(in_language(erasure_in_kpr(LetterKind::Section25Decision), language), Outcome::PartlyGranted);
    input.dated_on = day(date);
    input
}

#[test]
fn one_line_in_one_file_moves_the_letters_to_the_new_act() {
    let moved = in_force_from("2027-07-01");
    let before = text(&moved, &dated("2027-06-30", Language::Nb));
    let after = text(&moved, &dated("2027-07-01", Language::Nb));
    for id in ["fvl-24-25", "fvl-28-32", "fvl-18-19", "fvl-42"] {
        let (_, old, new) = MOVED.into_iter().find(|(moved, ..)| *moved == id).expect("a moved reference");
        assert!(before.contains(&format!("- {old} om ")) && !before.contains(new), "{before}");
        assert!(after.contains(&format!("- {new} om ")) && !after.contains(old), "{after}");
    }
    assert!(text(&moved, &dated("2027-07-01", Language::Nn)).contains("forvaltningslova §§ 56 og 57 om grunngiving"));
    let english = text(&moved, &dated("2027-07-01", Language::En));
    assert!(english.contains("Public Administration Act sections 56 and 57 on reasons"), "{english}");
    // Nothing else in the letter changes but its date.
    let rest = |text: &str, date: &str| {
        MOVED.into_iter().fold(text.replace(date, ""), |text, (_, old, new)| text.replace(old, new))
    };
    assert_eq!(rest(&before, "30.06.2027"), rest(&after, "01.07.2027"));
}

#[test]
fn every_letter_follows_the_new_act_and_every_reference_has_its_place() {
    let moved = in_force_from("2027-07-01");
    for (id, old, new) in MOVED {
        let on = |date| moved.references.on(id, day(date), Language::Nb);
        assert_eq!((on("2027-06-30"), on("2027-07-01")), (Some(old), Some(new)), "{id}");
    }
    let acts: Vec<&str> = SHIPPED.lines().filter(|line| line.starts_with("id = \"fvl-")).collect();
    assert_eq!(acts.len(), 2 * MOVED.len(), "each provision of the act of 1967 has one of the new act");
    for (name, mut input) in every_letter() {
        input.dated_on = day("2027-07-02");
        let composed = compose(&moved, &input).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
        assert!(composed.references.iter().all(|cited| cited.in_force), "{name}: {:?}", composed.references);
        let text = composed.letter.to_text();
        for cited in composed.references.iter().filter(|cited| cited.id.starts_with("fvl-")) {
            let words = moved.references.on(&cited.id, input.dated_on, input.language).expect("in force");
            assert!(text.contains(words), "{name}: {words}");
        }
        for old in ["§§ 24 og 25", "§§ 28 til 32", "§§ 18 og 19", "§ 11 a", "§ 11 fjerde", "sections 24 and 25"]
        {
            assert!(!text.contains(old), "{name} cites {old}");
        }
    }
}

#[test]
fn dates_on_the_entries_themselves_do_the_same() {
    let entry = "until_act = \"forvaltningsloven-2025\"\nsource = \"Forvaltningsloven (LOV-1967-02-10) §§ 24 og 25";
    assert!(SHIPPED.contains(entry));
    let ended =
        SHIPPED.replacen(entry, &entry.replace("until_act = \"forvaltningsloven-2025\"", "valid_to = 2026-12-31"), 1);
    let followed = format!(
        "{ended}\n[[reference]]\nid = \"fvl-24-25\"\nnb = \"forvaltningsloven §§ 56 og 57\"\nnn = \"forvaltningslova §§ 56 og 57\"\nen = \"Public Administration Act sections 56 and 57\"\nvalid_from = 2027-01-01\nsource = \"LOV-2025-06-20-81\"\n"
    );
    let templates = templates_with(&followed).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert!(text(&templates, &dated("2026-12-31", Language::Nb)).contains("§§ 24 og 25 om begrunnelse"));
    assert!(text(&templates, &dated("2027-01-01", Language::Nb)).contains("§§ 56 og 57 om begrunnelse"));

    // With the old reference ended and nothing in its place the letter is stopped.
    let templates = templates_with(&ended).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let input = dated("2027-01-01", Language::Nb);
    let composed = compose(&templates, &input).expect("a letter");
    let failures: Vec<_> = gate(&input, &composed, &[]).into_iter().filter(|check| !check.ok).collect();
    assert_eq!(failures.len(), 1, "{failures:#?}");
    assert_eq!(failures[0].check, CheckId::LegalReferences);
    assert!(failures[0].message.nb.contains("fvl-24-25"), "{}", failures[0].message.nb);
    let before = dated("2026-12-31", Language::Nb);
    let composed = compose(&templates, &before).expect("a letter");
    assert!(gate(&before, &composed, &[]).iter().all(|check| check.ok));
}

#[test]
fn no_day_is_made_up_for_an_act_that_none_is_decided_for() {
    let shipped = templates_with(SHIPPED).unwrap_or_else(|problems| panic!("{problems:#?}"));
    for date in ["2026-11-28", "2035-01-01"] {
        let text = text(&shipped, &dated(date, Language::Nb));
        assert!(text.contains("forvaltningsloven §§ 24 og 25 om begrunnelse"), "{date}");
    }
    assert!(!decision().cases.is_empty());
}

#[test]
fn what_is_wrong_with_acts_and_dates_is_told() {
    let act = "[[act]]\nid = \"b\"\nsource = \"B-loven\"\n";
    let entry = |times: &str| {
        format!(
            "[[reference]]\nid = \"a\"\nnb = \"a § 1\"\nnn = \"a § 1\"\nen = \"a section 1\"\n{times}\nsource = \"A-loven\"\n"
        )
    };
    for (source, message) in [
        (entry("until_act = \"b\"\nvalid_from = 2020-01-01"), "«b» er ikke en lov i listen."),
        (
            format!("{act}{}", entry("from_act = \"b\"\nvalid_from = 2020-01-01")),
            "Oppgi enten en dato eller en lov, ikke begge.",
        ),
        (entry("valid_to = 2020-01-01"), "En henvisning må ha kilde og gyldige datoer."),
        (
            format!("{}{}", entry("valid_from = 2020-01-01"), entry("valid_from = 2021-01-01")),
            "«a» gjelder to ganger på samme dag.",
        ),
        (
            format!("[[act]]\nid = \"b\"\nsource = \"\"\n{}", entry("valid_from = 2020-01-01")),
            "En lov må ha kilde, og dagen den trer i kraft, må være en dato.",
        ),
    ] {
        let problems = read_references("r.toml", &source).expect_err(message);
        assert_eq!(problems.iter().map(|problem| problem.message.nb.as_ref()).collect::<Vec<_>>(), [message]);
    }
    let waits = format!("{act}{}", entry("from_act = \"b\""));
    assert_eq!(read_references("r.toml", &waits).expect("well-formed").iter().count(), 0);
}

#[test]
fn statutes_are_cited_by_reference_and_never_in_words() {
    let mut words = Vec::new();
    let mut collect = |pieces: &[Piece]| {
        words.extend(pieces.iter().filter_map(|piece| match &piece.content {
            Content::Words(words) => Some(words.clone()),
            Content::Field(_) | Content::Reference(_) => None,
        }));
    };
    for kind in LetterKind::ALL {
        for language in Language::ALL {
            let template = texts().get(kind, language).expect("a text");
            template.headings.iter().for_each(|heading| collect(&heading.text));
            for section in &template.sections {
                section.headings.iter().for_each(|heading| collect(&heading.text));
                for part in &section.parts {
                    part.heading.iter().for_each(|heading| collect(heading));
                    for block in &part.blocks {
                        match block {
                            TextBlock::Paragraph(pieces) => collect(pieces),
                            TextBlock::List { items, .. } => items.iter().for_each(|item| collect(item)),
                        }
                    }
                }
            }
        }
    }
    assert!(words.len() > 1000, "{}", words.len());
    for text in words {
        let lower = text.to_lowercase();
        for mark in ["§", "artikkel ", "article ", "section ", "sections ", "forvaltningslov", "helseregisterlov"] {
            assert!(!lower.contains(mark), "«{text}» cites a statute in words");
        }
    }
}
