//! Files that lie with a request: what can be kept and what not, who sees it, how it goes away; and redacted copies of it.

use std::fs;
use std::io::{Cursor, Write};

use lopdf::{Document, Object, Stream, dictionary};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::access_answer::workbook;
use super::office::{Office, each};

const CASE: &str = "2026/00001-a";
const OTHER: &str = "2026/00001-b";

fn request(protection: &str) -> Value {
    let mut person = json!({"name": "Astri Lunde", "protection": protection});
    if protection == "ingen" {
        person["address"] = json!({"lines": ["Skogveien 3", "0870 Oslo"], "country": "NO"});
    }
    json!({
        "received_on": "2026-01-31", "channel": "altinn", "language": "nb", "person": person,
        "identity": {"status": "confirmed", "method": "innlogget-hoyt", "on": "2026-01-31"},
        "text": "Send meg alt dere har om meg.",
        "attachments": [{"title": "Fullmakt", "pages": 2}],
        "demands": [{"register": "npr", "right": "innsyn"}, {"register": "kpr", "right": "innsyn"}],
    })
}

fn office() -> Office {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    office.keep_secret(&["Astri Lunde", "Lunde", "Bjarne"]);
    office.register(&request("ingen"));
    office
}

fn keep(office: &Office, name: &str, bytes: &[u8]) -> String {
    fs::write(office.path(name), bytes).expect("a file");
    office.argument(name)
}

/// A PDF of one page with a line on it.
fn pdf(line: &str) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let content = format!("BT /H 12 Tf 72 700 Td ({line}) Tj ET");
    let content = document.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => tree, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "H" => font } },
    });
    let pages = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(tree, Object::Dictionary(pages));
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("written");
    bytes
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("a file").into_inner()
}

/// The smallest whole PNG: one grey dot.
fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().expect("a head").write_image_data(&[128]).expect("a dot");
    bytes
}

#[test]
fn a_file_is_kept_shown_renamed_saved_and_taken_away() {
    let office = office();
    let file = keep(&office, "Epikrise Lunde.pdf", &pdf("Epikrise"));
    let case = office.done(&["case", "attach", CASE, &file, "--title", "Epikrise", "--from", "person"]);
    let text = keep(&office, "notat.txt", "Samtale med registeret".as_bytes());
    office.done(&["case", "attach", CASE, &text, "--title", "Samtale"]);
    assert_eq!(
        (&case["files"][0]["media_type"], &case["files"][0]["from"]),
        (&json!("application/pdf"), &json!("person"))
    );
    assert_eq!(each(&case["attachments"], "title"), ["Fullmakt"], "what intake told stays");
    assert!(case["timeline"].to_string().contains("Vedlegg 1 er lagt til (PDF, fra personen)."));

    let listed = office.done(&["case", "attachments", CASE]);
    assert_eq!(each(&listed["attachments"], "title"), ["Epikrise", "Samtale"]);
    let other = office.done(&["case", "attachments", OTHER]);
    assert_eq!(each(&other["attachments"], "title"), ["Epikrise"], "what was collected belongs to its own case");

    let output = office.argument("ut.pdf");
    let saved = office.done(&["case", "attachment", "save", CASE, "1", "-o", &output]);
    assert_eq!(fs::read(&output).expect("the file"), fs::read(&file).expect("the file"));
    assert_eq!(saved["sha256"], listed["attachments"][0]["sha256"]);

    let renamed = office.done(&["case", "attachment", "title", CASE, "1", "--title", "Epikrise 2025"]);
    assert_eq!(renamed["files"][0]["title"], "Epikrise 2025");
    let again = office.refused(&["case", "attachment", "title", CASE, "1", "--title", "Epikrise 2025"], 3);
    assert_eq!(again["code"], "nothing-new");

    office.is_whole();
    let reason = "Gjelder en annen person.";
    let gone = office.done(&["case", "attachment", "remove", CASE, "1", "--reason", reason]);
    assert_eq!(each(&gone["files"], "title"), ["Samtale"]);
    assert!(gone["timeline"].to_string().contains("Vedlegg 1 er tatt bort og slettet: «Gjelder en annen person.»."));
    for command in ["save", "remove"] {
        let rest = if command == "save" { ["-o", output.as_str()] } else { ["--reason", reason] };
        let error = office.refused(&[&["case", "attachment", command, CASE, "1"], &rest[..]].concat(), 3);
        assert_eq!(error["code"], "no-such-attachment");
    }
    assert_eq!(
        office.refused(&["case", "attachment", "save", OTHER, "2", "-o", &output], 3)["code"],
        "no-such-attachment"
    );
    office.is_whole();
    assert!(!office.done(&["case", "list"]).to_string().contains("Epikrise"), "a title stands in no list");
}

