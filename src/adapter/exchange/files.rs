//! Looks into files of every kind that can lie with a request: documents that are packed, pictures, text and tables.

use std::borrow::Cow;
use std::io::Cursor;

use super::unpack::{self, Packed};
use super::words::{self, Form};
use super::{picture, table, text};
use crate::casework::request::FileKind;
use crate::usecase::ports::{FileFault, FileLook};

/// So much may a document be when it is unpacked, in bytes.
const UNPACKED: u64 = 512 * 1024 * 1024;
/// So many parts may it have.
const PARTS: usize = 20_000;
/// How many times larger than the file it may be when it is unpacked, once it is large at all.
const SWELLING: u64 = 200;
/// What is no larger than this unpacked is never called swollen.
const SMALL: u64 = 32 * 1024 * 1024;

/// The part by which each kind of document is known.
const DOCUMENTS: [(&str, FileKind); 2] = [("xl/workbook.xml", FileKind::Xlsx), ("word/document.xml", FileKind::Docx)];

/// Looks into files that others have made.
#[derive(Clone, Copy, Debug, Default)]
pub struct FileReader;

impl FileLook for FileReader {
    fn packed(&self, bytes: &[u8]) -> Result<Option<FileKind>, FileFault> {
        let mut archive = unpack::open(Cursor::new(bytes))?;
        let names = unpack::names(&archive);
        let has = |name: &str| names.iter().any(|known| known == name);
        let office = DOCUMENTS.into_iter().find(|(part, _)| has("[Content_Types].xml") && has(part));
        let (part, kind) = match office {
            Some(found) => found,
            None if has("mimetype") && has("content.xml") => {
                if unpack::part(&mut archive, "mimetype")? != FileKind::Odt.media_type().as_bytes() {
                    return Ok(None);
                }
                ("content.xml", FileKind::Odt)
            }
            None => return Ok(None),
        };
        swollen(&mut archive, bytes.len() as u64)?;
        safe(&names)?;
        if kind == FileKind::Odt && holds(&unpack::part(&mut archive, "META-INF/manifest.xml")?, b"encryption-data") {
            return Err(FileFault::Encrypted);
        }
        unpack::holds_something(&mut archive, part).map(|()| Some(kind))
    }

    fn picture(&self, bytes: &[u8]) -> Result<Option<FileKind>, FileFault> {
        picture::kind(bytes)
    }

    fn text(&self, bytes: &[u8]) -> Option<String> {
        text::decode(bytes).map(Cow::into_owned)
    }

    fn words(&self, bytes: &[u8], kind: FileKind, most: usize) -> Option<(String, bool)> {
        let form: &Form = match kind {
            FileKind::Docx => &words::DOCX,
            FileKind::Odt => &words::ODT,
            FileKind::Pdf
            | FileKind::Png
            | FileKind::Jpeg
            | FileKind::Text
            | FileKind::Email
            | FileKind::Csv
            | FileKind::Xlsx => return None,
        };
        let part = unpack::part(&mut unpack::open(Cursor::new(bytes)).ok()?, form.part).ok()?;
        Some(words::words(&part, form, most))
    }

    fn sheet(&self, bytes: &[u8], most: usize) -> Vec<Vec<String>> {
        table::first_rows(bytes, most)
    }

    fn rows(&self, bytes: &[u8], most: usize) -> Vec<Vec<String>> {
        let Some(text) = text::decode(bytes) else { return Vec::new() };
        csv::ReaderBuilder::new()
            .delimiter(text::separator(&text))
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes())
            .records()
            .take(most)
            .map_while(Result::ok)
            .map(|row| row.iter().map(str::to_owned).collect())
            .collect()
    }
}

/// Whether the parts, by their own account, unpack to more than a document does.
fn swollen(archive: &mut Packed<'_>, size: u64) -> Result<(), FileFault> {
    if archive.len() > PARTS {
        return Err(FileFault::Swollen);
    }
    let mut unpacked = 0_u64;
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(|_| FileFault::Broken)?;
        unpacked = unpacked.saturating_add(part.size());
    }
    if unpacked > UNPACKED || (unpacked > SMALL && unpacked / size.max(1) > SWELLING) {
        return Err(FileFault::Swollen);
    }
    Ok(())
}

