//! Many requests from a file: what is registered, what is refused and how it is told, and that nothing is registered twice.

use std::fs;
use std::io::{Cursor, Write};

use personvernsak::law::identity::IdentityNumber;
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::office::Office;

const NOW: &str = "2026-02-03T09:00:00+01:00";
const HEAD: &str =
    "nøkkel;mottatt;kanal;språk;navn;fødselsnummer;adresse;tekst;register;rettighet;begrunnelse;opplysninger";
const GOOD: [&str; 3] = [
    "A-1;31.01.2026;brev;nb;Odd Kvalheim;;\"Strandgata 7, 6700 Måløy\";\"Jeg ber om innsyn; i alt.\";kpr;innsyn;;",
    "A-1;31.01.2026;brev;nb;Odd Kvalheim;;\"Strandgata 7, 6700 Måløy\";\"Jeg ber om innsyn; i alt.\";kpr;sletting;Det er tungt.;",
    "A-2;2026-02-01;Oppmøte;nynorsk;;13846107759;;Eg vil sjå kva de har.;hpr;innsyn;;yrke=helsepersonell",
];

fn table(rows: &[&str]) -> String {
    format!("{HEAD}\r\n{}\r\n", rows.join("\r\n"))
}

fn import(office: &Office, name: &str, bytes: &[u8], more: &[&str]) -> Value {
    fs::write(office.path(name), bytes).expect("a file");
    let file = office.argument(name);
    office.done(&[&["request", "import", &file], more].concat())
}

