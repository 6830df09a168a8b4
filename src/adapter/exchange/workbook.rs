//! Tables as a workbook (XLSX, ISO/IEC 29500): the few parts that every spreadsheet reads, the same bytes for the same tables. Only what
//! stands in the cells is written, no formula ever.

use std::io::{Cursor, Write as _};

use quick_xml::escape::escape;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::csv::Cell;

/// A sheet of a workbook.
pub struct SheetOf<'a> {
    /// Its name: at most 31 characters, none of `[]:*?/\`.
    pub name: &'a str,
    /// The heads of its columns, which stay in sight.
    pub heads: &'a [&'a str],
    /// Its rows.
    pub rows: &'a [Vec<Cell>],
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// Cells as they come, heads in bold, days, and words that go on over several lines.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
     <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
     <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
     <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
     <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
     <cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
     <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"><alignment wrapText=\"1\" vertical=\"top\"/></xf>\
     <xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>";
const BOLD: u32 = 1;
const DAY: u32 = 2;

/// The sheets as a file.
#[must_use]
pub fn workbook(sheets: &[SheetOf<'_>]) -> Vec<u8> {
    let written = parts(sheets);
    // Memory takes every part.
    debug_assert!(written.is_ok());
    written.unwrap_or_default()
}

fn parts(sheets: &[SheetOf<'_>]) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut put = |name: &str, content: &str| {
        writer.start_file(name, options)?;
        Ok::<_, zip::result::ZipError>(writer.write_all(format!("{XML}{content}").as_bytes())?)
    };
    let each = |part: &dyn Fn(usize, &SheetOf<'_>) -> String| {
        (1..).zip(sheets).map(|(number, sheet)| part(number, sheet)).collect::<String>()
    };
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let overrides = each(&|number, _| {
        format!("<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{kind}.worksheet+xml\"/>")
    });
    put(
        "[Content_Types].xml",
        &format!(
            "<Types xmlns=\"{PACKAGE}/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>\
             <Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}.styles+xml\"/>{overrides}</Types>"
        ),
    )?;
    put("_rels/.rels", &relations(&relation(1, "officeDocument", "xl/workbook.xml")))?;
    let names = each(&|number, sheet| {
        format!("<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", escape(sheet.name))
    });
    put(
        "xl/workbook.xml",
        &format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{names}</sheets></workbook>"),
    )?;
    let lead = each(&|number, _| relation(number, "worksheet", &format!("worksheets/sheet{number}.xml")));
    put("xl/_rels/workbook.xml.rels", &relations(&(lead + &relation(sheets.len() + 1, "styles", "styles.xml"))))?;
    put("xl/styles.xml", &format!("<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>"))?;
    for (number, sheet) in (1..).zip(sheets) {
        put(&format!("xl/worksheets/sheet{number}.xml"), &content(sheet))?;
    }
    Ok(writer.finish()?.into_inner())
}

fn relations(relations: &str) -> String {
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}</Relationships>")
}

fn relation(number: usize, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
}

fn content(sheet: &SheetOf<'_>) -> String {
    let heads = sheet.heads.iter().map(|head| Cell::Text((*head).to_owned())).collect::<Vec<_>>();
    let mut lines = row(1, &heads, BOLD);
    for (number, cells) in (2..).zip(sheet.rows) {
        lines.push_str(&row(number, cells, 0));
    }
    let widths: String = (1..=sheet.heads.len())
        .map(|column| {
            let cells = sheet.rows.iter().filter_map(|row| row.get(column - 1));
            let longest = cells.map(|cell| if let Cell::Text(text) = cell { text.chars().count() } else { 0 }).max();
            format!(
                "<col min=\"{column}\" max=\"{column}\" width=\"{}\" customWidth=\"1\"/>",
                longest.unwrap_or(0).clamp(12, 60)
            )
        })
        .collect();
    format!(
        "<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
         <cols>{widths}</cols><sheetData>{lines}</sheetData></worksheet>"
    )
}

fn row(number: usize, cells: &[Cell], style: u32) -> String {
    let cells: String = cells
        .iter()
        .enumerate()
        .map(|(column, cell)| written(&format!("{}{number}", name(column)), cell, style))
        .collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

fn written(place: &str, cell: &Cell, style: u32) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => {
            format!(
                "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                escape(text.as_str())
            )
        }
        // Spreadsheets count days from 30 December 1899.
        Cell::Date(day) => {
            let days = day.signed_duration_since(chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default());
            format!("<c r=\"{place}\" s=\"{DAY}\"><v>{}</v></c>", days.num_days())
        }
        Cell::Number(number) => format!("<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>"),
    }
}

/// The name of a column: A to Z, then AA and on.
fn name(column: usize) -> String {
    let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
    if column < 26 { letter(column).to_string() } else { format!("{}{}", name(column / 26 - 1), letter(column)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapter::exchange::{ReadRow, TableFile};

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        for (column, wanted) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(name(column), wanted);
        }
    }

    /// Read by what reads the workbooks that others bring.
    #[test]
    fn what_is_written_is_read_again() {
        let rows = [
            vec![Cell::Text("=1+1 & <ikke> \"formel\"".to_owned()), Cell::Number(7), Cell::Empty],
            vec![Cell::Text(":".to_owned()), Cell::Date("2026-03-02".parse().expect("a date")), Cell::Number(0)],
        ];
        let sheets = [
            SheetOf { name: "Tall", heads: &["Navn", "Antall", "Mer"], rows: &rows },
            SheetOf { name: "Om tallene & annet", heads: &["Merknad"], rows: &[] },
        ];
        let file = workbook(&sheets);
        assert_eq!(file, workbook(&sheets), "the same bytes");
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("tall.xlsx");
        std::fs::write(&path, file).expect("written");
        let mut table = TableFile::open(&path).expect("a workbook");
        let mut read = Vec::new();
        while let Some(row) = table.next_row().expect("a row") {
            let ReadRow::Cells(_, cells) = row else { panic!("cells") };
            read.push(cells.iter().map(|cell| cell.written().to_owned()).collect::<Vec<_>>().join("|"));
        }
        assert_eq!(read[0], "Navn|Antall|Mer");
        assert_eq!(read[1].trim_end_matches('|'), "=1+1 & <ikke> \"formel\"|7");
        assert!(read[2].starts_with(":|") && read[2].ends_with("|0"), "{}", read[2]);
    }
}
