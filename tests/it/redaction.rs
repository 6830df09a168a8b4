//! Redacted copies: whatever was covered cannot be had back, and what was not covered is still there.
//!
//! Each test makes a PDF that hides a secret in one of the ways in which files do, covers it, and lets everything that can
//! dig look for it in the copy. The same digging finds the secret in a file with a black box drawn on top (the control).

mod made;
mod others;
mod recovered;

use std::collections::BTreeSet;

use made::{Made, SECRET};
use personvernsak::adapter::pdf::PdfRedactor;
use personvernsak::casework::request::RedactionBox;
use personvernsak::law::register::GroundId;
use personvernsak::usecase::ports::{CoverNote, PageWord, PdfRedact, RedactFault};
use recovered::{found, pages, text_of};

/// A ground, any.
pub fn ground() -> GroundId {
    "popplyl-16-1-d".parse().expect("a ground")
}

fn note() -> CoverNote {
    CoverNote {
        title: "Sladdet kopi".to_owned(),
        lines: vec!["Sladdet etter personopplysningsloven § 16 første ledd bokstav d.".to_owned()],
        covered: "[sladdet]".to_owned(),
        language: "nb",
    }
}

fn around(page: u32, word: &PageWord) -> RedactionBox {
    let (left, top) = (word.left.saturating_sub(100), word.top.saturating_sub(50));
    RedactionBox { page, left, top, width: word.width + 200, height: word.height + 100, ground: ground() }
}

/// Boxes around every word that holds the secret, or a part of it.
fn around_secret(file: &[u8]) -> Vec<RedactionBox> {
    let pages = PdfRedactor.words(file).expect("words");
    let mut boxes = Vec::new();
    for (number, page) in (1..).zip(&pages) {
        boxes.extend(page.words.iter().filter(|word| word.text.contains(SECRET)).map(|word| around(number, word)));
    }
    boxes
}

fn covered(file: &[u8], boxes: &[RedactionBox]) -> Vec<u8> {
    PdfRedactor.redact(file, boxes, &note()).expect("a copy")
}

#[test]
fn text_under_a_box_is_gone_however_it_was_drawn() {
    for (way, made) in Made::with_drawn_secret() {
        let file = made.bytes();
        let boxes = around_secret(&file);
        assert!(!boxes.is_empty(), "{way}: the word is read from the file");
        assert_ne!(found(&file), Vec::<String>::new(), "{way}: the control; the diggers find it before");
        let boxed = made.with_black_box(&boxes).bytes();
        assert_ne!(found(&boxed), Vec::<String>::new(), "{way}: the control; a black box alone hides nothing");
        let copy = covered(&file, &boxes);
        assert_eq!(found(&copy), Vec::<String>::new(), "{way}");
        let text = text_of(&copy);
        assert!(text.contains("[sladdet]"), "{way}: whoever listens hears that something is covered: {text}");
        assert!(text.contains("Fornavn"), "{way}: what stands beside it is still read: {text}");
    }
}

#[test]
fn what_a_file_hides_beside_its_pages_is_gone() {
    for (way, made) in Made::with_hidden_secret() {
        let file = made.bytes();
        assert_ne!(found(&file), Vec::<String>::new(), "{way}: the control; the diggers find it before");
        // A box anywhere: what is hidden is not on the page.
        let anywhere =
            RedactionBox { page: 1, left: 50_000, top: 70_000, width: 3_000, height: 2_000, ground: ground() };
        let copy = covered(&file, &[anywhere]);
        assert_eq!(found(&copy), Vec::<String>::new(), "{way}");
        assert!(text_of(&copy).contains("Fornavn"), "{way}: what is seen is still read");
    }
}

#[test]
fn a_picture_under_a_box_is_black_and_one_beside_it_is_not() {
    let made = Made::with_pictures();
    let file = made.bytes();
    // The left picture stands at 100–200, 600–700 from below; the page is 842 high.
    let over = RedactionBox { page: 1, left: 10_000, top: 14_200, width: 10_000, height: 10_000, ground: ground() };
    let copy = covered(&file, std::slice::from_ref(&over));
    let page = &pages(&copy)[1];
    let (inside, beside) = (page.part(100.0, 142.0, 100.0, 100.0), page.part(300.0, 142.0, 100.0, 100.0));
    assert!(inside.iter().all(|dot| *dot == [0, 0, 0]), "every dot under the box is black");
    assert!(beside.iter().any(|dot| *dot != [0, 0, 0]), "the picture beside it is seen");
    let before = pages(&covered(&file, &[RedactionBox { left: 40_000, top: 70_000, ..over.clone() }]));
    assert!(before[1].part(100.0, 142.0, 100.0, 100.0).iter().any(|dot| *dot != [0, 0, 0]), "the control");
    assert_eq!(
        made.raw_pictures().iter().filter(|raw| recovered::holds(&copy, raw)).count(),
        0,
        "no picture goes over"
    );
}