#[test]
fn every_kind_that_can_be_kept_is_known_by_its_content() {
    let office = office();
    let docx = packed(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")]);
    let odt = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office:document-content/>"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
    ]);
    let email =
        "From: a@example.no\r\nTo: b@example.no\r\nDate: Mon, 2 Feb 2026 09:00:00 +0100\r\nSubject: Hei\r\n\r\nHei\r\n";
    let latin = b"navn;\xe5r\r\n\xc5se;1961\r\n";
    for (name, bytes, kind) in [
        ("a.pdf", pdf("Brev"), "PDF"),
        ("b.png", png(), "PNG-bilde"),
        ("c.txt", "Brev".as_bytes().to_vec(), "tekst"),
        ("d.csv", latin.to_vec(), "CSV"),
        ("e.xlsx", workbook(None), "XLSX"),
        ("f.docx", docx, "DOCX"),
        ("g.odt", odt, "ODT"),
        ("h.eml", email.as_bytes().to_vec(), "e-post"),
        ("uten ending", "Brev uten ending".as_bytes().to_vec(), "tekst"),
    ] {
        let file = keep(&office, name, &bytes);
        let case = office.done(&["case", "attach", CASE, &file, "--title", name]);
        let last = case["files"].as_array().and_then(|files| files.last()).expect("a file").clone();
        assert_eq!((&last["kind_label"], &last["title"]), (&json!(kind), &json!(name)));
    }
    office.is_whole();
}

