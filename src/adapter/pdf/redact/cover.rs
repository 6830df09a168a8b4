//! The first page of a redacted copy, which says that something is covered and why.

use lopdf::{Document, Object, Stream, dictionary};

use super::super::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::usecase::ports::CoverNote;

const MARGIN: f64 = 72.0;
const TITLE: f64 = 20.0;
const TEXT: f64 = 11.0;
const LEADING: f64 = 16.0;
/// So many characters stand on a line: fewer than the widest of them would leave room for in Norwegian text.
const LINE: usize = 78;

/// A PDF with the page.
pub fn page(note: &CoverNote) -> Vec<u8> {
    let mut content = b"BT\n".to_vec();
    let mut at = PAGE_HEIGHT - MARGIN - TITLE;
    let mut put = |font: &str, size: f64, line: &str, at: f64| {
        content.extend_from_slice(format!("/{font} {size} Tf 1 0 0 1 {MARGIN} {at} Tm <").as_bytes());
        content.extend(latin(line).iter().flat_map(|byte| format!("{byte:02x}").into_bytes()));
        content.extend_from_slice(b"> Tj\n");
    };
    put("B", TITLE, &note.title, at);
    at -= LEADING;
    for paragraph in &note.lines {
        at -= LEADING / 2.0;
        for line in wrapped(paragraph) {
            at -= LEADING;
            put("R", TEXT, &line, at);
        }
    }
    content.extend_from_slice(b"ET");

    let mut document = Document::with_version("1.7");
    let font = |name: &str| {
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => Object::Name(name.as_bytes().to_vec()), "Encoding" => "WinAnsiEncoding" }
    };
    let fonts = dictionary! { "R" => font("Helvetica"), "B" => font("Helvetica-Bold") };
    let tree = document.new_object_id();
    let content = document.add_object(Stream::new(dictionary! {}, content));
    let side = |length: f64| Object::Real(length as f32);
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => tree,
        "MediaBox" => vec![0.into(), 0.into(), side(PAGE_WIDTH), side(PAGE_HEIGHT)],
        "Resources" => dictionary! { "Font" => fonts },
        "Contents" => content,
    });
    let pages = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(tree, Object::Dictionary(pages));
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    // Writing to memory does not fail; a file cut short is told as broken when it is drawn.
    let _ = document.save_to(&mut bytes);
    bytes
}

/// A paragraph in lines.
fn wrapped(paragraph: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split_whitespace() {
        let full = lines.last().is_some_and(|line| line.chars().count() + word.chars().count() >= LINE);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

/// Text in Windows-1252, which the standard fonts have; the notes hold nothing beyond it.
fn latin(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '–' => 0x96,
        '’' => 0x92,
        other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}
