//! Draws laid-out pages with printpdf, with a mark around every stretch of content and of furniture.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, CustomPdfConformance, DictItem, FontId, FontMetrics, FontType, Greyscale, Line, LinePoint, Op,
    ParsedFont, PdfConformance, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions,
    Point, Pt, TextItem, TextMatrix,
};
use subsetter::GlyphRemapper;

use super::fonts::Typeface;
use super::page::{Ink, Laid, LeafId, Mark, PAGE_HEIGHT, PAGE_WIDTH, Page, Piece, Rule};
use super::shape::Glyph;

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
    let mut marks = Vec::with_capacity(laid.pages.len());
    for page in &laid.pages {
        let mut brush = Brush { fonts: &fonts, ops: Vec::new(), marks: Vec::new() };
        brush.page(page);
        document.pages.push(PdfPage::new(Pt(narrow(PAGE_WIDTH)).into(), Pt(narrow(PAGE_HEIGHT)).into(), brush.ops));
        marks.push(brush.marks);
    }
    for (typeface, font) in fonts {
        document.resources.fonts.map.insert(font_id(typeface), PdfFont::new(font.embedded));
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    Ok(Painted { document: document.to_lopdf_document(&options, &mut Vec::new()), marks })
}

/// A font with only the glyphs that the letter uses.
struct Embedded {
    embedded: ParsedFont,
    /// The number of a glyph in the embedded font, by its number in the whole one.
    numbers: BTreeMap<u16, u16>,
    /// The characters that a glyph stands for, the same wherever it is drawn.
    texts: BTreeMap<u16, String>,
}

fn font_id(typeface: Typeface) -> FontId {
    FontId(typeface.name().to_owned())
}

fn embed(pages: &[Page]) -> Result<BTreeMap<Typeface, Embedded>, String> {
    let mut used: BTreeMap<Typeface, BTreeMap<u16, &Glyph>> = BTreeMap::new();
    for piece in pages.iter().flat_map(|page| &page.pieces) {
        let glyphs = used.entry(piece.typeface).or_default();
        for glyph in &piece.glyphs {
            // One glyph can stand for two characters (space and no-break space): the file tells the lower one.
            let kept = glyphs.entry(glyph.id).or_insert(glyph);
            if glyph.text < kept.text {
                *kept = glyph;
            }
        }
    }
    used.into_iter().map(|(typeface, glyphs)| Ok((typeface, subset(typeface, &glyphs)?))).collect()
}

fn subset(typeface: Typeface, glyphs: &BTreeMap<u16, &Glyph>) -> Result<Embedded, String> {
    let ids: Vec<u16> = glyphs.keys().copied().collect();
    let remapper = GlyphRemapper::new_from_glyphs_sorted(&ids);
    let bytes = subsetter::subset(typeface.bytes(), 0, &remapper).map_err(|error| error.to_string())?;
    let numbers: BTreeMap<u16, u16> = ids.iter().filter_map(|id| Some((*id, remapper.get(*id)?))).collect();
    let face = typeface.face();
    let units = face.units_per_em();
    let bounds = face.global_bounding_box();
    let per_mille = 1000.0 / f64::from(units);
    let widths = ids
        .iter()
        .filter_map(|id| Some((*numbers.get(id)?, font_units(glyphs.get(id)?.natural / per_mille))))
        .collect();
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
    let texts = glyphs.iter().map(|(id, glyph)| (*id, glyph.text.clone())).collect();
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
fn narrow(length: f64) -> f32 {
    ((length * 100.0).round() / 100.0) as f32
}

fn colour(ink: Ink) -> Color {
    let percent = match ink {
        Ink::Black => 0.0,
        Ink::Grey => 0.33,
        Ink::Hairline => 0.6,
    };
    Color::Greyscale(Greyscale { percent, icc_profile: None })
}

struct Brush<'a> {
    fonts: &'a BTreeMap<Typeface, Embedded>,
    ops: Vec<Op>,
    marks: Vec<LeafId>,
}

impl Brush<'_> {
    fn page(&mut self, page: &Page) {
        if !page.rules.is_empty() {
            self.begin("Artifact", BTreeMap::from([("Type", name("Layout"))]));
            for rule in &page.rules {
                self.rule(rule);
            }
            self.end();
        }
        for pieces in page.pieces.chunk_by(|one, next| one.mark == next.mark) {
            match pieces[0].mark {
                Mark::Content(leaf) => {
                    let number = i64::try_from(self.marks.len()).unwrap_or(i64::MAX);
                    self.marks.push(leaf);
                    self.begin("Span", BTreeMap::from([("MCID", DictItem::Int(number))]));
                }
                Mark::Header => self.furniture("Header", "Top"),
                Mark::Footer => self.furniture("Footer", "Bottom"),
            }
            self.ops.push(Op::StartTextSection);
            for piece in pieces {
                self.piece(piece);
            }
            self.ops.push(Op::EndTextSection);
            self.end();
        }
    }

    fn furniture(&mut self, subtype: &str, edge: &str) {
        let attached = DictItem::Array(vec![name(edge)]);
        self.begin(
            "Artifact",
            BTreeMap::from([("Type", name("Pagination")), ("Subtype", name(subtype)), ("Attached", attached)]),
        );
    }

    fn begin(&mut self, tag: &str, properties: BTreeMap<&str, DictItem>) {
        let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } });
    }

    fn end(&mut self) {
        self.ops.push(Op::EndMarkedContent);
    }

    fn rule(&mut self, rule: &Rule) {
        let point =
            |x: f64| LinePoint { p: Point { x: Pt(narrow(x)), y: Pt(narrow(PAGE_HEIGHT - rule.y)) }, bezier: false };
        self.ops.push(Op::SetOutlineColor { col: colour(rule.ink) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(narrow(rule.thickness)) });
        self.ops.push(Op::DrawLine {
            line: Line { points: vec![point(rule.x), point(rule.x + rule.width)], is_closed: false },
        });
    }

    fn piece(&mut self, piece: &Piece) {
        self.ops.push(Op::SetFillColor { col: colour(piece.ink) });
        self.ops
            .push(Op::SetFont { font: PdfFontHandle::External(font_id(piece.typeface)), size: Pt(narrow(piece.size)) });
        let mut x = piece.x;
        // Marks above or below a letter stand on a line of their own, as high as the shaper says.
        for glyphs in piece.glyphs.chunk_by(|one, next| one.up == next.up) {
            let y = PAGE_HEIGHT - piece.y + glyphs[0].up * piece.size / 1000.0;
            self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(narrow(x)), Pt(narrow(y))) });
            self.ops.push(Op::ShowText { items: self.items(piece.typeface, glyphs) });
            x += glyphs.iter().map(|glyph| glyph.advance).sum::<f64>() * piece.size / 1000.0;
        }
    }

    fn items(&self, typeface: Typeface, glyphs: &[Glyph]) -> Vec<TextItem> {
        let Some(font) = self.fonts.get(&typeface) else { return Vec::new() };
        let mut items = Vec::new();
        let mut row = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            if glyph.right != 0.0 {
                items.push(TextItem::GlyphIds(std::mem::take(&mut row)));
                items.push(TextItem::Offset(narrow(-glyph.right)));
            }
            row.push(Codepoint {
                gid: font.numbers.get(&glyph.id).copied().unwrap_or_default(),
                // The reader moves by the font's own width; the rest of the way is kerning, counted backwards.
                offset: narrow(glyph.natural + glyph.right - glyph.advance),
                cid: font.texts.get(&glyph.id).cloned(),
            });
        }
        items.push(TextItem::GlyphIds(row));
        items
    }
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}
