//! Rules that every letter text keeps, and what is told when one is broken.

use personvernsak::adapter::load::letters::{read_references, read_template};
use personvernsak::casework::letter::compose::ComposeProblemKind;
use personvernsak::casework::letter::input::{ExtensionReason, Mode, PauseGround};
use personvernsak::casework::letter::reference::LegalReferences;
use personvernsak::casework::letter::template::{Content, Piece, Template, TextBlock};
use personvernsak::casework::letter::{LetterInput, LetterKind, Templates, compose};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::Language;

use super::after::told_to_recipients;
use super::samples::{access_to_hpr, composed, decided, erasure_in_kpr, in_language, rectification_in_npr, texts};
use super::situations::{
    appealed, application, bare_erasure, bare_rectification, changed, delayed, elsewhere, extension, lifted, mixed,
    reminder, unclear_access,
};

fn template(kind: LetterKind, language: Language) -> &'static Template {
    texts().get(kind, language).expect("every kind has a text in every language")
}

fn marks(pieces: &[Piece]) -> Vec<String> {
    let mut marks: Vec<String> = pieces
        .iter()
        .filter_map(|piece| match &piece.content {
            Content::Words(_) => None,
            Content::Field(field) => Some(field.id().to_owned()),
            Content::Reference(id) => Some(format!("ref:{id}")),
        })
        .collect();
    marks.sort();
    marks
}

/// The build of a text without its words: sections, conditions, fields, references.
fn build(template: &Template) -> Vec<String> {
    let mut lines = Vec::new();
    for heading in &template.headings {
        lines.push(format!("heading {:?} {:?}", heading.when, marks(&heading.text)));
    }
    for section in &template.sections {
        lines.push(format!("section {} {} {} {:?}", section.id.id(), section.fixed, section.per_case, section.when));
        for heading in &section.headings {
            lines.push(format!("  heading {:?} {:?}", heading.when, marks(&heading.text)));
        }
        for part in &section.parts {
            let heading = part.heading.as_deref().map(marks);
            lines.push(format!("  part {} {heading:?} {:?}", part.per_case, part.when));
            for block in &part.blocks {
                match block {
                    TextBlock::Paragraph(pieces) => lines.push(format!("    paragraph {:?}", marks(pieces))),
                    TextBlock::List { numbered, items } => {
                        lines.push(format!("    list {numbered}"));
                        lines.extend(items.iter().map(|item| format!("      item {:?}", marks(item))));
                    }
                }
            }
        }
    }
    lines
}

#[test]
fn every_language_is_built_alike() {
    for kind in LetterKind::ALL {
        let nb = build(template(kind, Language::Nb));
        for language in [Language::Nn, Language::En] {
            assert_eq!(nb, build(template(kind, language)), "{} {language}", kind.id());
        }
    }
}

#[test]
fn every_outcome_has_a_heading_and_an_opening_of_its_own() {
    for language in Language::ALL {
        let decisions = Outcome::ALL
            .into_iter()
            .filter(|outcome| LetterKind::Section25Decision.can_tell(*outcome, Track::Section25))
            .map(|outcome| decided(in_language(erasure_in_kpr(LetterKind::Section25Decision), language), outcome));
        let answers =
            Outcome::ALL.into_iter().map(|outcome| decided(access_to_hpr(LetterKind::Answer, language), outcome));
        for inputs in [decisions.collect::<Vec<LetterInput>>(), answers.collect()] {
            let openings = |index: usize| {
                let mut list: Vec<String> = inputs
                    .iter()
                    .map(|input| {
                        let letter = composed(input).letter;
                        if index == 0 { letter.heading } else { format!("{:?}", letter.blocks.first()) }
                    })
                    .collect();
                list.sort();
                list.dedup();
                list.len()
            };
            assert_eq!((openings(0), openings(1)), (inputs.len(), inputs.len()));
        }
    }
}