#[test]
fn what_cannot_be_kept_is_refused_in_words_that_say_what_to_do() {
    let office = office();
    let docx: [(&str, &[u8]); 2] = [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")];
    let with = |name: &'static str| packed(&[&docx[..], &[(name, b"x")]].concat());
    let bomb = packed(&[&docx[..], &[("word/media/image1.png", &vec![0; 64 * 1024 * 1024])]].concat());
    let mail = "From: a@b.no\nDate: x\nSubject: y\n\nContent-Disposition: attachment; filename=virus.exe\n";
    let whole = pdf("Brev");
    for (name, bytes, code) in [
        ("tom.pdf", Vec::new(), "file-empty"),
        ("stor.pdf", vec![b'x'; 26 * 1024 * 1024], "file-too-large"),
        ("program.exe", b"MZ\x90\0\x03\0\0\0".to_vec(), "file-kind"),
        ("Lunde.pdf", b"MZ\x90\0\x03\0\0\0".to_vec(), "file-kind"),
        ("skript.sh", b"#!/bin/sh\nrm -rf /\n".to_vec(), "file-kind"),
        ("bilder.zip", packed(&[("ferie.jpg", b"\xff\xd8\xff")]), "file-kind"),
        ("tabell.csv", packed(&[("ferie.jpg", b"\xff\xd8\xff")]), "file-kind"),
        ("side.html", b"<!DOCTYPE html><script>x</script>".to_vec(), "file-kind"),
        ("tegning.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "file-kind"),
        ("brev.rtf", b"{\\rtf1 hei}".to_vec(), "file-kind"),
        ("gammel.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "file-kind"),
        ("skann.tif", b"II*\0\x08\0\0\0".to_vec(), "file-kind"),
        ("ukjent.dat", vec![0, 1, 2, 3, 4], "file-kind"),
        ("post.eml", mail.as_bytes().to_vec(), "file-kind"),
        ("tabell.csv", workbook(None), "file-mislabelled"),
        ("bilde.jpg", png(), "file-mislabelled"),
        ("skript.bat", b"del alt".to_vec(), "file-mislabelled"),
        ("halv.pdf", whole[..whole.len() / 2].to_vec(), "file-broken"),
        ("halv.png", png()[..40].to_vec(), "file-broken"),
        ("halv.docx", b"PK\x03\x04 og ikke mer".to_vec(), "file-broken"),
        ("makro.docx", with("word/vbaProject.bin"), "file-macros"),
        ("makro.xlsx", workbook(Some("xl/vbaProject.bin")), "file-macros"),
        ("innebygd.docx", with("word/embeddings/oleObject1.bin"), "file-embedded"),
        ("bombe.docx", bomb, "file-swollen"),
    ] {
        let file = keep(&office, name, &bytes);
        let error = office.refused(&["case", "attach", CASE, &file, "--title", "Noe"], 2);
        assert_eq!(error["code"], code, "{name}: {error}");
        assert_eq!(error["fields"][0]["path"], "file", "{name}");
    }
    let missing = office.refused(&["case", "attach", CASE, "/finnes/ikke.pdf", "--title", "Noe"], 4);
    assert_eq!(missing["code"], "no-such-file");
    let file = keep(&office, "brev.pdf", &whole);
    assert_eq!(
        office.refused(&["case", "attach", CASE, &file, "--title", "Noe", "--from", "naboen"], 2)["code"],
        "unknown-value"
    );
    assert_eq!(office.refused(&["case", "attach", CASE, &file, "--title", " "], 2)["fields"][0]["path"], "title");
    let stale = office.refused(&["case", "attach", CASE, &file, "--title", "Noe", "--if-version", "1"], 7);
    assert_eq!(stale["code"], "conflict");
    assert_eq!(office.show(CASE)["files"], json!([]), "nothing was kept");
}

#[test]
fn the_files_of_a_request_have_room_for_so_much_together() {
    let office = office();
    let large = keep(&office, "stor.txt", &vec![b'x'; 25 * 1024 * 1024]);
    for number in 1..=8 {
        office.done(&["case", "attach", CASE, &large, "--title", &format!("Del {number}")]);
    }
    let error = office.refused(&["case", "attach", OTHER, &large, "--title", "Del 9"], 3);
    assert_eq!(error["code"], "attachments-too-large");
    assert!(error["message"].to_string().contains("det er plass til 200"), "{error}");
    office.done(&["case", "attachment", "remove", CASE, "3", "--reason", "Trengs ikke"]);
    office.done(&["case", "attach", OTHER, &large, "--title", "Del 9"]);
}

#[test]
fn the_files_of_a_protected_person_are_for_the_cleared_alone() {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    office.register(&request("fortrolig"));
    let file = keep(&office, "brev.pdf", &pdf("Hemmelig adresse"));
    office.done(&["case", "attach", CASE, &file, "--title", "Brev"]);
    office.let_in("Live Solbakken", "saksbehandler");
    assert_eq!(office.done_as("Live Solbakken", &["case", "show", CASE])["files"], json!([]));
    let output = office.argument("ut.pdf");
    let refused = office.refused_as("Live Solbakken", &["case", "attachment", "save", CASE, "1", "-o", &output], 3);
    assert_eq!(refused["code"], "not-cleared");
    let refused = office.refused_as("Live Solbakken", &["case", "attach", CASE, &file, "--title", "Brev"], 3);
    assert_eq!(refused["code"], "not-cleared");
    office.at_instant("2026-02-03T10:00:00+01:00");
    let saved = office.done(&["case", "attachment", "save", CASE, "1", "-o", &output]);
    assert_eq!(saved["size"].as_u64(), Some(fs::metadata(&file).expect("the file").len()));
}

#[test]
fn a_redacted_copy_is_kept_beside_the_file_and_goes_with_the_answer() {
    let office = office();
    let file = keep(&office, "journal.pdf", &pdf("Innleggelse meldt av Bjarne Vik ved avdelingen"));
    office.done(&["case", "attach", CASE, &file, "--title", "Journal"]);
    let words = office.done(&["case", "attachment", "words", CASE, "1"]);
    assert_eq!(
        each(&words["pages"][0]["words"], "text"),
        ["Innleggelse", "meldt", "av", "Bjarne", "Vik", "ved", "avdelingen"]
    );

    let boxes = office.write("felt.json", r#"{"words": [{"find": "bjarne vik", "ground": "popplyl-16-1-d"}]}"#);
    let output = office.argument("prov.pdf");
    let tried = office.done(&["case", "redact", CASE, "1", "--boxes", &boxes, "-o", &output]);
    assert_eq!((&tried["boxes"], &tried["number"], &tried["left"]), (&json!(1), &Value::Null, &json!([])));
    assert_eq!(
        office.show(CASE)["files"].as_array().map(Vec::len),
        Some(1),
        "a copy in a file is not kept in the case"
    );

    let kept = office.done(&["case", "redact", CASE, "1", "--boxes", &boxes]);
    assert_eq!(kept["number"], 2);
    let case = office.show(CASE);
    let copy = &case["files"][1];
    assert_eq!((&copy["redacts"], &copy["title"]), (&json!(1), &json!("Sladdet kopi av vedlegg 1")));
    assert_eq!(copy["redacted"], "ett sted, etter personopplysningsloven § 16 første ledd bokstav d");
    assert_eq!(copy["sha256"], kept["sha256"]);
    assert!(case["timeline"].to_string().contains("Vedlegg 2 er en sladdet kopi av vedlegg 1: ett sted"));
    let words = office.done(&["case", "attachment", "words", CASE, "2"]).to_string();
    assert!(words.contains("avdelingen") && words.contains("[sladdet]") && !words.contains("Bjarne"), "{words}");
    let original = office.argument("original.pdf");
    office.done(&["case", "attachment", "save", CASE, "1", "-o", &original]);
    assert_eq!(fs::read(&original).expect("a file"), fs::read(&file).expect("a file"), "the file is untouched");

    let case = office.done(&["case", "attachment", "report", CASE, "2", "--title", "Journal, sladdet"]);
    assert_eq!(each(&case["reports"], "title"), ["Journal, sladdet"]);
    let text = keep(&office, "notat.txt", b"notat");
    office.done(&["case", "attach", CASE, &text, "--title", "Notat"]);
    assert_eq!(office.refused(&["case", "attachment", "report", CASE, "3"], 2)["code"], "file-kind");
    assert_eq!(office.refused(&["case", "redact", CASE, "3", "--boxes", &boxes], 2)["code"], "file-kind");
    office.is_whole();
}

#[test]
fn boxes_that_cannot_be_used_are_told() {
    let office = office();
    let file = keep(&office, "journal.pdf", &pdf("Innleggelse"));
    office.done(&["case", "attach", CASE, &file, "--title", "Journal"]);
    for (document, code) in [
        (r#"{"boxes": []}"#, "nothing-covered"),
        (r#"{"words": [{"find": "Finnes ikke", "ground": "gdpr-15-4"}]}"#, "nothing-covered"),
        (
            r#"{"boxes": [{"page": 1, "left": 10, "top": 10, "width": 10, "height": 10, "ground": "offl-13"}]}"#,
            "unknown-value",
        ),
        (
            r#"{"boxes": [{"page": 1, "left": -1, "top": 10, "width": 10, "height": 10, "ground": "gdpr-15-4"}]}"#,
            "no-such-box",
        ),
        (
            r#"{"boxes": [{"page": 1, "left": 1, "top": 10, "width": 0, "height": 10, "ground": "gdpr-15-4"}]}"#,
            "no-such-box",
        ),
        (
            r#"{"boxes": [{"page": 9, "left": 1, "top": 10, "width": 9, "height": 10, "ground": "gdpr-15-4"}]}"#,
            "cannot-redact",
        ),
        (r#"{"boxes": [{"page": 1}]}"#, "boxes"),
        (r#"{"felter": []}"#, "boxes"),
        ("[]", "boxes"),
        ("ikke JSON", "boxes"),
    ] {
        let boxes = office.write("felt.json", document);
        let error = office.refused(&["case", "redact", CASE, "1", "--boxes", &boxes], 2);
        assert_eq!(error["code"], code, "{document}: {error}");
    }
    let files = office.show(CASE)["files"].as_array().map(Vec::len);
    assert_eq!(files, Some(1), "nothing was kept");
}