#[test]
fn rows_become_requests_and_the_same_file_registers_nothing_twice() {
    let office = Office::at(NOW);
    let file = table(&GOOD);
    let dry = import(&office, "a.csv", file.as_bytes(), &["--dry-run"]);
    assert_eq!((&dry["registered"], &dry["known"], &dry["refused"]), (&json!(2), &json!(0), &json!([])));
    assert_eq!(office.done(&["store", "status"])["requests"], 0, "a dry run registers nothing");

    let done = import(&office, "a.csv", file.as_bytes(), &[]);
    assert_eq!((&done["registered"], &done["refused"]), (&json!(2), &json!([])));
    let case = office.show("2026/00001-b");
    assert_eq!(
        (&case["register"], &case["right"], &case["received_on"]),
        (&json!("kpr"), &json!("sletting"), &json!("2026-01-31"))
    );
    assert_eq!(office.show("2026/00002-a")["register"], "hpr");

    for bytes in [
        file.as_bytes().to_vec(),
        format!("\u{feff}{file}").into_bytes(),
        encoded(&file),
        [0xff, 0xfe].into_iter().chain(file.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        format!("{file};;;;;;;;;;;\r\n\r\n").into_bytes(),
    ] {
        let again = import(&office, "igjen.csv", &bytes, &[]);
        assert_eq!((&again["registered"], &again["known"]), (&json!(0), &json!(2)), "{again}");
    }
    assert_eq!(office.done(&["store", "status"])["requests"], 2);
    office.is_whole();
}

#[test]
fn a_table_says_what_an_authority_covers_and_who_the_other_parent_is() {
    let office = Office::at(NOW);
    let head = "mottatt;kanal;språk;navn;født;tekst;register;rettighet;representant;representant type;\
                representant registre;representant rettigheter;representant til og med;representant sett av;\
                representant sett;annen forelder;annen forelder adresse;annen forelder dokumentasjon";
    let row = "31.01.2026;brev;nb;Odd Kvalheim;;Jeg ber om innsyn.;kpr;innsyn;Tora Vik;fullmektig;\
               \"kpr; npr\";innsyn;31.12.2026;Kari Myhre;2.2.2026;;;";
    let child = "31.01.2026;brev;nb;Siv Vik;01.05.2013;Jeg ber om innsyn.;npr;innsyn;Jon Vik;forelder;\
                 ;;;;;Ane Lid;\"Tangen 3, 6710 Raudeberg\";Folkeregisteret";
    let wrong = "31.01.2026;brev;nb;Odd Lid;;Jeg ber om innsyn.;kpr;innsyn;Tora Vik;fullmektig;\
                 \"kpr; kpp\";;;;;;;";
    let only_separators = wrong.replace("kpr; kpp", " ; ");
    let file = format!("{head}\r\n{row}\r\n{child}\r\n{wrong}\r\n{only_separators}\r\n");
    let done = import(&office, "a.csv", file.as_bytes(), &[]);
    assert_eq!(done["registered"], 2, "{done}");
    let empty = &done["refused"][1]["fields"][0];
    assert_eq!((&empty["code"], &empty["heading"]), (&json!("missing"), &json!("representant registre")), "{done}");
    let refused = &done["refused"][0];
    assert_eq!(
        (&refused["row"], &refused["fields"][0]["heading"]),
        (&json!(4), &json!("representant registre")),
        "{done}"
    );
    let shown = &office.show("2026/00001-a")["representative"];
    assert_eq!((&shown["valid_to"], &shown["seen_by"]), (&json!("2026-12-31"), &json!("Kari Myhre")), "{shown}");
    let shown = &office.show("2026/00002-a")["other_parent"];
    assert_eq!((&shown["name"], &shown["evidence"]), (&json!("Ane Lid"), &json!("Folkeregisteret")), "{shown}");
    assert_eq!(shown["address"]["lines"], json!(["Tangen 3", "6710 Raudeberg"]));
    office.is_whole();
}

/// As older programs in Norway write.
fn encoded(text: &str) -> Vec<u8> {
    text.chars().map(|character| u8::try_from(u32::from(character)).expect("a letter of Latin-1")).collect()
}

#[test]
fn a_row_without_a_key_is_known_by_what_it_says() {
    let office = Office::at(NOW);
    let row = ";2026-01-31;brev;nb;Odd Kvalheim;;;Jeg ber om innsyn.;kpr;innsyn;;";
    let file = table(&[row, row]);
    let dry = import(&office, "a.csv", file.as_bytes(), &["--dry-run"]);
    let done = import(&office, "a.csv", file.as_bytes(), &[]);
    for answer in [dry, done] {
        assert_eq!((&answer["registered"], &answer["known"]), (&json!(1), &json!(1)), "{answer}");
    }
    let json = json!([{
        "received_on": "2026-01-31", "channel": "brev", "language": "nb", "person": {"name": "Odd Kvalheim"},
        "text": "Jeg ber om innsyn.", "demands": [{"register": "kpr", "right": "innsyn", "grounds": null}],
    }]);
    let again = import(&office, "a.json", json.to_string().as_bytes(), &[]);
    assert_eq!((&again["registered"], &again["known"]), (&json!(0), &json!(1)), "the same in another form: {again}");
}

#[test]
fn every_problem_of_every_row_is_told_at_once_and_stops_no_other() {
    let mut office = Office::at(NOW);
    office.keep_secret(&["Kvalheim", "13846107758", "Ola Vik"]);
    let file = table(&[
        GOOD[0],
        GOOD[1],
        "B-1;31/01/2026;due;nb;Ola Vik;13846107758;;Hei.;krp;innsyn;;",
        "B-2;2026-02-01;brev;nb;Ola Vik;;;Hei.;kpr;innsyn;;",
        "B-2;2026-02-02;brev;nb;Ola Vik;;;Hei.;kpr;sletting;;",
        "B-3;2026-03-01;brev;nb;Ola Vik;1,38461E+10;;Hei.;kpr;innsyn;;",
        "B-4;=NOW();brev;nb;Ola Vik;;;Hei.;kpr;innsyn;;",
        "B-5;2026-02-01;brev;nb;Ola Vik;;;Hei.",
        "A-1;2026-02-01;brev;nb;Ola Vik;;;Noe annet.;kpr;innsyn;;",
        "A-3;46054;brev;nb;Ola Vik;;;Hei.;kpr;innsyn;;",
    ]);
    fs::write(office.path("feil.csv"), &file).expect("a file");
    let path = office.argument("feil.csv");
    let errors = office.argument("rett.csv");
    let dry = office.done(&["request", "import", &path, "--dry-run"]);
    let done = office.done(&["request", "import", &path, "--errors", &errors]);
    for answer in [&dry, &done] {
        assert_eq!(answer["registered"], 2, "{answer}");
        let told: Vec<String> = answer["refused"]
            .as_array()
            .expect("rows")
            .iter()
            .flat_map(|row| {
                let fields = row["fields"].as_array().expect("fields").iter();
                fields.map(|field| {
                    format!("{} {} {}", row["row"], field["column"].as_str().unwrap_or("-"), field["code"])
                })
            })
            .collect();
        assert_eq!(
            told,
            [
                "4 B \"date-not-written-right\"",
                "4 C \"unknown-value\"",
                "4 F \"second-control-digit\"",
                "4 I \"unknown-register\"",
                "5 - \"belongs\"",
                "6 B \"differs\"",
                "7 F \"rounded\"",
                "7 B \"future-receipt\"",
                "8 B \"formula\"",
                "9 - \"cells\"",
                "10 A \"idempotency-conflict\"",
            ],
        );
        assert!(!answer.to_string().contains("Ola"), "what is told repeats nobody's data");
    }
    let mended = fs::read_to_string(&errors).expect("the refused rows");
    assert!(mended.starts_with("\u{feff}nøkkel;mottatt;"), "{mended}");
    assert!(mended.lines().next().is_some_and(|head| head.ends_with(";feil")), "{mended}");
    assert_eq!(mended.lines().count(), 8, "{mended}");
    // Mended, the rows that are left go in, and the column that tells what was wrong is passed over.
    let mended = mended.replace("'=NOW()", "2026-02-01").replace("2026-03-01", "2026-02-01").replace("1,38461E+10", "");
    let again = import(&office, "rettet.csv", mended.as_bytes(), &[]);
    assert_eq!(again["registered"], 2, "{again}");
    office.is_whole();
}

#[test]
fn a_zero_that_excel_took_away_is_put_back_and_told() {
    let office = Office::at(NOW);
    // Synthetic: 80 is added to the month.
    let number = (0..1000)
        .map(|end| format!("018461{end:05}"))
        .find(|number| IdentityNumber::parse(number).is_ok())
        .expect("some number has control digits");
    let file = table(&[&format!("A-1;46053;brev;nb;Odd Kvalheim;{};;Hei.;kpr;innsyn;;", &number[1..])]);
    let answer = import(&office, "a.csv", file.as_bytes(), &[]);
    assert_eq!(answer["registered"], 1, "{answer}");
    assert_eq!(answer["notices"][0]["code"], "zero-put-back");
    assert!(!answer.to_string().contains(&number[1..]));
    assert_eq!(office.show("2026/00001-a")["received_on"], "2026-01-31");
}

#[test]
fn json_is_a_list_or_one_after_the_other() {
    let office = Office::at(NOW);
    let request = |name: &str| {
        json!({"received_on": "2026-01-31", "channel": "brev", "language": "nb", "person": {"name": name},
               "text": "Hei.", "demands": [{"register": "kpr", "right": "innsyn"}]})
    };
    let list = json!([request("Odd"), {"recieved_on": "2026-01-31"}, {"text": 7}, request("Aud")]);
    let answer = import(&office, "a.json", list.to_string().as_bytes(), &[]);
    assert_eq!(answer["registered"], 2, "{answer}");
    assert_eq!(answer["refused"][0]["row"], 2);
    assert_eq!(answer["refused"][0]["fields"][0]["code"], "unknown-field");
    assert_eq!(answer["refused"][1]["fields"][0]["code"], "unreadable");
    let lines = format!("{}\n{}\n", request("Odd"), request("Leif"));
    let answer = import(&office, "a.jsonl", lines.as_bytes(), &[]);
    assert_eq!((&answer["registered"], &answer["known"]), (&json!(1), &json!(1)), "{answer}");
}

#[test]
fn a_workbook_is_read_as_the_table_that_it_is() {
    let office = Office::at(NOW);
    let shared = ["mottatt", "kanal", "språk", "navn", "fødselsnummer", "tekst", "register", "rettighet", "brev", "nb"];
    let heads: String = (0..8).map(|place| format!("<c r=\"{}1\" t=\"s\"><v>{place}</v></c>", letter(place))).collect();
    let row = "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>46053</v></c><c r=\"B3\" t=\"s\"><v>8</v></c><c r=\"C3\" t=\"s\"><v>9</v></c>\
               <c r=\"D3\" t=\"inlineStr\"><is><t>Odd &amp; Aud &#197;s</t></is></c><c r=\"E3\"><v>1.3846107759E10</v></c>\
               <c r=\"F3\" t=\"inlineStr\"><is><r><t>Jeg ber </t></r><r><t>om innsyn.</t></r></is></c>\
               <c r=\"G3\" t=\"inlineStr\"><is><t>kpr</t></is></c><c r=\"H3\" t=\"str\"><v>innsyn</v></c></row>\
               <row r=\"4\"><c r=\"A4\"><f>A3+1</f><v>46054</v></c><c r=\"B4\" t=\"s\"><v>8</v></c></row><row r=\"9\"/>";
    let sheet = format!("<row r=\"1\">{heads}</row><row r=\"2\"/>{row}");
    let answer = import(&office, "a.xlsx", &workbook(&sheet, &shared, &[]), &[]);
    assert_eq!(answer["registered"], 1, "{answer}");
    assert_eq!(answer["refused"][0]["row"], 4);
    assert_eq!(answer["refused"][0]["fields"][0]["code"], "formula");
    let case = office.show("2026/00001-a");
    assert_eq!((&case["received_on"], &case["register"]), (&json!("2026-01-31"), &json!("kpr")));
    let again = import(&office, "b.xlsx", &workbook(&sheet, &shared, &[]), &[]);
    assert_eq!((&again["registered"], &again["known"]), (&json!(0), &json!(1)));
    office.is_whole();
}

fn letter(place: usize) -> char {
    char::from(b'A' + u8::try_from(place).expect("few columns"))
}

/// A workbook with these rows, these texts that its cells share, and these parts more.
fn workbook(rows: &str, shared: &[&str], more: &[(&str, &str)]) -> Vec<u8> {
    let shared: String = shared.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_owned()),
        ("xl/sharedStrings.xml", format!("<sst>{shared}</sst>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ];
    let more = more.iter().map(|(name, text)| (*name, (*text).to_owned()));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts.into_iter().chain(more) {
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("written");
    }
    writer.finish().expect("a workbook").into_inner()
}

/// What cannot be imported at all, with exactly what is said of it.
#[test]
fn a_file_that_cannot_be_read_says_what_to_do() {
    let office = Office::at(NOW);
    let compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let encrypted: Vec<u8> =
        compound.into_iter().chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("les.txt", SimpleFileOptions::default()).expect("a part");
    let zip = zip.finish().expect("a zip").into_inner();
    let macros = workbook("<row/>", &[], &[("xl/vbaProject.bin", "x")]);
    let cut = workbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>mottatt</t>", &[], &[]);
    let long = workbook(&format!("<row>{}</row>", " ".repeat(6 * 1024 * 1024)), &[], &[]);
    let bomb = workbook(&format!("<row>{}</row>", " ".repeat(64 * 1024)).repeat(400), &[], &[]);
    let entities = workbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>", &[], &[]);
    // One text of the workbook that every cell shares: a file of some kilobytes, and 24 GB in the row.
    let same = "a".repeat(1_500_000);
    let cells = |row: u32| format!("<row r=\"{row}\">{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(16_384));
    let heads: String = HEAD.split(';').map(|head| format!("<c t=\"inlineStr\"><is><t>{head}</t></is></c>")).collect();
    let swelling = workbook(&format!("<row>{heads}</row>{}", cells(2)), &[&same], &[]);
    let broad = workbook(&cells(1), &["mottatt"], &[]);
    let one = "<row><c t=\"s\"><v>1</v></c></row>";
    let repeated = workbook(&format!("<row>{heads}</row>{}", one.repeat(400)), &["", &same], &[]);
    // More texts than there is room for, none of which says anything.
    let empties = format!("</t></si>{}<si><t>", "<si/>".repeat(1_000_001));
    let empties = workbook("<row/>", &[&empties], &[]);
    let wide = "kolonne;".repeat(100_000);
    let endless = format!("{HEAD}\n\"{}", "a".repeat(6 * 1024 * 1024));
    let open_quote = format!(
        "{HEAD}\nA-1;2026-02-01;brev;nb;Aud;;;\"Hei.;kpr;innsyn;;\nA-2;2026-02-01;brev;nb;Ola;;;Hei.;kpr;innsyn;;\n"
    );
    let swallowed = format!(
        "{HEAD}\nA-1;2026-02-01;brev;nb;Aud;;;Hei.;kpr;innsyn;;\"Slik\nA-2;2026-02-01;brev;nb;Ola;;;Hei.;kpr;innsyn;;Sånn\"\n"
    );
    let files: [(&str, Vec<u8>, &str); 30] = [
        ("tom.csv", Vec::new(), "Filen er tom. Lagre den på nytt med en overskrift og minst én rad."),
        ("blank.csv", b" \r\n\r\n".to_vec(), "Filen er tom. Lagre den på nytt med en overskrift og minst én rad."),
        (
            "pakke.csv",
            zip,
            "Filen er en pakket fil (ZIP), ikke en tabell. Pakk den ut, og velg tabellen som ligger i den.",
        ),
        (
            "halv.xlsx",
            b"PK\x03\x04\x14\x00".to_vec(),
            "Regnearket er skadet eller ikke ferdig lagret. Åpne det i regnearkprogrammet, lagre det på nytt og prøv igjen.",
        ),
        (
            "gammel.xls",
            compound.to_vec(),
            "Filen er et regneark i det gamle formatet (XLS). Lagre det som XLSX eller CSV.",
        ),
        ("passord.xlsx", encrypted, "Regnearket er beskyttet med passord. Lagre det uten passord og prøv igjen."),
        ("makro.xlsm", macros, "Regnearket inneholder makroer. Lagre det som vanlig regneark (XLSX) uten makroer."),
        (
            "kuttet.xlsx",
            cut,
            "Regnearket er skadet eller ikke ferdig lagret. Åpne det i regnearkprogrammet, lagre det på nytt og prøv igjen.",
        ),
        (
            "bombe.xlsx",
            bomb,
            "Regnearket pakker ut til uvanlig mye og er ikke lest. Åpne det, kopier radene til et nytt ark og lagre det.",
        ),
        (
            "tomme.xlsx",
            empties,
            "Regnearket pakker ut til uvanlig mye og er ikke lest. Åpne det, kopier radene til et nytt ark og lagre det.",
        ),
        (
            "gjentatt.xlsx",
            repeated,
            "Regnearket pakker ut til uvanlig mye og er ikke lest. Åpne det, kopier radene til et nytt ark og lagre det.",
        ),
        ("svulmer.xlsx", swelling, "Rad 2 er for lang. Se om et anførselstegn mangler i raden, og korte den ned."),
        (
            "bredt.xlsx",
            broad,
            "Tabellen har 16384 kolonner. Det er plass til 100. Velg riktig fil, eller ta bort kolonner.",
        ),
        ("lang.xlsx", long, "Rad 1 er for lang. Se om et anførselstegn mangler i raden, og korte den ned."),
        (
            "entitet.xlsx",
            entities,
            "Regnearket er skadet eller ikke ferdig lagret. Åpne det i regnearkprogrammet, lagre det på nytt og prøv igjen.",
        ),
        (
            "bilde.csv",
            b"\x89PNG\r\n\x1a\n\x00\x00".to_vec(),
            "Filen er ikke en tabell med tekst. Lagre den på nytt som CSV (UTF-8) eller XLSX.",
        ),
        (
            "bred.csv",
            wide.into_bytes(),
            "Tabellen har 100001 kolonner. Det er plass til 100. Velg riktig fil, eller ta bort kolonner.",
        ),
        (
            "lang.csv",
            endless.into_bytes(),
            "Rad 2 er for lang. Se om et anførselstegn mangler i raden, og korte den ned.",
        ),
        (
            "apen.csv",
            open_quote.into_bytes(),
            "Et anførselstegn i rad 2 blir aldri lukket. Sett ett til der teksten slutter, eller fjern det.",
        ),
        (
            "svelget.csv",
            swallowed.into_bytes(),
            "En celle i rad 2 ser ut til å ha tatt med seg radene etter. Se om et anførselstegn mangler i raden.",
        ),
        (
            "uten.csv",
            b"Odd Kvalheim;13846107759\r\n".to_vec(),
            "Filen kan ikke importeres. Den første raden er ikke en overskrift som er kjent. Sett inn en rad øverst med navn på kolonnene, for eksempel «mottatt», «kanal», «språk», «navn», «tekst», «register» og «rettighet».",
        ),
        (
            "ukjent.csv",
            format!("{HEAD};regster\n").into_bytes(),
            "Filen kan ikke importeres. Overskriften «regster» er ukjent. Mener du «register»? Rett den, eller ta bort kolonnen.",
        ),
        (
            "fremmed.csv",
            format!("{HEAD};favorittfarge\n").into_bytes(),
            "Filen kan ikke importeres. Overskriften er ukjent. Bruk en som står i veiledningen, eller ta bort kolonnen.",
        ),
        (
            "navnlos.csv",
            format!("{HEAD};;\"\"\n").into_bytes(),
            "Filen kan ikke importeres. Rett overskriften: 2 ting må endres.",
        ),
        (
            "to.csv",
            format!("{HEAD};krav\n").into_bytes(),
            "Filen kan ikke importeres. «rettighet» står i to kolonner. Behold én av dem.",
        ),
        (
            "mangler.csv",
            b"mottatt;kanal;navn;tekst;register;rettighet\n".to_vec(),
            "Filen kan ikke importeres. Kolonnen «språk» mangler. Legg den til.",
        ),
        (
            "tall.json",
            b"[1, 2]".to_vec(),
            "Nr. 1 i JSON-filen er ikke en henvendelse. Filen skal være en liste: [{\"received_on\": …}, …].",
        ),
        (
            "kuttet.json",
            b"[{\"text\": \"Hei".to_vec(),
            "JSON-filen slutter midt i henvendelse nr. 1. Hent hele filen på nytt.",
        ),
        (
            "skrevet.json",
            b"[{\"text\": }]".to_vec(),
            "Henvendelse nr. 1 i filen er ikke gyldig JSON (tegn 10). Rett skrivemåten.",
        ),
        (
            "to-lister.json",
            b"[] []".to_vec(),
            "Henvendelse nr. 1 i filen er ikke gyldig JSON (tegn 1). Rett skrivemåten.",
        ),
    ];
    for (name, bytes, said) in files {
        fs::write(office.path(name), bytes).expect("a file");
        let error = office.refused(&["request", "import", &office.argument(name), "--dry-run"], 2);
        assert_eq!(error["message"], said, "{name}");
    }
    let missing = office.refused(&["request", "import", &office.argument("ingen.csv")], 4);
    assert_eq!(missing["message"], "Filen finnes ikke eller kan ikke leses. Se om stien er riktig.");
    assert_eq!(office.done(&["store", "status"])["requests"], 0);
}

#[test]
fn whoever_only_reads_imports_nothing() {
    let office = Office::at(NOW);
    office.let_in("ombud", "personvernombud");
    fs::write(office.path("a.csv"), table(&GOOD)).expect("a file");
    let file = office.argument("a.csv");
    office.refused_as("ombud", &["request", "import", &file, "--dry-run"], 3);
    office.refused_as("ombud", &["request", "import", &file], 3);
}

#[test]
fn what_stops_the_whole_leaves_whole_lots_and_says_how_far_it_came() {
    let office = Office::at(NOW);
    let request = |place: usize| {
        json!({"received_on": "2026-01-31", "channel": "brev", "language": "nb", "person": {"name": format!("Odd {place}")},
               "text": "Hei.", "demands": [{"register": "kpr", "right": "innsyn"}]})
        .to_string()
    };
    let whole: Vec<String> = (0..620).map(request).collect();
    let cut = format!("[{}, {{\"text\": ", whole.join(",\n"));
    fs::write(office.path("kuttet.json"), cut).expect("a file");
    let error = office.refused(&["request", "import", &office.argument("kuttet.json")], 2);
    assert_eq!(
        error["message"],
        "JSON-filen slutter midt i henvendelse nr. 621. Hent hele filen på nytt. Radene til og med rad 500 er behandlet. \
         Importer hele filen på nytt når dette er rettet: det som er registrert, blir ikke registrert to ganger."
    );
    assert_eq!(office.done(&["store", "status"])["requests"], 500);
    let answer = import(&office, "hel.json", format!("[{}]", whole.join(",")).as_bytes(), &[]);
    assert_eq!((&answer["registered"], &answer["known"]), (&json!(120), &json!(500)));
    office.is_whole();
}
