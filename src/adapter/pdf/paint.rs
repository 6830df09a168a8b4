//! Draws laid-out pages, with a mark around every stretch of content and of furniture. printpdf makes the file with its
//! pages and fonts; what stands on a page is written here, since going through printpdf's own shapes glyph by glyph took
//! longer than all the rest.

use std::collections::BTreeMap;

use lopdf::{Object, ObjectId};
use printpdf::{
    Codepoint, CustomPdfConformance, DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, FontType, Op,
    ParsedFont, PdfConformance, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions, Pt,
    TextItem, XObject, XObjectId,
};
use subsetter::GlyphRemapper;

use super::file::{figure, number};
use super::fonts::Typeface;
use super::page::{Frame, Ink, Laid, LeafId, Mark, PAGE_HEIGHT, PAGE_WIDTH, Page, Piece, Rule, Strip};
use super::picture::Picture;
use super::shape::Glyph;
use super::structure::integer;

/// Drawn pages, with the place of every stretch of text.
pub struct Painted {
    /// The file as printpdf makes it.
    pub(super) document: lopdf::Document,
    /// For each page, the stretch of text that each of its marks holds; the index is the mark's number (MCID).
    pub(super) marks: Vec<Vec<LeafId>>,
}

/// Draws the pages.
///
/// # Errors
/// What the subsetter says where it cannot read a font.
pub fn paint(laid: &Laid) -> Result<Painted, String> {
    let fonts = embed(&laid.pages)?;
    let mut document = PdfDocument::new("");
    // Every own profile and metadata of printpdf is left out; the finishing pass writes the right ones.
    document.metadata.info.conformance = PdfConformance::Custom(CustomPdfConformance {
        requires_icc_profile: false,
        requires_xmp_metadata: false,
        ..CustomPdfConformance::default()
    });
    let sheet = |ops| PdfPage::new(Pt(narrow(PAGE_WIDTH)).into(), Pt(narrow(PAGE_HEIGHT)).into(), ops);
    document.pages.extend(laid.pages.iter().map(|_| sheet(Vec::new())));
    document.pages.push(sheet(specimen(&fonts)));
    let brushes: Vec<Brush> = laid
        .pages
        .iter()
        .map(|page| {
            let mut brush = Brush { fonts: &fonts, content: Vec::with_capacity(16 * 1024), marks: Vec::new() };
            brush.page(page);
            brush
        })
        .collect();
    let (contents, marks): (Vec<_>, Vec<_>) = brushes.into_iter().map(|brush| (brush.content, brush.marks)).unzip();
    if let Some(logo) = &laid.logo {
        document.resources.xobjects.map.insert(XObjectId(LOGO.to_owned()), XObject::External(picture(logo)));
    }
    for (typeface, font) in fonts {
        document.resources.fonts.map.insert(font_id(typeface), PdfFont::new(font.embedded));
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut document = document.to_lopdf_document(&options, &mut Vec::new());
    fill(&mut document, contents).map_err(|error| error.to_string())?;
    Ok(Painted { document, marks })
}

/// The name of the logo among what the pages draw.
const LOGO: &str = "Logo";

/// A picture the way printpdf takes one that is ready.
fn picture(picture: &Picture) -> ExternalXObject {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let (width, colours) = (i64::from(picture.width), i64::from(picture.channels));
    let rows = [
        ("Predictor", DictItem::Int(15)),
        ("Colors", DictItem::Int(colours)),
        ("BitsPerComponent", DictItem::Int(8)),
        ("Columns", DictItem::Int(width)),
    ];
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(width)),
        ("Height", DictItem::Int(i64::from(picture.height))),
        ("BitsPerComponent", DictItem::Int(8)),
        ("ColorSpace", name(if picture.channels == 1 { "DeviceGray" } else { "DeviceRGB" })),
        ("Filter", name("FlateDecode")),
        ("DecodeParms", DictItem::Dict { map: rows.map(|(key, item)| (key.to_owned(), item)).into() }),
    ];
    let dict = entries.map(|(key, item)| (key.to_owned(), item)).into();
    let stream = ExternalStream { dict, content: picture.pixels.clone(), compress: false };
    ExternalXObject { stream, width: None, height: None, dpi: None }
}

