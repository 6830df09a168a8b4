//! Letters to draw: short and long, in all languages, with every kind of block.

use personvernsak::adapter::pdf::DrawOptions;
use personvernsak::casework::letter::tree::{Bar, Block, Chart, Closing, Inline, Letter, Reference, Signature};
use personvernsak::wording::Language;

/// How the letters are drawn, unless a test wants something else.
pub fn options() -> DrawOptions {
    DrawOptions {
        document_id: *b"personvernsak-01",
        dated_on: chrono::NaiveDate::from_ymd_opt(2026, 2, 27).expect("a date"),
        created_at: chrono::DateTime::from_timestamp(1_772_188_245, 0).expect("a moment"),
        draft: false,
    }
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(text(words))
}

fn heading(level: u8, words: &str) -> Block {
    Block::Heading { level, text: text(words) }
}

fn list(numbered: bool, items: &[&str]) -> Block {
    Block::List { numbered, items: items.iter().map(|item| vec![paragraph(item)]).collect() }
}

fn references(pairs: &[(&str, &str)]) -> Vec<Reference> {
    pairs.iter().map(|(label, value)| Reference { label: (*label).to_owned(), value: (*value).to_owned() }).collect()
}

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// A letter of a page, the way most letters are: a decision in nynorsk.
pub fn decision() -> Letter {
    Letter {
        language: Language::Nn,
        title: "Vedtak om sletting, 2026/00027-1".to_owned(),
        sender_name: "Helsedirektoratet".to_owned(),
        recipient: lines(&["Odd Kvalheim", "Strandgata 7", "6700 MÅLØY"]),
        delivery_note: None,
        references: references(&[
            ("Vår ref.", "2026/00027-1"),
            ("Dykkar ref.", "Brev 29.01.2026"),
            ("Saksbehandlar", "Kari Myhre"),
            ("Dato", "27.02.2026"),
        ]),
        heading: "Vi slettar opplysningane om rusbehandlinga di i 1994 og 1995".to_owned(),
        blocks: vec![
            paragraph(
                "Vi fekk brevet ditt 31. januar 2026. Du bad oss slette opplysningar om rusbehandlinga di frå Kommunalt pasient- og \
                 brukarregister (KPR).",
            ),
            Block::Paragraph(vec![
                Inline::Strong("Du får medhald.".to_owned()),
                Inline::Text(" Vi slettar opplysningane innan 13.\u{a0}mars 2026. Du treng ikkje gjere noko.".to_owned()),
            ]),
            heading(2, "Kvifor du får medhald"),
            paragraph(
                "Opplysningane er meir enn tretti år gamle. Då kan du krevje at dei blir sletta. Du har òg skrive at det er sterkt \
                 belastande for deg at dei ligg lagra, og fastlegen din stadfestar det.",
            ),
            paragraph(
                "Vi har vurdert om det finst sterke allmenne omsyn som talar for å ta vare på opplysningane. Det har vi ikkje funne. \
                 Opplysningane er få og gamle, og statistikken for desse åra er ferdig.",
            ),
            heading(2, "Dei som har fått opplysningane"),
            paragraph("Vi har gitt opplysningar frå KPR vidare to gonger. Vi seier frå til dei som fekk dei, om at opplysningane er sletta."),
            heading(2, "Du kan klage"),
            Block::Paragraph(vec![
                Inline::Text("Er du usamd, kan du klage innan ".to_owned()),
                Inline::Strong("tre veker".to_owned()),
                Inline::Text(
                    " frå du fekk dette brevet. Klaga sender du til oss. Er vi framleis usamde, avgjer Helse- og omsorgsdepartementet klaga. \
                     Du kan òg klage til Datatilsynet over korleis vi har behandla personopplysningane dine."
                        .to_owned(),
                ),
            ]),
            heading(2, "Har du spørsmål?"),
            paragraph("Ring oss eller skriv til oss. Nummer og adresse står nedst på sida. Skriv ikkje fødselsnummer eller helseopplysningar i e-post."),
        ],
        closing: Closing {
            greeting: "Venleg helsing".to_owned(),
            signatures: vec![
                Signature { name: "Ingunn Fjell".to_owned(), title: "avdelingsdirektør".to_owned() },
                Signature { name: "Kari Myhre".to_owned(), title: "saksbehandlar".to_owned() },
            ],
            approval_note: Some("Dokumentet er elektronisk godkjent".to_owned()),
        },
        footer: lines(&["Helsedirektoratet", "Postboks 220 Skøyen, 0213 Oslo", "Org.nr. 983 544 622", "Telefon 47 47 20 20", "helsedirektoratet.no"]),
        attachments: vec![],
        copies_to: vec![],
        logo: None,
        annexes: vec![],
        files: vec![],
    }
}

