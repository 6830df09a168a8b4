//! Letters with a logo, annexes and files, and a letter with everything at once.

use personvernsak::casework::letter::tree::{Annex, Block, EnclosedFile, Inline, Letter, Logo};
use personvernsak::wording::Language;

use super::letters::{decision, everything, handed_over, sami};
use super::logos;

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn heading(level: u8, words: &str) -> Block {
    Block::Heading { level, text: text(words) }
}

/// A logo that says what it is.
pub fn logo(png: Vec<u8>) -> Option<Logo> {
    Some(Logo { png, alternative: "Logoen til Helsedirektoratet".to_owned() })
}

/// A row for each of so many contacts; every eleventh says much.
pub fn contacts(rows: usize) -> Block {
    let row = |number: usize| {
        let said = if number.is_multiple_of(11) {
            "Konsultasjon hos fastlege. Kontakta gjaldt fleire tilhøve, og legen viste deg vidare til ein annan del av \
             tenesta, som melde si eiga kontakt nokre dagar seinare."
        } else {
            "Konsultasjon hos fastlege"
        };
        vec![
            text(&format!("{:02}.{:02}.20{:02}", number % 28 + 1, number % 12 + 1, number % 20 + 5)),
            text(if number.is_multiple_of(2) { "Kinn kommune" } else { "Fjordlegane på Måløy" }),
            text(said),
            text(&format!("A{number:03}")),
        ]
    };
    Block::Table {
        header: ["Dato", "Meld av", "Kva opplysninga seier", "Kode"].map(text).to_vec(),
        rows: (1..=rows).map(row).collect(),
    }
}

/// An annex with a table over very many pages, the way an access answer has one.
pub fn long_annex(rows: usize) -> Annex {
    Annex {
        heading: "Vedlegg 1: Opplysningane vi har om deg i Kommunalt pasient- og brukarregister".to_owned(),
        blocks: vec![
            Block::Paragraph(text("Her står alt som er registrert om deg, ei linje for kvar kontakt.")),
            heading(2, "Kontaktar"),
            contacts(rows),
            heading(2, "Kor opplysningane kjem frå"),
            Block::Paragraph(text("Kommunane og oppgjeret mellom legane og staten.")),
        ],
    }
}

/// A decision with two annexes: one long, one short.
pub fn annexed(rows: usize) -> Letter {
    let short = Annex {
        heading: "Vedlegg 2: Slik klagar du".to_owned(),
        blocks: vec![
            Block::Paragraph(text("Skriv kva vedtak du klagar på, og kvifor.")),
            Block::List {
                numbered: true,
                items: vec![
                    vec![Block::Paragraph(text("Send klaga til oss."))],
                    vec![Block::Paragraph(text("Vi ser på saka på nytt."))],
                ],
            },
        ],
    };
    let annexes = vec![long_annex(rows), short];
    Letter { attachments: annexes.iter().map(|annex| annex.heading.clone()).collect(), annexes, ..decision() }
}

/// Two files: one for programs, one whose name holds what file names seldom hold.
pub fn files() -> Vec<EnclosedFile> {
    let file = |name: &str, title: &str, media_type: &str, bytes: &[u8]| EnclosedFile {
        name: name.to_owned(),
        title: title.to_owned(),
        media_type: media_type.to_owned(),
        bytes: bytes.to_vec(),
    };
    vec![
        file(
            "Opplysningar frå KPR – Måløy (æøå).csv",
            "Opplysningane i ei form som program kan lese",
            "text/csv; charset=utf-8",
            "dato;meld av\n2024-01-02;Kinn kommune\n".as_bytes(),
        ),
        file("tom.json", "Ei tom fil", "application/json", b""),
        file(
            "tom.json",
            "Ei fil til med same namn, (parentes) og \\ i tittelen",
            "noko/rart noko",
            &[0, 159, 146, 150],
        ),
    ]
}

/// A letter that encloses files.
pub fn enclosing() -> Letter {
    let files = files();
    Letter { attachments: files.iter().map(|file| file.title.clone()).collect(), files, ..decision() }
}

/// The letters, with a name for each.
pub fn all() -> Vec<(&'static str, Letter)> {
    let one_file = files().into_iter().take(1).collect();
    vec![
        ("logo", Letter { logo: logo(logos::usual()), ..decision() }),
        (
            "logo-long-name",
            Letter {
                logo: logo(logos::usual()),
                sender_name: "Nasjonalt senter for e-helseforsking og registerdrift, avdeling for innsyn og personvern"
                    .to_owned(),
                ..sami()
            },
        ),
        ("logo-handed-over", Letter { logo: logo(logos::interlaced()), ..handed_over() }),
        ("annexed", annexed(60)),
        ("enclosing", enclosing()),
        (
            "all-at-once",
            Letter {
                language: Language::Nb,
                logo: logo(logos::usual()),
                annexes: annexed(20).annexes,
                files: one_file,
                ..everything()
            },
        ),
    ]
}