#[test]
fn the_words_are_plain_and_in_one_language() {
    let every = |language: Language| {
        let mut letters = vec![
            in_language(erasure_in_kpr(LetterKind::Acknowledgement), language),
            in_language(rectification_in_npr(LetterKind::Acknowledgement), language),
            in_language(rectification_in_npr(LetterKind::IdentityRequest), language),
        ];
        letters.extend(PauseGround::ALL.map(|ground| reminder(ground, language)));
        letters.extend([bare_erasure(language), bare_rectification(language), unclear_access(language)]);
        letters.extend(ExtensionReason::ALL.map(|reason| extension(reason, language)));
        letters.extend([LetterKind::DelayNotice, LetterKind::InterimReply].map(|kind| delayed(kind, language)));
        for kind in [LetterKind::Forwarding, LetterKind::ForwardingNotice] {
            letters.extend(Mode::ALL.map(|mode| elsewhere(kind, mode, language)));
        }
        letters.push(elsewhere(LetterKind::Referral, Mode::Refer, language));
        letters.extend(Outcome::ALL.map(|outcome| decided(access_to_hpr(LetterKind::Answer, language), outcome)));
        letters.extend([application(language), mixed(language)]);
        letters.extend(told_to_recipients().map(|(right, track, outcome)| changed(right, track, outcome, language)));
        letters.push(lifted(Outcome::Granted, language));
        letters.push(appealed(Right::Erasure, Outcome::Refused, language));
        let texts = letters.iter().map(|input| composed(input).letter.to_text().to_lowercase());
        // A ministry has no name in English but its own.
        texts.map(|text| text.replace("helse- og omsorgsdepartementet", "")).collect::<String>()
    };
    let words = |text: &str| -> std::collections::BTreeSet<String> {
        text.split(|character: char| !character.is_alphabetic()).map(str::to_owned).collect()
    };
    let (nb, nn, en) = (every(Language::Nb), every(Language::Nn), every(Language::En));
    for text in [&nb, &nn] {
        for banned in ["!", "vennligst", "venlegast", "herved", "vedrørende", "vedrørande", "ovennevnte", "de kan "] {
            assert!(!text.contains(banned), "{banned}");
        }
    }
    for stiff in ["!", "kindly", "hereby", "aforementioned", "herewith", "pursuant", "shall ", "deadline", "don't", "§"]
    {
        assert!(!en.contains(stiff), "{stiff}");
    }
    for norwegian in ["ikke", "ikkje", "og", "vi", "du", "til", "fra", "frå", "opplysninger", "måned", "uke"] {
        assert!(!words(&en).contains(norwegian), "«{norwegian}» in an English letter");
    }
    for bokmal in ["ikke", "jeg", "hva", "hvem", "fra", "opplysninger", "noe", "mer", "uke", "uker", "mandag", "lørdag"]
    {
        assert!(!words(&nn).contains(bokmal), "«{bokmal}» in a nynorsk letter");
    }
    for nynorsk in ["ikkje", "eg", "kva", "kven", "frå", "opplysningar", "noko", "meir", "veker", "måndag", "laurdag"]
    {
        assert!(!words(&nb).contains(nynorsk), "«{nynorsk}» in a bokmål letter");
    }
}

#[test]
fn an_email_to_a_sender_nobody_knows_is_neutral() {
    for kind in [LetterKind::Acknowledgement, LetterKind::IdentityRequest] {
        let input = rectification_in_npr(kind);
        let letter = composed(&input).letter;
        let text = format!("{}\n{}", letter.title, letter.to_text()).to_lowercase();
        for word in [
            "npr",
            "pasient",
            "diagnos",
            "sykehus",
            "retting",
            "§ 25",
            "fødselsnummer",
            "legitimasjon",
            "helseregister",
        ] {
            assert!(!text.contains(word), "{word} in {}", kind.id());
        }
    }
}

#[test]
fn a_provision_has_one_id_and_one_wording_in_letters_and_registers() {
    let sources: toml::Table = include_str!("../../../registers/sources.toml").parse().expect("a TOML file");
    let sources = sources["source"].as_array().expect("a list of sources");
    let mut shared = Vec::new();
    for reference in texts().references.iter() {
        for source in sources {
            let alike = source["nb"].as_str() == Some(reference.text.nb.as_ref());
            assert_eq!(source["id"].as_str() == Some(&reference.id), alike, "{}", reference.id);
            if alike {
                assert_eq!(source["nn"].as_str(), Some(reference.text.nn.as_ref()), "{}", reference.id);
                assert_eq!(source["en"].as_str(), Some(reference.text.en.as_ref()), "{}", reference.id);
                assert_eq!(
                    source.get("valid_from").map(ToString::to_string),
                    Some(reference.valid_from.to_string()),
                    "{}",
                    reference.id
                );
                // Whoever lets one end lets the other end on the same day.
                assert_eq!(
                    source.get("valid_to").map(ToString::to_string),
                    reference.valid_to.map(|day| day.to_string()),
                    "{}",
                    reference.id
                );
                shared.push(reference.id.as_str());
            }
        }
    }
    assert!(shared.contains(&"gdpr-17") && shared.contains(&"kpr-f-4-3"), "{shared:?}");
}

