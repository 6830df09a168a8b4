//! Letters as PDF: the same bytes each time, accepted by the reference validator, and readable again.

mod enclosed;
mod letters;
mod logo;
pub mod logos;
mod many;
mod more;
mod order;
mod read;
mod reports;
mod torture;
mod verapdf;

use personvernsak::adapter::pdf::{DrawOptions, Pdf, PdfProblem, draw, undrawable_characters};
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::tree::{Block, Inline, Letter};
use personvernsak::wording::Language;
use proptest::prelude::*;

use crate::letters::samples;
use letters::{decision, options};

/// Draws a letter that can be drawn.
fn drawn(letter: &Letter) -> Pdf {
    draw(letter, &options()).expect("the letter can be drawn")
}

#[test]
fn the_same_letter_has_the_same_bytes() {
    for (name, letter) in letters::all() {
        assert_eq!(drawn(&letter).bytes, drawn(&letter).bytes, "{name}");
    }
}

#[test]
fn another_number_date_or_draft_mark_gives_another_file() {
    let plain = drawn(&decision()).bytes;
    let others = [
        DrawOptions { document_id: [7; 16], ..options() },
        DrawOptions { dated_on: options().dated_on + chrono::Days::new(1), ..options() },
        DrawOptions { created_at: options().created_at + chrono::TimeDelta::seconds(1), ..options() },
        DrawOptions { draft: true, ..options() },
    ];
    for other in others {
        assert_ne!(draw(&decision(), &other).expect("drawn").bytes, plain, "{other:?}");
    }
}

#[test]
fn a_letter_is_small_and_counts_its_pages() {
    let pdf = drawn(&decision());
    assert!(pdf.pages <= 2);
    assert_eq!(drawn(&letters::handed_over()).pages, 1);
    assert!(pdf.bytes.len() < 60_000, "{} bytes", pdf.bytes.len());
    assert!(drawn(&letters::everything()).pages >= 3);
}

#[test]
fn every_character_that_no_font_has_is_named_at_once_and_nothing_is_drawn() {
    let mut letter = decision();
    letter.recipient.push("Postboks 😀".to_owned());
    letter.blocks.push(Block::Paragraph(vec![Inline::Text("Vi seier ja 漢 og ja 漢 og 😀".to_owned())]));
    letter.closing.signatures[0].title.push('ש');
    assert_eq!(undrawable_characters(&letter), ['ש', '漢', '😀']);
    let problem = draw(&letter, &options()).expect_err("three characters are lacking");
    let PdfProblem::MissingGlyphs(missing) = &problem else { panic!("{problem}") };
    assert_eq!(missing[2].character, '😀');
    assert_eq!(missing[2].context, "Postboks 😀");
    assert_eq!(
        problem.to_string(),
        "Tegnet «ש» (U+05E9, hebraisk skrift, som går fra høyre mot venstre) finnes ikke i skriften. Fjern det eller skriv det med andre tegn.\n\
         Tegnet «漢» (U+6F22, kinesisk, japansk eller koreansk skrift) finnes ikke i skriften. Fjern det eller skriv det med andre tegn.\n\
         Tegnet «😀» (U+1F600, bildetegn) finnes ikke i skriften. Fjern det eller skriv det med andre tegn."
    );
}

#[test]
fn a_page_for_little_more_than_the_signature_is_spared() {
    for language in Language::ALL {
        let input = samples::in_language(samples::erasure_in_kpr(LetterKind::Acknowledgement), language);
        assert_eq!(drawn(&samples::composed(&input).letter).pages, 1, "{language}");
    }
}

#[test]
fn a_letter_says_in_which_language_it_is() {
    for language in Language::ALL {
        let input = samples::in_language(samples::erasure_in_kpr(LetterKind::Acknowledgement), language);
        let file = lopdf::Document::load_mem(&drawn(&samples::composed(&input).letter).bytes).expect("a PDF file");
        let tag = file.catalog().expect("a catalog").get(b"Lang").and_then(lopdf::Object::as_str);
        assert_eq!(tag.expect("a language"), language.code().as_bytes());
    }
}

#[test]
fn a_megabyte_of_text_is_drawn_too() {
    let words = "Dette er ein svært lang tekst, og han tek mange sider. ".repeat(19_000);
    let letter = Letter { blocks: vec![Block::Paragraph(vec![Inline::Text(words)])], ..decision() };
    assert!(drawn(&letter).pages > 200);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a letter, it is either drawn or its characters are named; what is named is not drawn.
    #[test]
    fn any_text_is_drawn_or_named(words in "\\PC{0,200}", latin in "[ -~\u{a0}-\u{17f}\u{300}-\u{36f}]{0,300}") {
        for text in [words, latin] {
            let mut letter = decision();
            letter.recipient.push(text.clone());
            letter.blocks.push(Block::Paragraph(vec![Inline::Strong(text)]));
            let lacking = undrawable_characters(&letter);
            match draw(&letter, &options()) {
                Ok(pdf) => prop_assert!(lacking.is_empty() && pdf.pages >= 1),
                Err(PdfProblem::MissingGlyphs(named)) => {
                    prop_assert_eq!(named.iter().map(|one| one.character).collect::<Vec<_>>(), lacking);
                }
                Err(problem @ (PdfProblem::Logo(_) | PdfProblem::Writer(_))) => prop_assert!(false, "{}", problem),
            }
        }
    }
}

#[test]
fn all_letters_of_the_tests_can_be_drawn() {
    for (name, letter) in letters::all() {
        assert_eq!(undrawable_characters(&letter), [], "{name}");
    }
}

#[test]
fn a_title_or_metadata_that_no_font_has_does_not_matter() {
    let letter = Letter { title: "Svar 😀".to_owned(), ..decision() };
    assert_eq!(undrawable_characters(&letter), []);
}