/// A letter of several pages in bokmål, with every kind of block.
pub fn everything() -> Letter {
    let mut blocks = vec![
        paragraph(
            "Du ba 29. januar 2026 om innsyn i opplysningene vi har om deg. Her er svaret, og etter svaret står opplysningene.",
        ),
        heading(2, "Hvilke opplysninger vi har"),
        paragraph("Vi har tre slags opplysninger om deg:"),
        Block::List {
            numbered: false,
            items: vec![
                vec![paragraph("kontakter med helse- og omsorgstjenesten")],
                vec![
                    paragraph("tjenester fra kommunen, og om dem har vi"),
                    list(
                        false,
                        &[
                            "når tjenesten begynte og sluttet",
                            "hvilken kommune som ga den, og hvor mange timer i uka du fikk hjelp",
                        ],
                    ),
                ],
                vec![paragraph("diagnoser"), paragraph("Diagnosene er kodet av dem som behandlet deg.")],
            ],
        },
        heading(3, "Slik leser du tabellen"),
        list(
            true,
            &[
                "Finn datoen i den første kolonnen.",
                "Se hvem som meldte opplysningen.",
                "Les hva den sier om deg. En lang setning går over flere linjer, og da skal linjene stå under hverandre.",
            ],
        ),
        Block::Paragraph(vec![
            Inline::Text("Forordningen kaller dette ".to_owned()),
            Inline::Foreign { language: Language::En, text: "the right of access by the data subject".to_owned() },
            Inline::Text(". Det står i artikkel\u{a0}15.".to_owned()),
        ]),
        heading(2, "Opplysningene"),
    ];
    let mut rows = Vec::new();
    for index in 1..=64 {
        let said = if index % 9 == 0 {
            "Konsultasjon hos fastlege. Kontakten gjaldt flere forhold, og legen viste deg videre til en annen del av tjenesten, som meldte sin egen kontakt noen dager senere."
        } else {
            "Konsultasjon hos fastlege"
        };
        rows.push(vec![
            text(&format!("{:02}.{:02}.2024", index % 28 + 1, index % 12 + 1)),
            text(if index % 2 == 0 { "Kinn kommune" } else { "Fjordlegene på Måløy" }),
            text(said),
            text(&format!("A{index:02}")),
        ]);
    }
    rows.push(vec![
        text("01.12.2024"),
        vec![],
        vec![Inline::Strong("Retta".to_owned()), Inline::Text(" etter krav".to_owned())],
        text("Z00"),
    ]);
    blocks.push(Block::Table {
        header: [text("Dato"), text("Meldt av"), text("Hva opplysningen sier"), text("Kode")].to_vec(),
        rows,
    });
    for part in 1..=4 {
        blocks.push(heading(2, &format!("Mer om opplysningene, del {part}")));
        for _ in 0..part {
            blocks.push(paragraph(
                "Opplysningene er samlet inn for å lage statistikk, planlegge tjenester og forske. Vi får dem fra kommunene og fra \
                 oppgjøret mellom legene og staten. Vi sletter dem ikke når formålet varer, men du kan be om at feil blir rettet. \
                 Du kan lese mer på https://www.example.no/personvern/innsyn/registre/kommunalt-pasient-og-brukerregister/hva-vi-lagrer-og-hvorfor.",
            ));
        }
    }
    Letter {
        language: Language::Nb,
        title: "Svar på krav om innsyn, 2026/00031-2".to_owned(),
        references: references(&[
            ("Vår ref.", "2026/00031-2"),
            ("Deres ref.", "Henvendelse i Altinn 29.01.2026, arkivreferanse AR123456789"),
            ("Dato", "27.02.2026"),
        ]),
        heading:
            "Her er opplysningene som vi har om deg i Kommunalt pasient- og brukerregister og i Norsk pasientregister"
                .to_owned(),
        blocks,
        closing: Closing { greeting: "Vennlig hilsen".to_owned(), approval_note: None, ..decision().closing },
        attachments: lines(&["Opplysninger fra KPR", "Opplysninger fra NPR"]),
        copies_to: lines(&["Verge"]),
        logo: None,
        annexes: vec![],
        files: vec![],
        ..decision()
    }
}

/// A letter to someone with many Sámi letters in their address, and a long address.
pub fn sami() -> Letter {
    Letter {
        recipient: lines(&[
            "Máret Ánne Ŋuolddu-Čáhppesgiella, på vegner av Dálvadas siida og alle som bur der",
            "c/o Sámi giellaguovddáš",
            "Ǩiõtt-sijdd, Ǯuõˊǩǩeǥ 7",
            "Åarjelsaemien gïele, Raavrevijhke",
            "Postboks 12",
            "9730 KÁRÁŠJOHKA",
            "NOREG",
        ]),
        heading: "Stadfesting til Máret Ánne Ŋuolddu-Čáhppesgiella".to_owned(),
        blocks: vec![
            paragraph(
                "Nordsamisk: áčđŋšŧž ÁČĐŊŠŦŽ. Lulesamisk: ńŃ. Sørsamisk: ïÏ öÖ äÄ. Skoltesamisk: ǥǤ ǧǦ ǩǨ ʒƷ ǯǮ õÕ â ʹ.",
            ),
            paragraph(
                "Sett saman av fleire teikn: a\u{30a} o\u{308} i\u{307}\u{301} q\u{301} x\u{323}. Streker: – — ‑. Mellomrom: 1\u{a0}000.",
            ),
            Block::Paragraph(vec![Inline::Foreign {
                language: Language::Nb,
                text: "Dette er skrevet på bokmål".to_owned(),
            }]),
        ],
        ..decision()
    }
}