#[test]
fn an_unknown_field_is_told_with_file_and_line() {
    let source = r#"title = "Svar"

[[heading]]
text = "Svar"

[[section]]
id = "answer"

[[section.part]]
when = ["outcome:slettet", "mood:good"]
text = """
Du får svar.

Vi slettar {everything}
og viser til {ref:nowhere}.
"""

[[section.part]]
text = """
Viser til {ref:nowhere}.
"""

[[section]]
id = "poem"
"#;
    let read = read_template(LetterKind::Answer, Language::Nn, "nn/answer.toml", source, &LegalReferences::default());
    let problems: Vec<String> = read.expect_err("four faults").iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "nn/answer.toml:10: «mood» er ikke et vilkår.",
            "nn/answer.toml:14: «everything» er ikke et felt.",
            "nn/answer.toml:20: «nowhere» står ikke i legal-references.toml.",
            "nn/answer.toml:24: «poem» er ikke en del av et brev.",
        ]
    );
}

#[test]
fn a_field_of_a_decision_has_no_place_in_an_acknowledgement() {
    let source = "title = \"x\"\n[[heading]]\ntext = \"{reasons}\"\n[[section]]\nid = \"answer\"\n";
    let read = |kind| read_template(kind, Language::Nb, "x.toml", source, &LegalReferences::default());
    assert!(read(LetterKind::Answer).is_ok());
    assert_eq!(read(LetterKind::Acknowledgement).expect_err("a fault")[0].line, 3);
}

#[test]
fn a_reference_without_a_source_is_refused() {
    let entry = |source: &str| {
        format!(
            "[[reference]]\nid = \"a\"\nnb = \"a § 1\"\nnn = \"a § 1\"\nen = \"a section 1\"\nvalid_from = 2020-01-01\nsource = \"{source}\"\n"
        )
    };
    assert!(read_references("r.toml", &entry("A-loven § 1")).is_ok());
    assert_eq!(read_references("r.toml", &entry(" ")).expect_err("no source")[0].line, 2);
}

#[test]
fn a_letter_that_cannot_be_is_told_with_every_reason() {
    let codes = |input: &LetterInput| -> Vec<&'static str> {
        compose(texts(), input).expect_err("no letter").iter().map(|problem| problem.kind.code()).collect()
    };
    let mut input = erasure_in_kpr(LetterKind::Section25Decision);
    assert_eq!(codes(&input), ["not-decided"]);
    input.fields.insert("poem".to_owned(), "…".to_owned());
    input.fields.insert("reasons.b".to_owned(), "…".to_owned());
    assert_eq!(codes(&input), ["not-decided", "unknown-letter-field", "unknown-letter-field"]);
    let none = compose(&Templates::default(), &input).expect_err("no text");
    assert_eq!(none[0].kind, ComposeProblemKind::NoTextInLanguage(Language::Nn));
    let wrong = decided(erasure_in_kpr(LetterKind::Answer), Outcome::Refused);
    assert_eq!(codes(&wrong), ["wrong-letter-kind"]);
    let mut empty = erasure_in_kpr(LetterKind::Acknowledgement);
    empty.cases.clear();
    let problems = compose(texts(), &empty).expect_err("no case");
    assert_eq!(problems[0].kind, ComposeProblemKind::NoCases);
}

#[test]
fn sections_tell_which_fields_a_caseworker_fills() {
    let mut input = decided(erasure_in_kpr(LetterKind::Section25Decision), Outcome::NoData);
    input.fields.clear();
    let fields: Vec<String> = composed(&input)
        .sections
        .iter()
        .flat_map(|section| &section.fields)
        .map(|field| {
            format!(
                "{} required={} missing={} value={}",
                field.id,
                field.required,
                field.missing,
                !field.value.is_empty()
            )
        })
        .collect();
    assert_eq!(
        fields,
        [
            "subject required=false missing=false value=false",
            "reasons required=true missing=false value=true",
            "guidance required=false missing=false value=false",
        ]
    );
}