/// Whether none of the parts is a macro or another program or file.
fn safe(names: &[String]) -> Result<(), FileFault> {
    if unpack::has_macros(names) {
        return Err(FileFault::DocumentMacros);
    }
    for name in names.iter().map(|name| name.to_lowercase()) {
        let parts = |folder: &str| name.starts_with(folder) && !name.ends_with('/');
        if parts("basic/") || parts("scripts/") || name.contains("macrosheets/") {
            return Err(FileFault::DocumentMacros);
        }
        if name.contains("/activex/") || name.contains("/embeddings/") || parts("object ") {
            return Err(FileFault::Embedded);
        }
    }
    Ok(())
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
            writer.write_all(bytes).expect("written");
        }
        writer.finish().expect("finished").into_inner()
    }

    const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    const WORDS: (&str, &[u8]) = ("word/document.xml", b"<w:document/>");
    const SHEETS: (&str, &[u8]) = ("xl/workbook.xml", b"<workbook/>");
    const ODT: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.text");
    const CONTENT: (&str, &[u8]) = ("content.xml", b"<office:document-content/>");
    const MANIFEST: (&str, &[u8]) = ("META-INF/manifest.xml", b"<manifest:manifest/>");

    #[test]
    fn documents_are_known_by_their_parts() {
        for (parts, kind) in [
            (&[TYPES, WORDS][..], Some(FileKind::Docx)),
            (&[TYPES, SHEETS], Some(FileKind::Xlsx)),
            (&[ODT, CONTENT, MANIFEST], Some(FileKind::Odt)),
            (&[("mimetype", b"application/epub+zip"), CONTENT, MANIFEST], None),
            (&[("bilder/ferie.jpg", b"\xff\xd8\xff")], None),
        ] {
            assert_eq!(FileReader.packed(&packed(parts)), Ok(kind), "{parts:?}");
        }
    }

    #[test]
    fn what_is_not_safe_to_open_is_told_apart() {
        let locked: (&str, &[u8]) = ("META-INF/manifest.xml", b"<manifest:encryption-data/>");
        let zeros = vec![0; 64 * 1024 * 1024];
        for (parts, fault) in [
            (&[TYPES, WORDS, ("word/vbaProject.bin", b"x")][..], FileFault::DocumentMacros),
            (&[TYPES, SHEETS, ("xl/vbaProject.bin", b"x")], FileFault::DocumentMacros),
            (&[ODT, CONTENT, MANIFEST, ("Basic/Standard/Module1.xml", b"x")], FileFault::DocumentMacros),
            (&[TYPES, WORDS, ("word/embeddings/oleObject1.bin", b"x")], FileFault::Embedded),
            (&[TYPES, SHEETS, ("xl/activeX/activeX1.bin", b"x")], FileFault::Embedded),
            (&[ODT, CONTENT, locked], FileFault::Encrypted),
            (&[TYPES, ("word/document.xml", b"")], FileFault::Broken),
            (&[TYPES, WORDS, ("word/media/image1.png", &zeros)], FileFault::Swollen),
        ] {
            assert_eq!(FileReader.packed(&packed(parts)), Err(fault), "{:?}", parts.last().map(|(name, _)| name));
        }
        assert_eq!(FileReader.packed(b"PK\x03\x04 and then nothing"), Err(FileFault::Broken));
    }

    #[test]
    fn the_first_rows_of_a_table_are_read_whatever_separates_its_cells() {
        let table = "Dato;Hvem\n02.03.2026;\"Ås; Bjørg\"\n03.03.2026;Kari\n".as_bytes();
        assert_eq!(FileReader.rows(table, 2), [vec!["Dato", "Hvem"], vec!["02.03.2026", "Ås; Bjørg"]]);
        assert!(FileReader.rows(&[0, 1, 2], 5).is_empty());
    }

    #[test]
    fn the_words_of_a_document_and_the_cells_of_a_workbook_are_read_and_nothing_else() {
        let words: (&str, &[u8]) = ("word/document.xml", "<w:p><w:t>Ås</w:t></w:p>".as_bytes());
        let docx = packed(&[TYPES, words, ("word/media/image1.png", b"\x89PNG")]);
        assert_eq!(FileReader.words(&docx, FileKind::Docx, 100), Some(("Ås\n".to_owned(), false)));
        let content: (&str, &[u8]) = ("content.xml", b"<text:p>Vedlegg</text:p>");
        let odt = packed(&[ODT, content, MANIFEST]);
        assert_eq!(FileReader.words(&odt, FileKind::Odt, 100), Some(("Vedlegg\n".to_owned(), false)));
        for (bytes, kind) in [(&docx, FileKind::Pdf), (&odt, FileKind::Docx), (&b"PK\x03\x04".to_vec(), FileKind::Docx)]
        {
            assert_eq!(FileReader.words(bytes, kind, 100), None, "{kind:?}");
        }
        let workbook = packed(&[
            TYPES,
            ("xl/workbook.xml", b"<workbook><sheets><sheet r:id='r1'/><sheet r:id='r2'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", b"<Relationships><Relationship Id='r1' Target='worksheets/a.xml'/></Relationships>"),
            ("xl/sharedStrings.xml", "<sst><si><t>Hvem</t></si><si><t>Bjørg &amp; Per</t></si></sst>".as_bytes()),
            (
                "xl/worksheets/a.xml",
                b"<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1'><v>2</v></c></row>\
                  <row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2'><f>HYPERLINK(1)</f><v>3</v></c></row></sheetData></worksheet>",
            ),
        ]);
        let rows = [vec!["Hvem", "", "2"], vec!["Bjørg & Per", "=HYPERLINK(1)", ""]];
        assert_eq!(FileReader.sheet(&workbook, 10), rows);
        assert_eq!(FileReader.sheet(&workbook, 1), rows[..1]);
        assert_eq!(FileReader.sheet(&docx, 10), Vec::<Vec<String>>::new());
        assert_eq!(FileReader.sheet(&workbook[..workbook.len() / 2], 10), Vec::<Vec<String>>::new());
    }
}