/// A letter that is handed over: no address, and in English.
pub fn handed_over() -> Letter {
    Letter {
        language: Language::En,
        title: "Acknowledgement of your request".to_owned(),
        recipient: vec![],
        delivery_note: Some("To be handed over by appointment".to_owned()),
        references: references(&[("Our ref.", "2026/00040-1"), ("Date", "27.02.2026")]),
        heading: "We have received your request".to_owned(),
        blocks: vec![paragraph("You will have our answer by 2 March 2026.")],
        closing: Closing { greeting: "Yours sincerely".to_owned(), ..decision().closing },
        ..decision()
    }
}

/// As little as a letter can have.
pub fn bare() -> Letter {
    Letter {
        recipient: vec![],
        references: vec![],
        blocks: vec![],
        closing: Closing { greeting: String::new(), signatures: vec![], approval_note: None },
        footer: vec![],
        ..decision()
    }
}

/// Awkward content: empty cells and items, skipped heading levels, words longer than the line, many pages.
pub fn awkward() -> Letter {
    let long = "Opplysningsbehandlingsansvarlighetsvurderingsdokumentasjon".repeat(4);
    let steps: Vec<String> =
        (1..=120).map(|step| format!("Trinn {step} i ei lang liste over det som hende i saka.")).collect();
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    Letter {
        title: "Brev & <vedlegg> «prøve»".to_owned(),
        blocks: vec![
            heading(3, "Ei overskrift som hoppar over eit nivå"),
            paragraph(&long),
            paragraph(""),
            paragraph("   "),
            Block::List {
                numbered: true,
                items: vec![vec![], vec![paragraph("")], vec![paragraph("Berre dette punktet seier noko.")]],
            },
            Block::List { numbered: false, items: vec![] },
            Block::Table { header: vec![], rows: vec![] },
            Block::Table { header: vec![text("Tom tabell"), vec![]], rows: vec![] },
            Block::Table {
                header: vec![text("A"), text("B")],
                rows: vec![vec![text(&long), text("kort")], vec![text("berre éi celle")], vec![]],
            },
            Block::Table {
                header: vec![text("Ein rad over mange sider")],
                rows: vec![vec![text(&"Her er det mykje tekst. ".repeat(900))]],
            },
            paragraph("Lina\nbrotne\tord og mjuk\u{ad}e bindestrekar."),
            list(true, &steps),
            heading(2, "Ei overskrift heilt til slutt"),
        ],
        ..decision()
    }
}

/// Charts: bars without a length, hidden ones, long labels, and more bars than a page holds.
pub fn charted() -> Letter {
    let bar = |label: &str, parts: Option<[u64; 2]>| {
        let counts = parts.map_or("skjult".to_owned(), |[plain, hatched]| format!("{plain}, {hatched} for sent"));
        Bar { label: label.to_owned(), told: format!("{label}: {counts}"), parts, counts }
    };
    let keys = || ["Innen fristen".to_owned(), "For sent".to_owned()];
    let chart = |bars: Vec<Bar>| Block::Chart(Chart { title: "Besvart".to_owned(), keys: keys(), bars });
    let many = (1..=75).map(|place| bar(&format!("Stolpe {place}"), Some([place, place % 7]))).collect();
    Letter {
        title: "Tall".to_owned(),
        blocks: vec![
            heading(2, "Etter register"),
            chart(vec![
                bar("Kommunalt pasient- og brukerregister, som har et langt navn", Some([12, 3])),
                bar("Norsk pasientregister", Some([0, 4])),
                bar("Fastlegeregisteret", None),
                bar("Reseptformidleren", Some([0, 0])),
                bar(&"Opplysningsbehandlingsansvarlighetsvurderingsdokumentasjon".repeat(2), Some([5, 0])),
            ]),
            heading(2, "Etter måned"),
            chart(many),
            chart(vec![]),
            chart(vec![bar("Bare skjulte", None)]),
            paragraph("Slik er det talt."),
        ],
        ..decision()
    }
}

/// All letters, with a name for the file of each.
pub fn all() -> Vec<(&'static str, Letter)> {
    vec![
        ("decision", decision()),
        ("everything", everything()),
        ("sami", sami()),
        ("handed-over", handed_over()),
        ("bare", bare()),
        ("awkward", awkward()),
        ("charted", charted()),
    ]
}
