//! Writes the copy: a new file with a picture for each page, and beneath it the words that are read aloud, tagged by line.
//!
//! The letters of those words have no shape: a font of empty glyphs (Type 3) says by its map to Unicode which letter each is.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::raster::PackedPicture;
use crate::usecase::ports::CoverNote;

/// How wide every letter is, in units of an em; each word is then stretched to its length.
const WIDE: f64 = 500.0;
/// How many letters a font has.
const LETTERS: usize = 255;

/// A page of the copy.
#[derive(Clone)]
pub struct CopiedPage {
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
    /// What is seen.
    pub picture: PackedPicture,
    /// What is read aloud, in order.
    pub spoken: Vec<Spoken>,
}

/// Words that are read aloud: points from the upper left corner of the page.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// The words.
    pub text: String,
    /// The line that they stand on.
    pub line: u32,
    /// Where they begin.
    pub left: f64,
    /// The line that their letters stand on.
    pub baseline: f64,
    /// How long they are.
    pub along: f64,
    /// How large they are written.
    pub size: f64,
    /// The angle of their line, clockwise.
    pub angle: f64,
}

/// The whole file.
pub fn file(pages: &[CopiedPage], cover: &CoverNote) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let letters = Letters::of(pages);
    let fonts = letters.fonts(&mut document);
    let tree = document.new_object_id();
    let (root, whole) = (document.new_object_id(), document.new_object_id());
    let mut kids = Vec::new();
    let mut elements: Vec<Object> = Vec::new();
    let mut parents: Vec<Object> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let id = document.new_object_id();
        let (content, lines) = content(page, &letters);
        let marked: Vec<Object> = (0..lines)
            .map(|line| {
                let element = dictionary! { "Type" => "StructElem", "S" => "P", "P" => whole, "Pg" => id, "K" => whole_number(line) };
                document.add_object(element).into()
            })
            .collect();
        let content = document.add_object(Stream::new(dictionary! {}, content.into_bytes()));
        let picture = document.add_object(image(&page.picture));
        let resources = dictionary! { "XObject" => dictionary! { "Im" => picture }, "Font" => fonts.clone() };
        document.objects.insert(
            id,
            Object::Dictionary(dictionary! {
                "Type" => "Page",
                "Parent" => tree,
                "MediaBox" => vec![0.into(), 0.into(), real(page.width), real(page.height)],
                "Resources" => resources,
                "Contents" => content,
                "StructParents" => whole_number(number),
                "Tabs" => "S",
            }),
        );
        parents.extend([whole_number(number), Object::Array(marked.clone())]);
        elements.extend(marked);
        kids.push(Object::from(id));
    }
    let count = whole_number(kids.len());
    let structure = dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => elements };
    document.objects.insert(whole, Object::Dictionary(structure));
    let places = document.add_object(dictionary! { "Nums" => parents });
    document.objects.insert(
        root,
        Object::Dictionary(dictionary! {
            "Type" => "StructTreeRoot",
            "K" => whole,
            "ParentTree" => places,
            "ParentTreeNextKey" => count.clone(),
        }),
    );
    document
        .objects
        .insert(tree, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }));
    let catalogue = document.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => tree,
        "Lang" => Object::string_literal(cover.language),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => root,
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    });
    document.trailer.set("Root", catalogue);
    let information = document.add_object(dictionary! { "Title" => in_unicode(&cover.title) });
    document.trailer.set("Info", information);
    document.compress();
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = document.save_to(&mut bytes);
    bytes
}

fn image(picture: &PackedPicture) -> Stream {
    let colours: i64 = if picture.grey { 1 } else { 3 };
    let fields = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(picture.width),
        "Height" => i64::from(picture.height),
        "ColorSpace" => if picture.grey { "DeviceGray" } else { "DeviceRGB" },
        "BitsPerComponent" => 8,
        "Filter" => "FlateDecode",
        "DecodeParms" => dictionary! {
            "Predictor" => 15, "Colors" => colours, "BitsPerComponent" => 8, "Columns" => i64::from(picture.width),
        },
    };
    Stream::new(fields, picture.bytes.clone()).with_compression(false)
}

