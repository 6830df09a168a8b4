//! Looks into files of every kind that can lie with a request: documents that are packed, pictures, text and tables.

use std::borrow::Cow;
use std::io::Cursor;

use super::unpack::{self, Packed};
use super::words::{self, Form};
use super::{picture, table, text};
use crate::casework::request::FileKind;
use crate::usecase::ports::{FileFault, FileLook, Room, TableShown};

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
                if unpack::part(&mut archive, "mimetype")?.0 != FileKind::Odt.media_type().as_bytes() {
                    return Ok(None);
                }
                ("content.xml", FileKind::Odt)
            }
            None => return Ok(None),
        };
        safe(&names)?;
        swollen(&mut archive, bytes.len() as u64)?;
        if kind == FileKind::Odt && holds(&unpack::part(&mut archive, "META-INF/manifest.xml")?.0, b"encryption-data") {
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
        let (part, whole) = unpack::part(&mut unpack::open(Cursor::new(bytes)).ok()?, form.part).ok()?;
        let (words, cut) = words::words(&part, form, most);
        Some((words, cut || !whole))
    }

    fn sheet(&self, bytes: &[u8], most: Room) -> TableShown {
        table::first_rows(bytes, most)
    }

    fn rows(&self, bytes: &[u8], most: Room) -> TableShown {
        let Some(text) = text::decode(bytes) else { return (Vec::new(), true) };
        table::first_records(&text, text::separator(&text), most)
    }
}

/// Whether the parts unpack to more than a document does. What they say of themselves can be a lie, so each is unpacked, and
/// nothing of it kept.
fn swollen(archive: &mut Packed<'_>, size: u64) -> Result<(), FileFault> {
    if archive.len() > PARTS {
        return Err(FileFault::Swollen);
    }
    let mut room = UNPACKED.min(SMALL.max(size.saturating_mul(SWELLING)));
    for place in 0..archive.len() {
        let unpacked = unpack::unpacked(archive, place, room + 1)?;
        room = room.checked_sub(unpacked).ok_or(FileFault::Swollen)?;
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
    fn a_part_that_is_larger_than_it_says_is_not_taken_in() {
        let zeros = vec![0; 0x0412_3456];
        let mut lying = packed(&[TYPES, WORDS, ("word/media/image1.png", &zeros)]);
        let size = u32::try_from(zeros.len()).expect("a size").to_le_bytes();
        let told: Vec<usize> = (0..lying.len() - 4).filter(|at| lying[*at..].starts_with(&size)).collect();
        assert_eq!(told.len(), 2, "before the part, and in the list of parts");
        for at in told {
            lying[at..at + 4].copy_from_slice(&5_u32.to_le_bytes());
        }
        assert_eq!(FileReader.packed(&lying), Err(FileFault::Broken));
    }

    #[test]
    fn a_document_that_is_longer_than_is_read_says_that_it_is_cut() {
        let paragraph = "<w:p><w:t>ord</w:t></w:p>";
        let filler = " ".repeat(1_000);
        // The paragraphs end before what is read of the part does, so that nothing but the part itself is cut.
        let long = format!("<w:document>{paragraph}</w:document>{}", filler.repeat(17_000));
        let docx = packed(&[TYPES, ("word/document.xml", long.as_bytes())]);
        assert_eq!(FileReader.words(&docx, FileKind::Docx, 100), Some(("ord\n".to_owned(), true)));
    }

    const ROOM: Room = Room { rows: 10, text: 1_000 };

    #[test]
    fn the_first_rows_of_a_table_are_read_whatever_separates_its_cells() {
        let table = "Dato;Hvem\n02.03.2026;\"Ås; Bjørg\"\n03.03.2026;Kari\n".as_bytes();
        let shown = |rows: &[&[&str]]| -> Vec<Vec<String>> {
            rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
        };
        let all: [&[&str]; 3] = [&["Dato", "Hvem"], &["02.03.2026", "Ås; Bjørg"], &["03.03.2026", "Kari"]];
        let first = ["02.03.2026", "Ås"];
        for (room, rows, cut) in [
            (ROOM, &all[..], false),
            (Room { rows: 3, ..ROOM }, &all, false),
            (Room { rows: 2, ..ROOM }, &all[..2], true),
            (Room { text: 20, ..ROOM }, &[all[0], &first], true),
        ] {
            assert_eq!(FileReader.rows(table, room), (shown(rows), cut), "{room:?}");
        }
        let (wide, cut) = FileReader.rows(";".repeat(5_000).as_bytes(), ROOM);
        assert_eq!((wide[0].len(), cut), (table::MOST_COLUMNS, true));
        assert_eq!(FileReader.rows(&[0, 1, 2], ROOM), (Vec::new(), true));
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
        let workbook = workbook(
            "<si><t>Hvem</t></si><si><t>Bjørg &amp; Per</t></si>",
            "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1'><v>2</v></c></row>\
             <row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2'><f>HYPERLINK(1)</f><v>3</v></c></row>",
        );
        let rows = [["Hvem", "", "2"], ["Bjørg & Per", "=HYPERLINK(1)", ""]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(FileReader.sheet(&workbook, ROOM), (rows.to_vec(), false));
        assert_eq!(FileReader.sheet(&workbook, Room { rows: 1, ..ROOM }), (rows[..1].to_vec(), true));
        assert_eq!(FileReader.sheet(&docx, ROOM), (Vec::new(), true));
        assert_eq!(FileReader.sheet(&workbook[..workbook.len() / 2], ROOM), (Vec::new(), true));
    }

    /// A workbook with these shared texts and these rows.
    fn workbook(shared: &str, rows: &str) -> Vec<u8> {
        packed(&[
            TYPES,
            ("xl/workbook.xml", b"<workbook><sheets><sheet r:id='r1'/><sheet r:id='r2'/></sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                b"<Relationships><Relationship Id='r1' Target='worksheets/a.xml'/></Relationships>",
            ),
            ("xl/sharedStrings.xml", format!("<sst>{shared}</sst>").as_bytes()),
            ("xl/worksheets/a.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes()),
        ])
    }

    /// A cell that is small in the file can be large on the screen, and there can be many of them.
    #[test]
    fn of_a_workbook_that_swells_where_it_is_shown_no_more_is_shown_than_there_is_room_for() {
        let shared = format!("<si><t>{}</t></si>", "a".repeat(1_500_000));
        let cell = "<c t='s'><v>0</v></c>";
        let one = format!("<row>{cell}</row>");
        let (rows, cut) = FileReader.sheet(&workbook(&shared, &one.repeat(2_000)), ROOM);
        assert_eq!((rows.len(), rows[0][0].len(), cut), (1, ROOM.text, true));
        let many = format!("<row>{}</row>", cell.repeat(16_384));
        assert_eq!(FileReader.sheet(&workbook(&shared, &many), ROOM), (Vec::new(), true));
        let wide = format!("<row><c><v>1</v></c></row><row>{}</row>", "<c><v>2</v></c>".repeat(16_000));
        let (rows, cut) = FileReader.sheet(&workbook("", &wide), ROOM);
        assert_eq!((rows[1].len(), cut), (table::MOST_COLUMNS, true));
    }
}
