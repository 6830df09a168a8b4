//! The reports as documents: what veraPDF says of them, and that they say what the same report says as JSON.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::verapdf::passes;
use crate::cli_case::office::Office;
use crate::cli_case::{figures_report, protocol};

/// A report as PDF and as JSON, in a language.
fn report(office: &Office, arguments: &[&str], language: &str) -> (PathBuf, Value) {
    let written = |format: &str| {
        let file = office.argument(&format!("rapport.{format}"));
        office.done(&[arguments, &["--lang", language, "--format", format, "-o", &file]].concat());
        office.path(&format!("rapport.{format}"))
    };
    let json = std::fs::read(written("json")).expect("the document");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pdf/reports");
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join(format!("{}-{}-{language}.pdf", arguments[1], arguments.len()));
    std::fs::copy(written("pdf"), &file).expect("copied");
    (file, serde_json::from_slice(&json).expect("one document"))
}

/// The words of a PDF with nothing between them, since a cell may be broken over lines and words be parted at their ends.
fn words(file: &Path) -> String {
    let output = Command::new("pdftotext").arg(file).arg("-").output();
    let output = output.expect("pdftotext is not installed. Run: tests/verapdf/verapdf --install");
    bare(&String::from_utf8(output.stdout).expect("text"))
}

fn bare(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !['-', '\u{AD}', '\u{2010}'].contains(sign)).collect()
}

#[test]
fn verapdf_passes_the_reports_which_say_what_the_json_says() {
    let mut files = Vec::new();
    let figures = figures_report::office();
    for language in ["nb", "nn", "en"] {
        let year = ["report", "figures", "--from", "2026-01-01", "--to", "2026-12-31"];
        let (file, json) = report(&figures, &year, language);
        let text = words(&file);
        let mut lines: Vec<&Value> = vec![&json["total"]];
        lines.extend(
            json["tables"].as_array().expect("tables").iter().flat_map(|table| table["rows"].as_array().expect("rows")),
        );
        assert!(lines.len() > 10);
        for line in lines {
            // Each part of a line stands in a table of its own, its cells side by side.
            let values = line["values"].as_array().expect("values");
            let shown = |value: &Value| value.as_u64().map_or_else(|| "–".to_owned(), |count| count.to_string());
            let first: String = values[..7].iter().map(shown).collect();
            let label = if line["id"] == "alle" { all(language) } else { line["label"].as_str().expect("a label") };
            assert!(text.contains(&bare(&format!("{label}{first}"))), "{label} {first} in {language}: {text}");
        }
        for column in
            json["columns"].as_array().expect("columns").iter().chain(json["notes"].as_array().expect("notes"))
        {
            let said = column["label"].as_str().or(column.as_str()).expect("words");
            assert!(text.contains(&bare(said)), "{said}: {text}");
        }
        files.push(file);
    }
    let kept = protocol::office();
    for language in ["nb", "nn", "en"] {
        for of in [
            &["report", "protocol", "--case", "2026/00001-a"][..],
            &["report", "protocol", "--from", "2026-01-01", "--to", "2026-12-31"],
        ] {
            let (file, json) = report(&kept, of, language);
            let text = words(&file);
            for case in json["cases"].as_array().expect("cases") {
                for step in
                    case["steps"].as_array().expect("steps").iter().chain(case["deadline"].as_array().expect("steps"))
                {
                    for said in [&step["text"], &step["hash"]].into_iter().filter_map(Value::as_str) {
                        assert!(text.contains(&bare(said)), "{said} in {language}: {text}");
                    }
                }
            }
            // The readings of the JSON and of the PDF are two, so the heads of the two differ, and that of the record does not.
            assert!(text.contains(&bare(json["head"].as_str().expect("a head"))), "{text}");
            files.push(file);
        }
    }
    passes(&files);
}

/// The total has a heading of its own in the document.
fn all(language: &str) -> &'static str {
    if language == "en" { "All" } else { "Alle" }
}