/// What the page draws, and how many lines of words are marked in it.
fn content(page: &CopiedPage, letters: &Letters) -> (String, usize) {
    let mut text = format!("/Artifact BMC q {} 0 0 {} 0 0 cm /Im Do Q EMC\n", page.width, page.height);
    let lines: Vec<&[Spoken]> = page.spoken.chunk_by(|one, next| one.line == next.line).collect();
    for (number, line) in lines.iter().enumerate() {
        let _ = writeln!(text, "/P <</MCID {number}>> BDC BT");
        for words in *line {
            let count = words.text.chars().count().max(1) as f64;
            let stretch = 100.0 * words.along.max(0.1) / (count * WIDE / 1000.0 * words.size);
            let (sine, cosine) = (-words.angle).sin_cos();
            let _ = writeln!(
                text,
                "{stretch:.2} Tz {cosine:.4} {sine:.4} {:.4} {cosine:.4} {:.2} {:.2} Tm",
                -sine,
                words.left,
                page.height - words.baseline,
            );
            // A blank parts the words for those who have them read aloud.
            for (font, codes) in letters.codes(&format!("{} ", words.text)) {
                let _ = write!(text, "/F{font} {:.2} Tf <", words.size);
                codes.iter().for_each(|code| {
                    let _ = write!(text, "{code:02x}");
                });
                text.push_str("> Tj\n");
            }
        }
        text.push_str("ET EMC\n");
    }
    (text, lines.len())
}

/// The letters of all words, each with its place in a font.
struct Letters(BTreeMap<char, usize>);

impl Letters {
    fn of(pages: &[CopiedPage]) -> Self {
        let mut places: BTreeMap<char, usize> = BTreeMap::new();
        places.insert(' ', 0);
        let words = pages.iter().flat_map(|page| &page.spoken);
        words.flat_map(|words| words.text.chars()).for_each(|letter| {
            places.insert(letter, 0);
        });
        places.values_mut().enumerate().for_each(|(place, slot)| *slot = place);
        Self(places)
    }

    /// A text in pieces, each of one font.
    fn codes(&self, text: &str) -> Vec<(usize, Vec<u8>)> {
        let mut pieces: Vec<(usize, Vec<u8>)> = Vec::new();
        for place in text.chars().filter_map(|letter| self.0.get(&letter)) {
            let (font, code) = (place / LETTERS, u8::try_from(place % LETTERS + 1).unwrap_or(u8::MAX));
            match pieces.last_mut() {
                Some((last, codes)) if *last == font => codes.push(code),
                Some(_) | None => pieces.push((font, vec![code])),
            }
        }
        pieces
    }

    fn fonts(&self, document: &mut Document) -> Dictionary {
        let letters: Vec<char> = self.0.keys().copied().collect();
        // The box of a glyph is what programs take as its height, though nothing is drawn in it.
        let empty =
            document.add_object(Stream::new(dictionary! {}, format!("{WIDE} 0 0 -250 {WIDE} 900 d1").into_bytes()));
        let mut fonts = Dictionary::new();
        for (number, letters) in letters.chunks(LETTERS).enumerate() {
            let font = font(document, letters, empty);
            fonts.set(format!("F{number}"), font);
        }
        fonts
    }
}

fn font(document: &mut Document, letters: &[char], empty: ObjectId) -> ObjectId {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def /CMapType 2 def\n\
         1 begincodespacerange <00> <FF> endcodespacerange\n",
    );
    for (from, part) in letters.chunks(100).enumerate() {
        let _ = writeln!(map, "{} beginbfchar", part.len());
        for (place, letter) in part.iter().enumerate() {
            let units: String = letter.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("{unit:04X}")).collect();
            let _ = writeln!(map, "<{:02X}> <{units}>", from * 100 + place + 1);
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap CMapName currentdict /CMap defineresource pop end end");
    let map = document.add_object(Stream::new(dictionary! {}, map.into_bytes()));
    let name = || Object::Name(b"g".to_vec());
    let mut differences = vec![Object::Integer(1)];
    differences.extend(letters.iter().map(|_| name()));
    let widths: Vec<Object> = letters.iter().map(|_| real(WIDE)).collect();
    document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type3",
        "FontBBox" => vec![0.into(), (-250).into(), real(WIDE), 900.into()],
        "FontMatrix" => vec![real(0.001), 0.into(), 0.into(), real(0.001), 0.into(), 0.into()],
        "CharProcs" => dictionary! { "g" => empty },
        "Encoding" => dictionary! { "Type" => "Encoding", "Differences" => differences },
        "FirstChar" => 1,
        "LastChar" => whole_number(letters.len()),
        "Widths" => widths,
        "Resources" => dictionary! {},
        "ToUnicode" => map,
    })
}

fn in_unicode(text: &str) -> Object {
    let bytes = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

#[allow(clippy::cast_possible_truncation, reason = "lengths on a page need no more digits")]
fn real(length: f64) -> Object {
    Object::Real(length as f32)
}

fn whole_number(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