/// Each of the tools that somebody who gets a copy would take to hand finds the secret in something before it is covered.
#[test]
fn the_tools_of_others_find_what_is_not_covered() {
    if !others::are_here() {
        return;
    }
    let mut able = BTreeSet::new();
    for (_, made) in Made::with_drawn_secret().into_iter().chain(Made::with_hidden_secret()) {
        able.extend(others::found(&made.bytes()));
    }
    let tools: BTreeSet<&str> = others::TOOLS.iter().map(|tool| tool.name).collect();
    // A picture holds no words; what it gets out is counted instead.
    assert_eq!(&tools - &able, BTreeSet::from(["pdfimages"]));
    let file = Made::with_pictures().bytes();
    let anywhere = RedactionBox { page: 1, left: 50_000, top: 70_000, width: 3_000, height: 2_000, ground: ground() };
    let copy = covered(&file, &[anywhere]);
    assert_eq!((others::pictures(&file), others::pictures(&copy)), (2, pages(&copy).len()), "a page is one picture");
    assert!(others::text(&copy).contains("[sladdet]"), "whoever takes the text is told that something is covered");
}

#[test]
fn a_word_that_a_box_touches_is_not_read_at_all() {
    let file = Made::plain(&format!("Fornavn {SECRET} her")).bytes();
    let whole = around_secret(&file).remove(0);
    for part in [
        RedactionBox { width: whole.width / 2, ..whole.clone() },
        RedactionBox { left: whole.left + whole.width / 2, width: whole.width / 2, ..whole.clone() },
        RedactionBox { top: whole.top + whole.height / 2, height: whole.height / 2, ..whole.clone() },
        RedactionBox { left: whole.left + whole.width / 2, width: 20, ..whole.clone() },
    ] {
        let text = text_of(&covered(&file, std::slice::from_ref(&part)));
        assert!(!text.contains("Hemm") && !text.contains("lighet"), "{part:?}: {text}");
        assert!(text.contains("Fornavn") && text.contains("her"), "{part:?}: {text}");
    }
}

#[test]
fn dots_under_a_box_are_black_to_its_edges() {
    let file = Made::plain(&format!("Fornavn {SECRET} her")).bytes();
    let whole = around_secret(&file).remove(0);
    let copy = covered(&file, std::slice::from_ref(&whole));
    let side = |hundredths: u32| f64::from(hundredths) / 100.0;
    let part = pages(&copy)[1].part(side(whole.left), side(whole.top), side(whole.width), side(whole.height));
    assert!(!part.is_empty() && part.iter().all(|dot| *dot == [0, 0, 0]));
    let elsewhere = covered(&file, &[RedactionBox { top: 60_000, ..whole.clone() }]);
    let part = pages(&elsewhere)[1].part(side(whole.left), side(whole.top), side(whole.width), side(whole.height));
    assert!(
        part.iter().any(|dot| dot[0] > 200) && part.iter().any(|dot| dot[0] < 60),
        "the control: black letters on white"
    );
}

#[test]
fn the_first_page_says_that_something_is_covered() {
    let file = Made::plain(&format!("Fornavn {SECRET}")).bytes();
    let copy = covered(&file, &around_secret(&file));
    let text = text_of(&copy);
    assert!(text.contains("Sladdet kopi"), "{text}");
    assert!(text.contains("§ 16 første ledd bokstav d"), "{text}");
    assert_eq!(pages(&copy).len(), 2);
}

#[test]
fn the_same_boxes_give_the_same_bytes() {
    let file = Made::plain(&format!("Fornavn {SECRET}")).bytes();
    let boxes = around_secret(&file);
    assert_eq!(covered(&file, &boxes), covered(&file, &boxes));
}

#[test]
fn what_cannot_be_redacted_is_told() {
    let file = Made::plain("Fornavn").bytes();
    let within = RedactionBox { page: 1, left: 100, top: 100, width: 100, height: 100, ground: ground() };
    let refused = |boxes: &[RedactionBox]| PdfRedactor.redact(&file, boxes, &note()).expect_err("refused");
    assert_eq!(refused(&[RedactionBox { page: 2, ..within.clone() }]), RedactFault::Outside(2));
    assert_eq!(refused(&[RedactionBox { page: 0, ..within.clone() }]), RedactFault::Outside(0));
    assert_eq!(refused(&[RedactionBox { left: 70_000, ..within.clone() }]), RedactFault::Outside(1));
    assert_eq!(refused(&[RedactionBox { width: 0, ..within.clone() }]), RedactFault::Outside(1));
    assert_eq!(PdfRedactor.words(b"%PDF-1.7\nnothing"), Err(RedactFault::Broken));
    assert_eq!(PdfRedactor.words(&file[..file.len() / 3]), Err(RedactFault::Broken));
    let large = Made::sized(9_000.0, 9_000.0).bytes();
    assert_eq!(PdfRedactor.redact(&large, &[within], &note()), Err(RedactFault::PageTooLarge(1)));
    let many = Made::of_pages(301).bytes();
    assert_eq!(PdfRedactor.words(&many), Err(RedactFault::TooManyPages(301)));
}
