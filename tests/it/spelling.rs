//! The spelling of everything that people read, held against published dictionaries and the project's own words.
//!
//! The dictionaries are Debian's (scripts/debian-packages.txt). What they do not know stands in `tests/words/`: a list
//! for each language, and `names.txt` for names and abbreviations that are the same in all three. A word of one form of
//! Norwegian in a text of the other is a misspelling like any other; those that the other's dictionary lets through stand
//! in `not-nb.txt` and `not-nn.txt`.
//!
//! Texts of the program are read from its source, where line and language can be told; what most of them say when they
//! are composed is built from other data. The help of the command line is read by asking for it, since it stands among
//! comments that nobody is shown.

mod dictionary;
mod helped;
mod page_texts;
mod papers;
mod passage;
mod rust_texts;
mod toml_texts;

use std::collections::BTreeSet;

use dictionary::{Checker, LISTS};
use passage::Passage;
use personvernsak::wording::Language;

use crate::tidy::tree::Tree;

/// Every text that people read, in the files of a project.
fn passages(tree: &Tree) -> Vec<Passage> {
    let mut passages = Vec::new();
    for file in &tree.files {
        passages.extend(match file.path.as_str() {
            path if path.starts_with("letters/") && path.ends_with(".toml") => toml_texts::passages(file),
            path if path.starts_with("registers/") && path.ends_with(".toml") => toml_texts::passages(file),
            path if path.starts_with("src/") && path.ends_with(".rs") => rust_texts::passages(file),
            path if path.starts_with("src-tauri/src/") && path.ends_with(".rs") => rust_texts::passages(file),
            path if path.starts_with(page_texts::FOLDER) => page_texts::passages(file),
            path if papers::NORWEGIAN.contains(&path) => papers::passages(file),
            _ => Vec::new(),
        });
    }
    passages.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    passages
}

/// Every misspelt word, with file and line.
fn misspelt(checker: &Checker, passages: &[Passage]) -> Vec<String> {
    let mut told = Vec::new();
    for passage in passages {
        for (word, languages) in passage.words(checker.names_of_several_words(passage)) {
            if !languages.iter().any(|language| checker.knows(*language, &word)) {
                told.push(format!("{}:{}: «{word}» ({})", passage.file, passage.line, passage.language));
            }
        }
    }
    told
}

#[test]
fn every_word_is_spelt_as_it_should_be() {
    let mut passages = passages(&Tree::read());
    passages.extend(helped::passages());
    let told = misspelt(&Checker::read(), &passages);
    assert!(
        told.is_empty(),
        "\n{}\n\nMend the text. Where the word is right, put it on its list in tests/words/.\n",
        told.join("\n")
    );
}