/// A page on which every glyph stands once, from which printpdf learns what the fonts are used for. It does not stay.
fn specimen(fonts: &BTreeMap<Typeface, Embedded>) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for (typeface, font) in fonts {
        let glyph = |(gid, text): (u16, &String)| Codepoint { gid, offset: 0.0, cid: Some(text.clone()) };
        let glyphs = (1..).zip(&font.texts).map(glyph).collect();
        ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(*typeface)), size: Pt(1.0) });
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// Puts the contents on their pages, and takes away the page after the last one.
fn fill(document: &mut lopdf::Document, contents: Vec<Vec<u8>>) -> Result<(), lopdf::Error> {
    let mut pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let specimen = pages.pop();
    for (page, content) in pages.iter().zip(contents) {
        let place = document.get_dictionary(*page)?.get(b"Contents")?.as_reference()?;
        document.get_object_mut(place)?.as_stream_mut()?.set_content(content);
    }
    if let Some(specimen) = specimen {
        let tree = document.get_dictionary(specimen)?.get(b"Parent")?.as_reference()?;
        let tree = document.get_dictionary_mut(tree)?;
        tree.set("Kids", pages.iter().map(|page| Object::Reference(*page)).collect::<Vec<_>>());
        tree.set("Count", integer(pages.len()));
    }
    Ok(())
}

/// A font with only the glyphs that the letter uses.
struct Embedded {
    embedded: ParsedFont,
    /// The number of a glyph in the embedded font, by its number in the whole one; 0 for one that is not there.
    numbers: Vec<u16>,
    /// The characters that each glyph of the embedded font stands for, from its first one on, the same wherever it is drawn.
    texts: Vec<String>,
}

fn font_id(typeface: Typeface) -> FontId {
    FontId(typeface.name().to_owned())
}

fn embed(pages: &[Page]) -> Result<BTreeMap<Typeface, Embedded>, String> {
    let mut used = Typeface::ALL.map(|typeface| vec![None::<&Glyph>; usize::from(typeface.face().number_of_glyphs())]);
    for piece in pages.iter().flat_map(|page| &page.pieces) {
        let glyphs = &mut used[piece.typeface as usize];
        for glyph in &piece.glyphs {
            // One glyph can stand for two characters (space and no-break space): the file tells the lower one.
            if let Some(kept) = glyphs.get_mut(usize::from(glyph.id))
                && kept.is_none_or(|kept| glyph.text < kept.text)
            {
                *kept = Some(glyph);
            }
        }
    }
    let mut fonts = BTreeMap::new();
    for (typeface, glyphs) in Typeface::ALL.into_iter().zip(used) {
        let glyphs: Vec<&Glyph> = glyphs.into_iter().flatten().collect();
        if !glyphs.is_empty() {
            fonts.insert(typeface, subset(typeface, &glyphs)?);
        }
    }
    Ok(fonts)
}

/// The font with these glyphs, which come in the order of their numbers, each once.
fn subset(typeface: Typeface, glyphs: &[&Glyph]) -> Result<Embedded, String> {
    let ids: Vec<u16> = glyphs.iter().map(|glyph| glyph.id).collect();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(&ids);
    let bytes = subsetter::subset(typeface.bytes(), 0, &remapper).map_err(|error| error.to_string())?;
    let mut numbers = vec![0; usize::from(ids.last().copied().unwrap_or_default()) + 1];
    for id in &ids {
        numbers[usize::from(*id)] = remapper.get(*id).unwrap_or_default();
    }
    let face = typeface.face();
    let units = face.units_per_em();
    let bounds = face.global_bounding_box();
    let per_mille = 1000.0 / f64::from(units);
    let widths =
        glyphs.iter().map(|glyph| (numbers[usize::from(glyph.id)], font_units(glyph.natural / per_mille))).collect();
    let embedded = ParsedFont {
        original_bytes: bytes,
        font_index: 0,
        font_name: Some(format!("{}+{}", tag(typeface, &ids), typeface.name())),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: widths,
        units_per_em: font_units(f64::from(units)),
        font_metrics: FontMetrics { ascent: face.ascender(), descent: face.descender() },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: font_units(f64::from(units)),
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            us_weight_class: face.weight().to_number(),
            ..PdfFontMetricsStub::default()
        },
    };
    let texts = glyphs.iter().filter(|glyph| glyph.id > 0).map(|glyph| glyph.text.to_string()).collect();
    Ok(Embedded { embedded, numbers, texts })
}

