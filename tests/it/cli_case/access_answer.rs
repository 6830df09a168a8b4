//! «Everything that you hold about me»: three registers and a log, files that go with the answer, an answer in two parts.

use std::fs;
use std::io::{Cursor, Write};

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::office::{Office, each, find};

const NPR: &str = "2026/00001-a";
const KPR: &str = "2026/00001-b";
const HPR: &str = "2026/00001-c";
const LOG: &str = "2026/00001-d";

fn office() -> Office {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    office.keep_secret(&["Astri Lunde", "Lunde", "14838531017", "Siri Brekke", "Brekke"]);
    office.register(&json!({
        "received_on": "2026-01-31", "channel": "altinn", "language": "nb",
        "person": {"name": "Astri Lunde", "identity_number": "14838531017",
                   "address": {"lines": ["Skogveien 3", "0870 Oslo"], "country": "NO"}},
        "identity": {"status": "confirmed", "method": "innlogget-hoyt", "on": "2026-01-31"},
        "text": "Send meg alt dere har om meg, og hvem som har sett det.",
        "demands": [
            {"register": "npr", "right": "innsyn"},
            {"register": "kpr", "right": "innsyn"},
            {"register": "hpr", "right": "innsyn"},
            {"register": "npr", "right": "innsyn-logg"},
        ],
    }));
    office
}

/// A workbook as small as one can be, with one more part where that is asked for.
pub fn workbook(more: Option<&str>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = ["[Content_Types].xml", "xl/workbook.xml"].into_iter().chain(more);
    for part in parts {
        zip.start_file(part, SimpleFileOptions::default()).expect("a part");
        zip.write_all(b"<?xml version=\"1.0\"?><x/>").expect("written");
    }
    zip.finish().expect("a workbook").into_inner()
}

fn keep(office: &Office, name: &str, bytes: &[u8]) -> String {
    fs::write(office.path(name), bytes).expect("a file");
    office.argument(name)
}

/// A PDF that the program itself has written.
fn pdf(office: &Office) -> Vec<u8> {
    let output = office.argument("bekreftelse.pdf");
    office.done(&["letter", "issue", NPR, "--kind", "acknowledgement", "-o", &output]);
    fs::read(&output).expect("a PDF")
}

fn decide(office: &Office, case: &str, outcome: &str) -> Value {
    let reasons = office.write("grunn.txt", "Vi har søkt i registeret.");
    for check in each(&office.show(case)["checks"], "id") {
        if check != "identitet" {
            office.done(&["case", "check", case, check, "--result", "ja"]);
        }
    }
    office.done(&["case", "decide", case, "--outcome", outcome, "--reasons-file", &reasons])
}

#[test]
fn an_answer_on_three_registers_goes_out_in_two_parts() {
    let mut office = office();
    let report = keep(&office, "Rapport Lunde.pdf", &pdf(&office));
    let table = keep(&office, "tabell.xlsx", &workbook(None));
    let log = keep(
        &office,
        "logg.csv",
        "\u{feff}når;hvem;rolle;hva\r\n14.11.2025 08:15;Siri Brekke;Saksbehandler;Innsynsrapport\r\n".as_bytes(),
    );

    let case = office.done(&["case", "report", NPR, "--add", &report, "--title", "Innsynsrapport fra NPR"]);
    assert_eq!(each(&case["reports"], "title"), ["Innsynsrapport fra NPR"]);
    assert_eq!(case["reports"][0]["media_type"], "application/pdf");
    let case = office.done(&["case", "report", NPR, "--add", &table, "--title", "Takster"]);
    assert_eq!(each(&case["reports"], "kind_label"), ["PDF", "XLSX"]);
    office.done(&["case", "report", LOG, "--add", &log, "--title", "Logg fra NPR", "--log"]);

    let decided = decide(&office, NPR, "innvilget");
    assert_eq!(decided["next_step"]["target"], "access-answer");
    let kinds = |kind: &str| find(&decided["letter_kinds"], "kind", kind)["proposed"].clone();
    assert_eq!((kinds("access-answer"), kinds("answer")), (json!(true), json!(false)));
    decide(&office, LOG, "innvilget");
    let nothing = decide(&office, HPR, "ingen-opplysninger");
    assert_eq!(nothing["next_step"]["target"], "answer");

    // The first part: NPR, its log and HPR; KPR comes later.
    let first = ["letter", "compose", NPR, HPR, LOG, "--kind", "access-answer"];
    let composed = office.done(&first);
    assert_eq!(composed["problems"], json!([]), "{}", composed["text"]);
    let text = composed["text"].as_str().expect("text");
    for said in [
        "# Første del av svaret på kravet ditt om innsyn",
        "KPR: senest mandag 2. mars 2026",
        "Helsepersonellregisteret (HPR): Vi har søkt i registeret.",
        "Rapporten fra Norsk pasientregister (NPR) viser ikke alt vi har om deg.",
        "Loggen står i vedlegg 2. Den har 1 oppføring, 14. november 2025.",
        "14.11.2025 08:15 | Siri Brekke | Saksbehandler | Innsynsrapport",
        "3. Innsynsrapport fra NPR (PDF), ligger i denne PDF-filen",
        "# Vedlegg 1: Om behandlingen av opplysninger om deg i Norsk pasientregister (NPR)",
    ] {
        assert!(text.contains(said), "«{said}» in:\n{text}");
    }
    let output = office.argument("svar-1.pdf");
    let letter = office.done(&["letter", "issue", NPR, HPR, LOG, "--kind", "access-answer", "-o", &output]);
    assert_eq!((&letter["letter"], &letter["channel"]), (&json!("2026/00001-3"), &json!("digital-postkasse")));
    assert_eq!(office.show(NPR)["state"], "answered");
    assert_eq!(office.refused(&["case", "report", NPR, "--remove", "1"], 3)["code"], "finished");

    // The second part completes the answer.
    office.at_instant("2026-02-20T09:00:00+01:00");
    decide(&office, KPR, "delvis");
    let stopped = office.refused(&["letter", "issue", KPR, "--kind", "access-answer", "-o", &output], 3);
    assert_eq!(each(&stopped["fields"], "code"), ["fields", "given"]);
    office.done(&["case", "report", KPR, "--add", &table, "--title", "Innsynsrapport fra KPR"]);
    let fields = office.write("felt.json", &json!({"refused": "- Opplysninger om andre."}).to_string());
    let composed = office.done(&["letter", "compose", KPR, "--kind", "access-answer", "--fields", &fields]);
    let text = composed["text"].as_str().expect("text");
    for said in [
        "# Resten av svaret på kravet ditt om innsyn",
        "Dette kommer i tillegg til svaret vi sendte 3. februar 2026 (brev 2026/00001-3) om NPR, HPR og NPR (loggen).",
        "Nå har du fått svar om alle registrene du ba om innsyn i, og som vi svarer for.",
    ] {
        assert!(text.contains(said), "«{said}» in:\n{text}");
    }
    let output = office.argument("svar-2.pdf");
    office.done(&["letter", "issue", KPR, "--kind", "access-answer", "--fields", &fields, "-o", &output]);
    office.is_whole();
}

