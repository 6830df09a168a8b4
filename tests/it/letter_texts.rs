//! An office's own letter texts: taken whole or not at all, and every fault told with file and line.

use personvernsak::adapter::load::letters::{with_own, write_built_in};
use personvernsak::casework::letter::LetterKind;
use personvernsak::wording::Language;

use crate::letters::samples::texts;

/// A file of an office's own: its path, and what stands in it.
type Own = (String, Vec<u8>);

/// What stands in a file of the program's.
fn built_in(name: &str) -> String {
    let path = format!("{}/letters/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("the file")
}

/// A file of the program's with some passages exchanged.
fn changed(name: &str, exchanges: &[(&str, &str)]) -> Own {
    let mut text = built_in(name);
    for (from, to) in exchanges {
        assert!(text.contains(from), "{name} has «{from}»");
        text = text.replacen(from, to, 1);
    }
    (name.to_owned(), text.into_bytes())
}

/// The same in every language, each with its own passage.
fn in_each(kind: &str, exchanges: [(&str, &str); 3]) -> Vec<Own> {
    let languages = Language::ALL.into_iter().zip(exchanges);
    languages.map(|(language, exchange)| changed(&format!("{language}/{kind}.toml"), &[exchange])).collect()
}

/// A file of the program's without one of its sections.
fn without_section(name: &str, id: &str) -> Own {
    let text = built_in(name);
    let start = text.find(&format!("[[section]]\nid = \"{id}\"")).expect("the section");
    let end = text[start + 1..].find("[[section]]\nid").map_or(text.len(), |end| start + 1 + end);
    (name.to_owned(), format!("{}{}", &text[..start], &text[end..]).into_bytes())
}

/// A file of the program's with one of its sections before all others.
fn with_section_first(name: &str, id: &str) -> Own {
    let (whole, rest) = (built_in(name), String::from_utf8(without_section(name, id).1).expect("text"));
    let start = whole.find(&format!("[[section]]\nid = \"{id}\"")).expect("the section");
    let section = &whole[start..start + whole.len() - rest.len()];
    (name.to_owned(), rest.replacen("[[section]]\n", &format!("{section}[[section]]\n"), 1).into_bytes())
}

fn office(text: &str) -> Own {
    ("office.toml".to_owned(), text.as_bytes().to_vec())
}

fn faults() -> Vec<(&'static str, Vec<Own>)> {
    let (nb, nn, en) = ("nb/acknowledgement.toml", "nn/acknowledgement.toml", "en/acknowledgement.toml");
    let decision = |exchanges| in_each("section-25-decision", exchanges);
    let alternative = "alternative.nb = \"Logoen\"\nalternative.nn = \"Logoen\"\nalternative.en = \"The logo\"\n";
    vec![
        ("an unknown field", vec![changed(nb, &[("{request_number}", "{request_numer}")])]),
        ("a field of another kind of letter", vec![changed(nb, &[("{request_number}", "{reasons}")])]),
        ("an unknown condition", vec![changed(nn, &[("not due-known", "not due-knwon")])]),
        ("a brace that is not closed", vec![changed(nb, &[("**{received_on}**", "**{received_on**")])]),
        ("bold that is not ended", vec![changed(nb, &[("**{received_on}**", "**{received_on}")])]),
        ("an unknown reference", vec![changed(en, &[("{ref:hregl-25}", "{ref:hregl-26}")])]),
        ("a key that is misspelt", vec![changed(nb, &[("fixed = true", "fiksed = true")])]),
        ("no TOML", vec![changed(nb, &[("title = \"", "title = ")])]),
        ("no UTF-8", vec![(nb.to_owned(), b"title = \"Svar\"\n\n[[heading]]\ntext = \"S\xe6r\"\n".to_vec())]),
        (
            "a last heading with conditions",
            vec![changed(
                nb,
                &[(
                    "[[heading]]\ntext = \"Vi har fått kravet ditt",
                    "[[heading]]\nwhen = [\"paused\"]\ntext = \"Vi har fått kravet ditt",
                )],
            )],
        ),
        ("an unknown section", vec![changed(nb, &[("id = \"track\"", "id = \"sporet\"")])]),
        ("a section that one language lacks", vec![without_section(nn, "track")]),
        (
            "a fixed section that every language lacks",
            Language::ALL.map(|it| without_section(&format!("{it}/answer.toml"), "complaint")).to_vec(),
        ),
        ("sections in another order", vec![with_section_first(en, "needed")]),
        (
            "a field that only bokmål has",
            vec![changed(nb, &[("er {request_number}.", "er {request_number}, sak {case_number}.")])],
        ),
        ("a field that only nynorsk lacks", vec![changed(nn, &[("Referansenummeret er {request_number}.", "")])]),
        (
            "a condition that only English has",
            vec![changed(en, &[("\"not due-known\"", "\"not due-known\", \"paused\"")])],
        ),
        (
            "a text that only English has",
            vec![changed(
                en,
                &[("[[section]]\nid = \"track\"", "[[section.part]]\ntext = \"More.\"\n\n[[section]]\nid = \"track\"")],
            )],
        ),
        (
            "a fixed section that is not fixed",
            decision(std::array::from_fn(|_| {
                ("id = \"complaint\"\nfixed = true", "id = \"complaint\"\nfixed = false")
            })),
        ),
        (
            "a fixed section for some letters only",
            decision(std::array::from_fn(|_| {
                ("id = \"complaint\"\nfixed = true", "id = \"complaint\"\nfixed = true\nwhen = [\"paused\"]")
            })),
        ),
        (
            "words that the gate asks for",
            vec![changed("nb/section-25-decision.toml", &[("se sakens dokumenter", "lese det vi har")])],
        ),
        (
            "a field that a fixed section needs",
            in_each("answer", std::array::from_fn(|_| ("{ombud_contact}", "{office_name}"))),
        ),
        ("a reference that is gone", vec![changed("legal-references.toml", &[("id = \"efvf-6\"", "id = \"efvf-7\"")])]),
        (
            "a reference without a source",
            vec![changed(
                "legal-references.toml",
                &[(
                    "source = \"Personopplysningsloven (LOV-2018-06-15-38), vedlegg: forordning (EU) 2016/679 artikkel 7 nr. 3\"",
                    "source = \"\"",
                )],
            )],
        ),
        ("a file of no kind", vec![("nb/anwser.toml".to_owned(), built_in("nb/answer.toml").into_bytes())]),
        ("a name in two languages", vec![office("[names]\nnb = \"Etaten\"\nnn = \"Etaten\"\n")]),
        ("an empty name", vec![office("[names]\nnb = \"Etaten\"\nnn = \" \"\nen = \"The agency\"\n")]),
        ("a logo without words for whoever does not see it", vec![office("[logo]\nfile = \"logo.png\"\n")]),
        ("a logo that is not there", vec![office(&format!("[logo]\nfile = \"logo.png\"\n{alternative}"))]),
        (
            "a logo elsewhere",
            vec![
                office(&format!("[logo]\nfile = \"../logo.png\"\n{alternative}")),
                ("../logo.png".to_owned(), vec![1]),
            ],
        ),
    ]
}

#[test]
fn every_fault_has_file_line_and_words() {
    let mut told = String::new();
    for (what, files) in faults() {
        let faults = with_own(&files).expect_err(what).0;
        told += &format!("{what}\n");
        for fault in &faults {
            assert!(fault.line > 0 && !fault.file.is_empty(), "{what}: {fault}");
            told += &format!("  {fault}\n");
        }
    }
    insta::assert_snapshot!("letter_texts_faults", told);
}

#[test]
fn the_line_is_that_of_the_fault() {
    let file = changed("nb/acknowledgement.toml", &[("{request_number}", "{request_numer}")]);
    let text = String::from_utf8(file.1.clone()).expect("text");
    let line = text[..text.find("{request_numer}").expect("the field")].matches('\n').count() + 1;
    assert_eq!(with_own(&[file]).expect_err("a fault").0[0].line, line);
}

#[test]
fn what_an_office_has_no_file_for_is_the_program_s() {
    let reworded = ("Vi sier fra om vi trenger mer", "Vi tar kontakt om noe mangler");
    let own = with_own(&[changed("nb/acknowledgement.toml", &[reworded])]).expect("no fault");
    for kind in LetterKind::ALL {
        for language in Language::ALL {
            let changed = (kind, language) == (LetterKind::Acknowledgement, Language::Nb);
            assert_eq!(own.get(kind, language) != texts().get(kind, language), changed, "{} {language}", kind.id());
        }
    }
    assert_eq!(own.references, texts().references);
    assert_eq!(own.letterhead, texts().letterhead);
}

#[test]
fn what_the_program_writes_out_is_what_it_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path().join("brevtekster");
    let count = write_built_in(&folder).expect("written");
    assert_eq!(count, LetterKind::ALL.len() * Language::ALL.len() + 2);
    assert!(folder.join("README.md").is_file());
    let files = personvernsak::adapter::load::letters::read_letter_folder(&folder).expect("read");
    assert_eq!(files.len(), count - 1, "all but what is said of them");
    assert_eq!(&with_own(&files).expect("no fault"), texts());
    // Nothing is written over.
    let again = write_built_in(&folder).expect_err("not empty");
    assert_eq!(again.kind(), std::io::ErrorKind::AlreadyExists);
}
