//! The letter set with Typst: the same words, fonts, sizes, margins and standards.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::{Datelike, Timelike};
use personvernsak::adapter::pdf::{DrawOptions, Typeface};
use personvernsak::casework::letter::tree::{Block, Inline, Letter};
use personvernsak::wording::Language;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// What Typst needs for every letter: its library and the two fonts, read once.
pub struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// One letter in Typst's world.
struct Desk<'a> {
    press: &'a Press,
    source: Source,
}

/// Empties Typst's caches, so that it does not answer from the last round.
pub fn forget() {
    typst::comemo::evict(0);
}

/// Leaves the file beside the program, so that anybody can look at what was compared.
pub fn keep(folder: &Path, name: &str, file: &[u8]) {
    fs::write(folder.join(format!("{name}-typst.pdf")), file).expect("written");
}

impl Press {
    pub fn new() -> Self {
        let font = |typeface: Typeface| Font::new(Bytes::new(typeface.bytes()), 0).expect("a font");
        let fonts: Vec<Font> = Typeface::ALL.map(font).to_vec();
        let book = FontBook::from_fonts(&fonts);
        Self { library: LazyHash::new(Library::default()), book: LazyHash::new(book), fonts }
    }

    /// The finished file.
    pub fn file(&self, letter: &Letter, options: &DrawOptions) -> Vec<u8> {
        let desk = Desk { press: self, source: Source::detached(markup(letter, options)) };
        let document: PagedDocument = typst::compile(&desk).output.expect("set");
        let at = options.created_at;
        let part = |number: u32| u8::try_from(number).expect("a part of a date");
        let at = Datetime::from_ymd_hms(
            at.year(),
            part(at.month()),
            part(at.day()),
            part(at.hour()),
            part(at.minute()),
            part(at.second()),
        );
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).expect("they go together");
        let options = PdfOptions {
            ident: Smart::Custom(letter.title.clone()),
            timestamp: at.map(Timestamp::new_utc),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).expect("a file that keeps to both standards")
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }
    fn main(&self) -> FileId {
        self.source.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Writing to a string does not fail.
macro_rules! put {
    ($into:expr, $($what:tt)*) => {{ let _ = writeln!($into, $($what)*); }};
}

/// The letter in Typst's markup. Words stand as strings, so that nothing in them is taken for markup.
fn markup(letter: &Letter, options: &DrawOptions) -> String {
    let mut markup = String::new();
    let out = &mut markup;
    let dated = options.dated_on;
    let date = format!("datetime(year: {}, month: {}, day: {})", dated.year(), dated.month(), dated.day());
    put!(out, "#set document(title: {}, author: {}, date: {date})", quoted(&letter.title), quoted(&letter.sender_name));
    put!(out, "#set text(font: \"Noto Sans\", size: 10.5pt, lang: \"{}\", ligatures: false)", letter.language.code());
    put!(out, "#set par(leading: 7.25pt, spacing: 14.25pt)");
    put!(out, "#set list(indent: 0pt, body-indent: 10pt, spacing: 10pt)");
    put!(out, "#set enum(indent: 0pt, body-indent: 10pt, spacing: 10pt)");
    let (page, of) = match letter.language {
        Language::Nb | Language::Nn => ("Side", "av"),
        Language::En => ("Page", "of"),
    };
    let running = letter.references.first().map_or_else(String::new, |reference| {
        format!("{} · {} {}", letter.sender_name, reference.label, reference.value)
    });
    put!(
        out,
        "#set page(paper: \"a4\", margin: (left: 25mm, right: 25mm, top: 29mm, bottom: 27mm), \
         header: context if counter(page).get().first() > 1 {{ text(8.5pt, luma(84), {}) }}, \
         footer: context {{ line(length: 100%, stroke: 0.5pt + luma(153)); grid(columns: (1fr, auto), \
         text(8pt, luma(84), {}), text(8pt, luma(84), \
         \"{page} \" + str(counter(page).get().first()) + \" {of} \" + str(counter(page).final().first()))) }})",
        quoted(&running),
        quoted(&letter.footer.join(" · ")),
    );
    put!(out, "#show heading.where(level: 1): it => block(above: 24pt, below: 14pt, text(14.5pt, it.body))");
    put!(out, "#show heading.where(level: 2): it => block(above: 20pt, below: 10pt, text(11pt, it.body))");
    put!(out, "#show heading.where(level: 3): it => block(above: 17pt, below: 10pt, text(10.5pt, it.body))");
    put!(out, "#move(dy: -11mm, text(12.5pt, weight: \"bold\", {}))", quoted(&letter.sender_name));
    put!(out, "#block(height: 34mm, below: 0pt)[");
    for line in letter.recipient.iter().chain(&letter.delivery_note) {
        put!(out, "#text({}) \\", quoted(line));
    }
    put!(out, "]");
    put!(out, "#line(length: 100%, stroke: 0.5pt + luma(153))");
    if !letter.references.is_empty() {
        put!(out, "#grid(columns: (1fr,) * {}, column-gutter: 12pt,", letter.references.len());
        for reference in &letter.references {
            let (label, value) = (quoted(&reference.label), quoted(&reference.value));
            put!(out, "[#text(8.5pt, weight: \"bold\", {label}) \\ #text(9pt, {value})],");
        }
        put!(out, ")");
    }
    put!(out, "#heading(level: 1, {})", quoted(&letter.heading));
    blocks(out, &letter.blocks, &mut 1);
    put!(out, "#block(above: 34pt, {})", quoted(&letter.closing.greeting));
    put!(out, "#grid(columns: (1fr, 1fr), row-gutter: 20pt,");
    for signature in &letter.closing.signatures {
        put!(out, "[#text({}) \\ #text({})],", quoted(&signature.name), quoted(&signature.title));
    }
    put!(out, ")");
    if let Some(note) = &letter.closing.approval_note {
        put!(out, "#text(9.5pt, {})", quoted(note));
    }
    for (label, titles) in [("Vedlegg", &letter.attachments), ("Kopi til", &letter.copies_to)] {
        if !titles.is_empty() {
            put!(out, "#block(above: 20pt, text(9.5pt, weight: \"bold\", {}))", quoted(label));
            put!(out, "#set text(9.5pt)");
            titles.iter().for_each(|title| put!(out, "- #text({})", quoted(title)));
        }
    }
    markup
}

/// The blocks; `above` is the level of the last heading, of which none may be skipped.
fn blocks(out: &mut String, blocks: &[Block], above: &mut u8) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => {
                *above = (*level).clamp(2, 3).min(*above + 1);
                put!(out, "#heading(level: {above}, {})", inline(text));
            }
            Block::Paragraph(text) => put!(out, "#par({})", inline(text)),
            Block::List { numbered, items } => {
                put!(out, "#{}(", if *numbered { "enum" } else { "list" });
                for item in items {
                    put!(out, "[");
                    self::blocks(out, item, above);
                    put!(out, "],");
                }
                put!(out, ")");
            }
            // No letter that is measured has one.
            Block::Chart(_) => {}
            Block::Table { header, rows } if header.is_empty() && rows.is_empty() => {}
            Block::Table { header, rows } => {
                let columns = rows.iter().map(Vec::len).fold(header.len(), usize::max);
                put!(out, "#[#set text(9.5pt)\n#set par(leading: 6.2pt)\n#table(columns: {columns}, ");
                put!(out, "stroke: (x: none, y: 0.5pt + luma(153)), inset: (x: 5pt, y: 6.6pt), table.header(");
                (0..columns).for_each(|column| {
                    put!(
                        out,
                        "{}, ",
                        header.get(column).map_or("[]".to_owned(), |cell| format!("strong({})", inline(cell)))
                    )
                });
                put!(out, "),");
                for row in rows {
                    (0..columns).for_each(|column| {
                        put!(out, "{}, ", row.get(column).map_or("[]".to_owned(), |cell| inline(cell)))
                    });
                }
                put!(out, ")]");
            }
        }
    }
}

fn inline(text: &[Inline]) -> String {
    let pieces: Vec<String> = text
        .iter()
        .map(|inline| match inline {
            Inline::Text(words) => format!("text({})", quoted(words)),
            Inline::Strong(words) => format!("strong({})", quoted(words)),
            Inline::Foreign { language, text } => format!("text(lang: \"{}\", {})", language.code(), quoted(text)),
        })
        .collect();
    if pieces.is_empty() { "[]".to_owned() } else { pieces.join(" + ") }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}