#[test]
fn every_listed_word_is_needed_and_in_its_place() {
    let mut problems: Vec<String> =
        LISTS.iter().flat_map(|list| dictionary::disorder(list, &dictionary::read(list))).collect();
    let checker = Checker::read();
    let mut passages = passages(&Tree::read());
    passages.extend(helped::passages());
    misspelt(&checker, &passages);
    problems.extend(checker.unused());
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn every_kind_of_text_is_read_in_every_language() {
    let mut passages = passages(&Tree::read());
    passages.extend(helped::passages());
    let found: BTreeSet<(String, String)> = passages
        .iter()
        .map(|passage| {
            let parts: Vec<&str> = passage.file.split('/').collect();
            let place = if parts[0] == "src" { parts[..2].join("/") } else { parts[0].to_owned() };
            (place, passage.language.to_string())
        })
        .collect();
    for place in ["letters", "registers", "src/wording", "src/law", "src/casework", "src/api"] {
        for language in ["nb", "nn", "en"] {
            assert!(found.contains(&(place.to_owned(), language.to_owned())), "{place} in {language}: {found:?}");
        }
    }
    for place in
        ["src/cli", "src/usecase", "src/adapter", "src-tauri", "ui", "personvernsak --help", "docs", "README.md"]
    {
        assert!(found.contains(&(place.to_owned(), "nb".to_owned())), "{place}: {found:?}");
    }
}

#[test]
fn a_misspelt_word_is_told_with_file_and_line() {
    let letter =
        "title = \"Svar\"\n\n[[section.part]]\ntext = \"\"\"\nDu {got} svar.\n\n- **Opplysnignene** slettes.\n\"\"\"\n";
    let letter_nn =
        "title = \"Svar\"\n[[section.part]]\ntext = \"\"\"\nVi har opplysninger.\nIkkje opplysningr.\n\"\"\"\n";
    let letter_en = "title = \"Answer\"\n[[heading]]\ntext = \"We have recieved it\"\n";
    let register =
        "id = \"x\"\n[names]\nnb = \"Ikkje her\"\nnn = \"Ikke her\"\nen = \"Not hear, butt their, in teh list\"\n";
    let code = r#"
        fn f(language: Language) {
            language.pick("Det er galtt", "Det er gale", "It is wrong");
            Trilingual { nb: "ja".into(), nn: format!("nei {x} ikke"), en: "noo".into() };
            match x { (Role::Lead, Language::En) => "in sted of", (_, Language::Nn) => { "noe" } }
            Failure::new("code", "Skriv et tall. Ikkje ord.");
            tracing::error!("the tihng cannot be read");
        }
        #[error("Lageret er låstt.")]
        struct S;
    "#;
    let page = "// Comentary\nexport const a = {\n  'not-a-textt': 'Et gaalt ord',\n  b: (n: number) => (n === 1 ? '1 sak' : `${n > 2 ? 'ingenn' : ''} sakerr`),\n};\n";
    let paper = "# En tittel\n\nEn `kodde` og «sitatt» i [lenkke](lenkke.md).\n\n```\nkodde\n```\n";
    let tree = Tree::of(&[
        ("letters/nb/answer.toml", letter),
        ("letters/nn/answer.toml", letter_nn),
        ("letters/en/answer.toml", letter_en),
        ("registers/x.toml", register),
        ("src/law/x.rs", code),
        ("ui/src/texts/nb/x.ts", page),
        ("README.md", paper),
    ]);
    assert_eq!(
        misspelt(&Checker::read(), &passages(&tree)),
        [
            "README.md:3: «lenkke» (nb)",
            "letters/en/answer.toml:3: «recieved» (en)",
            "letters/nb/answer.toml:7: «Opplysnignene» (nb)",
            "letters/nn/answer.toml:4: «opplysninger» (nn)",
            "letters/nn/answer.toml:5: «opplysningr» (nn)",
            "registers/x.toml:3: «Ikkje» (nb)",
            "registers/x.toml:4: «Ikke» (nn)",
            "registers/x.toml:5: «teh» (en)",
            "src/law/x.rs:3: «galtt» (nb)",
            "src/law/x.rs:4: «ikke» (nn)",
            "src/law/x.rs:4: «noo» (en)",
            "src/law/x.rs:5: «sted» (en)",
            "src/law/x.rs:5: «noe» (nn)",
            "src/law/x.rs:6: «Ikkje» (nb)",
            "src/law/x.rs:9: «låstt» (nb)",
            "ui/src/texts/nb/x.ts:3: «gaalt» (nb)",
            "ui/src/texts/nb/x.ts:4: «ingenn» (nb)",
            "ui/src/texts/nb/x.ts:4: «sakerr» (nb)",
        ]
    );
}

#[test]
fn a_word_of_the_other_form_of_norwegian_is_told_although_the_dictionary_has_it() {
    let lines = [
        Passage::new("x", 1, Language::Nn, "Hun mottatt saken: det gjelder loven, og det er mulig."),
        Passage::new("x", 2, Language::Nb, "Førespurnaden kom i denne veka, og ho treng ei løysing."),
    ];
    let told = misspelt(&Checker::read(), &lines).join(" ");
    for word in ["Hun", "mottatt", "gjelder", "loven", "mulig", "Førespurnaden", "ho", "treng", "løysing"] {
        assert!(told.contains(&format!("«{word}»")), "{word}: {told}");
    }
}

#[test]
fn a_list_out_of_order_or_with_a_word_twice_is_told() {
    assert_eq!(
        dictionary::disorder("nb.txt", "bil\nape\nape\n cykel\n"),
        [
            "tests/words/nb.txt:2: «ape» stands after «bil»; the list is sorted",
            "tests/words/nb.txt:3: «ape» stands twice",
            "tests/words/nb.txt:4: « cykel» has space around it",
        ]
    );
}

#[test]
fn a_listed_word_that_nothing_needs_is_told() {
    let checker = Checker::with(&[("nb.txt", "ikkke\nopplysning\nforvaltere\n")]);
    misspelt(&checker, &[Passage::new("x", 1, Language::Nb, "En opplysning ikkke gitt")]);
    assert_eq!(
        checker.unused(),
        ["tests/words/nb.txt: «forvaltere» stands in no text", "tests/words/nb.txt: «opplysning» is in the dictionary",]
    );
}