/// A width in the font's units; they are whole and small, and rounding only undoes the scaling before.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "widths of glyphs are whole numbers from 0 to 65535"
)]
fn font_units(width: f64) -> u16 {
    width.round() as u16
}

/// Six capitals that tell one subset of a font from another (ISO 32000-1, 9.6.4).
fn tag(typeface: Typeface, ids: &[u16]) -> String {
    const BASE: u32 = 26;
    let mut number = ids.iter().fold(typeface as u32 + 1, |sum, id| sum.wrapping_mul(31).wrapping_add(u32::from(*id)));
    let mut tag = String::with_capacity(6);
    for _ in 0..6 {
        tag.push(char::from(b'A' + (number % BASE) as u8));
        number /= BASE;
    }
    tag
}

/// PDF numbers are short: a hundredth of a point is far below what an eye or a printer can tell.
#[expect(clippy::cast_possible_truncation, reason = "places on a page are small and rounded on purpose")]
pub(super) fn narrow(length: f64) -> f32 {
    ((length * 100.0).round() / 100.0) as f32
}

/// The shade of grey, from 0 for black to 1 for white.
fn shade(ink: Ink) -> f32 {
    match ink {
        Ink::Black => 0.0,
        Ink::Grey => 0.33,
        Ink::Hairline => 0.6,
    }
}

/// Writes what stands on a page, in the operators of ISO 32000-1, annex A.
struct Brush<'a> {
    fonts: &'a BTreeMap<Typeface, Embedded>,
    content: Vec<u8>,
    marks: Vec<LeafId>,
}