#[test]
fn what_is_taken_away_is_erased_and_its_place_is_not_used_again() {
    let office = office();
    let table = keep(&office, "tabell.xlsx", &workbook(None));
    office.done(&["case", "report", NPR, "--add", &table, "--title", "En annens rapport"]);
    let case = office.done(&["case", "report", NPR, "--remove", "1"]);
    assert_eq!(case["reports"], json!([]));
    let texts = each(&case["timeline"], "text");
    assert!(texts.iter().any(|text| text.starts_with("Rapport lagt ved (XLSX)")), "{texts:?}");
    assert!(texts.iter().any(|text| text.starts_with("Fil 1 til svaret er tatt bort")), "{texts:?}");
    let case = office.done(&["case", "report", NPR, "--add", &table, "--title", "Min rapport"]);
    assert_eq!(case["reports"][0]["number"], 2);
    assert_eq!(office.refused(&["case", "report", NPR, "--remove", "1"], 3)["code"], "no-such-report");
    assert_eq!(office.refused(&["case", "report", NPR, "--remove", "9"], 3)["code"], "no-such-report");
    office.is_whole();
}

#[test]
fn what_is_not_what_it_says_is_refused_by_what_is_in_it() {
    let office = office();
    let good = pdf(&office);
    let zip = workbook(None);
    let mut docx = ZipWriter::new(Cursor::new(Vec::new()));
    docx.start_file("word/document.xml", SimpleFileOptions::default()).expect("a part");
    let docx = docx.finish().expect("a document").into_inner();
    let huge = [good.as_slice(), &vec![b' '; 20 * 1024 * 1024]].concat();
    let files: [(&str, &[u8], &str); 12] = [
        ("tom.pdf", b"", "file-empty"),
        ("stor.pdf", &huge, "file-too-large"),
        ("avkuttet.pdf", &good[..good.len() / 2], "file-broken"),
        ("regneark.pdf", &zip, "file-mislabelled"),
        ("rapport.csv", &good, "file-mislabelled"),
        ("pakke.csv", &zip, "file-mislabelled"),
        ("brev.xlsx", &docx, "file-kind"),
        ("arkiv.zip", &docx, "file-kind"),
        ("gammel.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "file-kind"),
        ("bilde.pdf", b"\x89PNG\r\n\x1a\n\x00\x00", "file-kind"),
        ("avkuttet.xlsx", &zip[..zip.len() / 2], "file-broken"),
        ("makro.xlsx", &workbook(Some("xl/vbaProject.bin")), "file-macros"),
    ];
    for (name, bytes, code) in files {
        let file = keep(&office, name, bytes);
        let error = office.refused(&["case", "report", NPR, "--add", &file, "--title", "Rapport"], 2);
        assert_eq!(error["code"], code, "{name}: {error}");
    }
    let missing = office.argument("mangler.pdf");
    assert_eq!(office.refused(&["case", "report", NPR, "--add", &missing, "--title", "R"], 4)["code"], "no-such-file");
    let folder = office.argument("lager");
    assert_eq!(office.refused(&["case", "report", NPR, "--add", &folder, "--title", "R"], 4)["code"], "no-such-file");

    // A log is read to its end, and belongs to the claim on the log.
    let log = office.write("logg.csv", "når;hvem\n31/12/2025;Siri Brekke\n");
    let run = |case: &str, file: &str, code: i32| {
        office.refused(&["case", "report", case, "--add", file, "--title", "Logg", "--log"], code)
    };
    let error = run(LOG, &log, 2);
    assert_eq!(error["code"], "log-unreadable");
    assert!(error["message"].as_str().expect("words").contains("Rad 2, kolonne 1"), "{error}");
    let log = office.write("logg.csv", "når;hvem\n31.12.2025;Siri Brekke\n");
    assert_eq!(run(NPR, &log, 3)["code"], "report-does-not-fit");
    office.done(&["case", "report", LOG, "--add", &log, "--title", "Logg", "--log"]);
    assert_eq!(run(LOG, &log, 3)["code"], "report-does-not-fit", "a second log");
}
