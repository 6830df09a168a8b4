//! Digging in PDFs: everything by which somebody might get back what was covered.

use lopdf::content::Content;
use lopdf::{Document, Object};
use personvernsak::adapter::pdf::PdfRedactor;
use personvernsak::usecase::ports::PdfRedact;

use super::made::SECRET;
use super::others;

/// By which ways the secret is found in a file; empty where it is nowhere.
pub fn found(file: &[u8]) -> Vec<String> {
    let mut ways = Vec::new();
    for (form, sought) in forms() {
        if holds(file, &sought) {
            ways.push(format!("in the bytes, {form}"));
        }
    }
    if let Ok(document) = Document::load_mem(file) {
        for (id, object) in &document.objects {
            let mut strings = Vec::new();
            collect(object, &mut strings);
            // The dots of a picture are looked at as a picture, by the tests of what is painted.
            if let Object::Stream(stream) = object
                && stream.dict.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Image")
            {
                let plain = if stream.dict.has(b"Filter") {
                    stream.decompressed_content().unwrap_or_default()
                } else {
                    stream.content.clone()
                };
                strings.extend(drawn(&plain));
                strings.push(plain);
            }
            for (form, sought) in forms() {
                if strings.iter().any(|string| holds(string, &sought)) {
                    ways.push(format!("in object {} {}, {form}", id.0, id.1));
                }
            }
        }
    }
    if text_of(file).replace([' ', '\n'], "").contains(SECRET) {
        ways.push("in the words as they are read".to_owned());
    }
    if others::are_here() {
        ways.extend(others::found(file).into_iter().map(|tool| format!("by {tool}")));
    }
    ways
}

/// The secret as bytes, in every form in which a PDF holds text.
pub fn forms() -> Vec<(&'static str, Vec<u8>)> {
    let wide: Vec<u8> = SECRET.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let narrow: Vec<u8> = SECRET.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hexadecimal = |bytes: &[u8], upper: bool| {
        let digits: String =
            bytes.iter().map(|byte| if upper { format!("{byte:02X}") } else { format!("{byte:02x}") }).collect();
        digits.into_bytes()
    };
    vec![
        ("plain", SECRET.as_bytes().to_vec()),
        ("as UTF-16", wide.clone()),
        ("as UTF-16 backwards", narrow),
        ("as hexadecimal", hexadecimal(SECRET.as_bytes(), true)),
        ("as small hexadecimal", hexadecimal(SECRET.as_bytes(), false)),
        ("as UTF-16 in hexadecimal", hexadecimal(&wide, true)),
        ("without its first letter, in a map", hexadecimal(&wide[2..], true)),
    ]
}

/// The strings of an object and of all in it.
fn collect(object: &Object, strings: &mut Vec<Vec<u8>>) {
    match object {
        Object::String(bytes, _) | Object::Name(bytes) => strings.push(bytes.clone()),
        Object::Array(items) => items.iter().for_each(|item| collect(item, strings)),
        Object::Dictionary(fields) => fields.iter().for_each(|(_, value)| collect(value, strings)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| collect(value, strings)),
        Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Reference(_) => {}
    }
}

/// All strings that a content stream shows, one after the other, as pieces are put together again.
fn drawn(stream: &[u8]) -> Option<Vec<u8>> {
    let content = Content::decode(stream).ok()?;
    let mut strings = Vec::new();
    content
        .operations
        .iter()
        .flat_map(|operation| &operation.operands)
        .for_each(|operand| collect(operand, &mut strings));
    Some(strings.concat())
}

/// The words of a file as they are read, page by page.
pub fn text_of(file: &[u8]) -> String {
    let Ok(pages) = PdfRedactor.words(file) else { return String::new() };
    let page = |words: &[personvernsak::usecase::ports::PageWord]| {
        words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    pages.iter().map(|each| page(&each.words)).collect::<Vec<_>>().join("\n")
}

pub fn holds(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

/// The picture of a page of a copy.
pub struct Picture {
    dots: Vec<[u8; 3]>,
    width: usize,
    /// Dots a point.
    scale: f64,
}

impl Picture {
    /// The dots that lie wholly in a part of the page, in points from its upper left corner.
    pub fn part(&self, left: f64, top: f64, width: f64, height: f64) -> Vec<[u8; 3]> {
        let place = |points: f64, round: fn(f64) -> f64| round(points * self.scale) as usize;
        let columns = place(left, f64::ceil)..place(left + width, f64::floor);
        let rows = place(top, f64::ceil)..place(top + height, f64::floor);
        rows.flat_map(|row| columns.clone().map(move |column| self.dots[row * self.width + column])).collect()
    }
}

/// The pictures of the pages of a copy.
pub fn pages(copy: &[u8]) -> Vec<Picture> {
    let document = Document::load_mem(copy).expect("a copy");
    let ids: Vec<_> = document.get_pages().into_values().collect();
    let picture = |id| {
        let page = document.get_dictionary(id).expect("a page");
        let resources = page.get(b"Resources").and_then(Object::as_dict).expect("resources");
        let objects = resources.get(b"XObject").and_then(Object::as_dict).expect("pictures");
        assert_eq!(objects.len(), 1, "a page is one picture");
        let place = objects.get(b"Im").and_then(Object::as_reference).expect("a place");
        let stream = document.get_object(place).and_then(Object::as_stream).expect("a picture");
        let number = |key: &[u8]| stream.dict.get(key).and_then(Object::as_i64).expect("a number") as usize;
        let (width, height) = (number(b"Width"), number(b"Height"));
        let bytes = stream.decompressed_content().expect("dots");
        let grey = bytes.len() == width * height;
        let dots =
            if grey { bytes.iter().map(|light| [*light; 3]).collect() } else { bytes.as_chunks::<3>().0.to_vec() };
        let side = page.get(b"MediaBox").and_then(Object::as_array).expect("a size")[2].as_float().expect("a width");
        Picture { dots, width, scale: width as f64 / f64::from(side) }
    };
    ids.into_iter().map(picture).collect()
}