impl Brush<'_> {
    fn put(&mut self, text: &str) {
        self.content.extend_from_slice(text.as_bytes());
    }

    /// Numbers with a space behind each, then an operator.
    fn operate(&mut self, numbers: &[f32], operator: &str) {
        for number in numbers {
            length(&mut self.content, *number);
            self.content.push(b' ');
        }
        self.put(operator);
        self.content.push(b'\n');
    }

    fn page(&mut self, page: &Page) {
        if !page.rules.is_empty() {
            self.put("/Artifact <</Type/Layout>> BDC\n");
            for rule in &page.rules {
                self.rule(rule);
            }
            self.put("EMC\n");
        }
        if let Some((leaf, frame)) = page.logo {
            self.begin("Figure", leaf);
            self.put("q\n");
            let (width, height) = (narrow(frame.width), narrow(frame.height));
            let (x, y) = (narrow(frame.x), narrow(PAGE_HEIGHT - frame.y - frame.height));
            self.operate(&[width, 0.0, 0.0, height, x, y], "cm");
            self.put(&format!("/{LOGO} Do\nQ\nEMC\n"));
        }
        for strips in page.strips.chunk_by(|one, next| one.leaf == next.leaf) {
            self.begin("Figure", strips[0].leaf);
            strips.iter().for_each(|strip| self.strip(strip));
            self.put("EMC\n");
        }
        for pieces in page.pieces.chunk_by(|one, next| one.mark == next.mark) {
            match pieces[0].mark {
                Mark::Content(leaf) => self.begin("Span", leaf),
                Mark::Header => self.put("/Artifact <</Attached[/Top]/Subtype/Header/Type/Pagination>> BDC\n"),
                Mark::Footer => self.put("/Artifact <</Attached[/Bottom]/Subtype/Footer/Type/Pagination>> BDC\n"),
            }
            self.put("BT\n");
            for piece in pieces {
                self.piece(piece);
            }
            self.put("ET\nEMC\n");
        }
    }

    /// Begins a stretch of content, with the next number of the page.
    fn begin(&mut self, kind: &str, leaf: LeafId) {
        self.put("/");
        self.put(kind);
        self.put(" <</MCID ");
        number(&mut self.content, self.marks.len());
        self.put(">> BDC\n");
        self.marks.push(leaf);
    }

    fn rule(&mut self, rule: &Rule) {
        let (left, right, y) = (narrow(rule.x), narrow(rule.x + rule.width), narrow(PAGE_HEIGHT - rule.y));
        self.operate(&[shade(rule.ink)], "G");
        self.operate(&[narrow(rule.thickness)], "w");
        self.operate(&[left, y], "m");
        self.operate(&[right, y], "l");
        self.put("S\n");
    }

    /// A plain box in grey, or one with an outline and lines across it.
    fn strip(&mut self, strip: &Strip) {
        const BETWEEN: f64 = 4.0;
        let Frame { x, y, width, height } = strip.frame;
        let bottom = PAGE_HEIGHT - y - height;
        let corners = [x, bottom, width, height].map(narrow);
        if !strip.hatched {
            self.operate(&[shade(Ink::Grey)], "g");
            self.operate(&corners, "re");
            self.put("f\n");
            return;
        }
        self.put("q\n");
        self.operate(&corners, "re");
        self.put("W n\n");
        self.operate(&[shade(Ink::Black)], "G");
        self.operate(&[1.0], "w");
        let mut left = x - height;
        while left < x + width {
            self.operate(&[narrow(left), narrow(bottom)], "m");
            self.operate(&[narrow(left + height), narrow(bottom + height)], "l");
            left += BETWEEN;
        }
        self.put("S\n");
        self.operate(&corners, "re");
        self.put("S\nQ\n");
    }

    fn piece(&mut self, piece: &Piece) {
        self.operate(&[shade(piece.ink)], "g");
        self.put("/");
        self.put(piece.typeface.name());
        self.put(" ");
        self.operate(&[narrow(piece.size)], "Tf");
        let mut x = piece.x;
        // Marks above or below a letter stand on a line of their own, as high as the shaper says.
        for glyphs in piece.glyphs.chunk_by(|one, next| one.up == next.up) {
            let y = PAGE_HEIGHT - piece.y + glyphs[0].up * piece.size / 1000.0;
            self.operate(&[1.0, 0.0, 0.0, 1.0, narrow(x), narrow(y)], "Tm");
            self.put("[");
            self.glyphs(piece.typeface, glyphs);
            self.put("] TJ\n");
            x += glyphs.iter().map(|glyph| glyph.advance).sum::<f64>() * piece.size / 1000.0;
        }
    }

    /// The numbers of the glyphs, and between them how far the pen moves back, in thousandths of the font size.
    fn glyphs(&mut self, typeface: Typeface, glyphs: &[Glyph]) {
        let Some(font) = self.fonts.get(&typeface) else { return };
        let mut open = false;
        for glyph in glyphs {
            self.back(-glyph.right, &mut open);
            if !open {
                self.content.push(b'<');
                open = true;
            }
            let [high, low] = font.numbers.get(usize::from(glyph.id)).copied().unwrap_or_default().to_be_bytes();
            self.content.extend([high >> 4, high, low >> 4, low].map(figure));
            // The reader moves by the font's own width; the rest of the way is kerning, counted backwards.
            self.back(glyph.natural + glyph.right - glyph.advance, &mut open);
        }
        if open {
            self.content.push(b'>');
        }
    }

    fn back(&mut self, way: f64, open: &mut bool) {
        let way = narrow(way);
        if way != 0.0 {
            self.content.push(if *open { b'>' } else { b' ' });
            *open = false;
            length(&mut self.content, way);
        }
    }
}

/// Puts down a length that is a whole number of hundredths, with no more figures than it needs.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths are small, and the sign is written before"
)]
fn length(bytes: &mut Vec<u8>, length: f32) {
    let hundredths = (f64::from(length) * 100.0).round();
    if hundredths < 0.0 {
        bytes.push(b'-');
    }
    let hundredths = hundredths.abs() as usize;
    number(bytes, hundredths / 100);
    let (tenth, hundredth) = (hundredths / 10 % 10, hundredths % 10);
    if tenth + hundredth > 0 {
        bytes.extend([b'.', b'0' + tenth as u8]);
    }
    if hundredth > 0 {
        bytes.push(b'0' + hundredth as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn lengths_have_no_more_figures_than_they_need() {
        for (given, text) in [
            (0.0, "0"),
            (1.0, "1"),
            (-0.5, "-0.5"),
            (70.87, "70.87"),
            (0.05, "0.05"),
            (-12.3, "-12.3"),
            (841.89, "841.89"),
        ] {
            let mut bytes = Vec::new();
            length(&mut bytes, given);
            assert_eq!(String::from_utf8(bytes).expect("text"), text);
        }
    }
}
