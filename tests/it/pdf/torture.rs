//! Letters that try to break the page: nothing leaves the column, nothing stands over anything else, nothing is parted that
//! belongs together, and what cannot be drawn is told.

use std::collections::BTreeMap;

use personvernsak::adapter::pdf::{
    Kid, Laid, LeafId, Mark, PAGE_HEIGHT, Page, Piece, Typeface, lay_out, undrawable_characters,
};
use personvernsak::casework::letter::text::bind;
use personvernsak::casework::letter::tree::{Annex, Block, Inline, Letter, Reference, Signature};
use personvernsak::wording::Language;

use super::letters::{self, decision};
use super::{logos, more};
use crate::letters::samples;

const MM: f64 = 72.0 / 25.4;

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(text(words))
}

fn laid(letter: &Letter) -> Laid {
    lay_out(letter, true).expect("laid out")
}

/// The words of a piece.
fn words(piece: &Piece) -> String {
    piece.glyphs.iter().map(|glyph| &*glyph.text).collect()
}

/// How long a piece is without the space at its end.
fn length(piece: &Piece) -> f64 {
    let seen = piece.glyphs.iter().rposition(|glyph| &*glyph.text != " ").map_or(0, |last| last + 1);
    piece.glyphs[..seen].iter().map(|glyph| glyph.advance).sum::<f64>() * piece.size / 1000.0
}

/// What is wrong with a page to look at: text outside the margins, or over other text.
fn faults(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, piece) in page.pieces.iter().enumerate() {
        let (left, right) = (piece.x, piece.x + length(piece));
        if left < 25.0 * MM - 0.1 || right > 185.0 * MM + 0.1 || piece.y > PAGE_HEIGHT - 10.0 * MM {
            faults.push(format!("outside: {} at {left:.0}–{right:.0}, {:.0}", words(piece), piece.y));
        }
        for other in &page.pieces[index + 1..] {
            let beside = other.x + length(other) <= left + 0.1 || right <= other.x + 0.1;
            let apart = (piece.y - other.y).abs() >= 0.75 * piece.size.min(other.size);
            if !beside && !apart && !words(piece).trim().is_empty() && !words(other).trim().is_empty() {
                faults.push(format!("over each other: «{}» and «{}»", words(piece), words(other)));
            }
        }
        for strip in &page.strips {
            let bar = strip.frame;
            let beside = bar.x + bar.width <= left || right <= bar.x;
            let apart = bar.y >= piece.y + piece.size / 4.0 || bar.y + bar.height <= piece.y - piece.size;
            if !beside && !apart {
                faults.push(format!("a bar over «{}»", words(piece)));
            }
        }
    }
    faults
}

fn sound(name: &str, letter: &Letter) -> Laid {
    let laid = laid(letter);
    for (number, page) in (1..).zip(&laid.pages) {
        let faults = faults(page);
        assert!(faults.is_empty(), "{name}, page {number}: {}", faults.join("\n"));
    }
    laid
}

/// The lines of a page in reading order: the words, and which stretches of the letter they are of.
fn lines(page: &Page) -> Vec<(String, LeafId)> {
    let mut lines: Vec<(String, LeafId, f64)> = Vec::new();
    for piece in &page.pieces {
        let Mark::Content(leaf) = piece.mark else { continue };
        match lines.last_mut() {
            Some((line, _, y)) if (*y - piece.y).abs() < 0.1 => line.push_str(&words(piece)),
            Some(_) | None => lines.push((words(piece), leaf, piece.y)),
        }
    }
    lines.into_iter().map(|(line, leaf, _)| (line, leaf)).collect()
}

#[test]
fn nothing_leaves_the_column_and_nothing_stands_over_anything_else() {
    let long = "Opplysningsbehandlingsansvarlighetsvurderingsdokumentasjonsplikt".repeat(3);
    let name = "Máret-Ánne Ŋuolddu-Čáhppesgiella von und zu Hohenstein-Kvalheimsnes ".repeat(4);
    // Every item holds the whole list inside it once, and only its first block a second time.
    let deep = (0..30).fold(vec![paragraph("Innerst inne.")], |inner, depth| {
        vec![
            paragraph("Eit punkt i lista."),
            Block::List { numbered: depth % 3 == 0, items: vec![inner.clone(), inner[..1].to_vec()] },
        ]
    });
    let wide = |columns: usize| Block::Table {
        header: (0..columns).map(|column| text(&format!("Kolonne{column}"))).collect(),
        rows: vec![(0..columns).map(|_| text("behandlingsansvarlig")).collect(); 3],
    };
    let narrow = Block::Table {
        header: ["Dato", "Behandlingsansvarlegdokumentasjon", "Kva"].map(text).to_vec(),
        rows: vec![
            [text("01.02.2024"), text(&long), text(&"ord ".repeat(60))].to_vec(),
            [text(&long), text(&long), text(&long)].to_vec(),
            [text("https://www.example.no/eit/svaert/langt/stykke/adresse?med=sporsmal&og=svar"), text("x"), text("")]
                .to_vec(),
        ],
    };
    let signatures = vec![Signature { name: name.clone(), title: long.clone() }; 5];
    let mut strange = decision();
    strange.closing.signatures = signatures;
    for (what, letter) in [
        ("long names", Letter { recipient: vec![name.clone(), long.clone()], sender_name: name.clone(), ..decision() }),
        (
            "long names beside a logo",
            Letter { sender_name: name.clone(), logo: more::logo(logos::usual()), ..decision() },
        ),
        ("a long heading", Letter { heading: name.repeat(3), ..decision() }),
        ("a heading of one word", Letter { heading: long.clone(), ..decision() }),
        ("long signatures", strange),
        (
            "long references",
            Letter { references: vec![Reference { label: long.clone(), value: long.clone() }; 7], ..decision() },
        ),
        ("a long footer", Letter { footer: vec![name.clone(), long.clone(), "kort".to_owned()], ..decision() }),
        (
            "long titles",
            Letter { attachments: vec![long.clone(); 12], copies_to: vec![name.clone(); 12], ..decision() },
        ),
        ("deep lists", Letter { blocks: deep, ..decision() }),
        ("tables", Letter { blocks: vec![narrow, wide(12), wide(20)], ..decision() }),
        (
            "an annex",
            Letter {
                annexes: vec![
                    Annex { heading: long.clone(), blocks: vec![paragraph(&long)] },
                    Annex { heading: String::new(), blocks: vec![] },
                ],
                ..decision()
            },
        ),
    ] {
        sound(what, &letter);
    }
    for (what, letter) in letters::all().into_iter().chain(more::all()) {
        sound(what, &letter);
    }
}

/// Whoever does not see a chart is told where it stands, as well as what it says.
#[test]
fn the_frame_of_a_chart_holds_all_of_it() {
    let laid = sound("charts", &letters::charted());
    let mut charts = 0;
    for node in &laid.tree.nodes {
        let (Some(figure), Some(Kid::Leaf(leaf))) = (&node.figure, node.kids.first()) else { continue };
        charts += 1;
        let holds = |left: f64, top: f64, right: f64, bottom: f64| {
            let frame = figure.frame;
            frame.x <= left + 0.1
                && frame.y <= top + 0.1
                && right <= frame.x + frame.width + 0.1
                && bottom <= frame.y + frame.height + 0.1
        };
        let on = |page: &&Page| page.strips.iter().any(|strip| strip.leaf == *leaf);
        let page = laid.pages.iter().find(on).expect("a page with it");
        for strip in page.strips.iter().filter(|strip| strip.leaf == *leaf) {
            let bar = strip.frame;
            assert!(holds(bar.x, bar.y, bar.x + bar.width, bar.y + bar.height), "{figure:?}: {strip:?}");
        }
        for piece in page.pieces.iter().filter(|piece| piece.mark == Mark::Content(*leaf)) {
            assert!(
                holds(piece.x, piece.y - piece.size * 0.7, piece.x + length(piece), piece.y),
                "{figure:?}: {piece:?}"
            );
        }
        assert_eq!(laid.pages.iter().filter(on).count(), 1, "a chart stands on one page");
        assert!(figure.frame.height > 20.0 && figure.alternative.starts_with("Besvart. "), "{figure:?}");
    }
    // Five bars, seventy-five in three parts, and one that is hidden.
    assert_eq!(charts, 5);
}

#[test]
fn an_address_of_forty_lines_goes_on_below_the_window_and_pushes_the_references_down() {
    for lines in [1, 6, 8, 20, 40, 90] {
        let recipient = (1..=lines).map(|line| format!("Linje {line} i adressa")).collect();
        let laid = sound("a long address", &Letter { recipient, ..decision() });
        let place = |wanted: &str| {
            laid.pages.iter().enumerate().find_map(|(number, page)| {
                let piece = page
                    .pieces
                    .iter()
                    .find(|piece| matches!(piece.mark, Mark::Content(_)) && words(piece) == wanted)?;
                Some((number, piece.y))
            })
        };
        let first = place("Linje 1 i adressa").expect("an address");
        let last = place(&format!("Linje {lines} i adressa")).expect("an address");
        let reference = place("Vår ref. ").expect("references");
        assert_eq!(first.0, 0);
        assert!((46.0..52.0).contains(&(first.1 / MM)), "in the window whatever comes after");
        assert!(reference > last && (reference.0 > 0 || reference.1 > 82.0 * MM), "{lines}: {reference:?} {last:?}");
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone_and_no_heading_ends_a_page() {
    // Paragraphs of all lengths, at all places of the page.
    for shift in 0..12 {
        let mut blocks = vec![paragraph(&"Ein annan tekst. ".repeat(shift * 3 + 1))];
        for number in 0..90 {
            if number % 4 == 0 {
                blocks.push(Block::Heading { level: 2, text: text(&format!("Overskrift {number}")) });
            }
            blocks.push(paragraph(&"Ein tekst om opplysningane dine. ".repeat(number % 9 + 1)));
        }
        let laid = laid(&Letter { blocks, ..decision() });
        let mut parted: BTreeMap<LeafId, Vec<usize>> = BTreeMap::new();
        for page in &laid.pages {
            let mut count: BTreeMap<LeafId, usize> = BTreeMap::new();
            lines(page).iter().for_each(|(_, leaf)| *count.entry(*leaf).or_default() += 1);
            count.into_iter().for_each(|(leaf, lines)| parted.entry(leaf).or_default().push(lines));
            let last = lines(page).pop().expect("a line").0;
            assert!(!last.starts_with("Overskrift"), "{last} ends a page");
        }
        for lines in parted.values().filter(|pages| pages.len() > 1) {
            assert!(lines.iter().all(|lines| *lines >= 2), "{shift}: {lines:?}");
        }
    }
}

#[test]
fn no_line_ends_inside_a_section_number_a_date_or_a_telephone_number() {
    let parts = "Etter § 25 første ledd, art. 17 nr. 3 bokstav c, frå 2. mars 2026 til 13. april 2026, tlf. 47 47 20 20, side 3, 30 år. ";
    let mut letters: Vec<Letter> = (0..40)
        .map(|shift| Letter {
            blocks: vec![paragraph(&format!("{}{}", "x".repeat(shift), parts.repeat(6)))],
            ..decision()
        })
        .collect();
    for language in Language::ALL {
        let kind = personvernsak::casework::letter::LetterKind::Acknowledgement;
        letters.push(samples::composed(&samples::in_language(samples::erasure_in_kpr(kind), language)).letter);
    }
    for letter in letters {
        for page in &laid(&letter).pages {
            for two in lines(page).windows(2).filter(|two| two[0].1 == two[1].1) {
                let (last, first) = (two[0].0.trim_end(), two[1].0.as_str());
                let last = last.rsplit(' ').next().unwrap_or_default();
                let first = first.split(' ').next().unwrap_or_default();
                let joined = format!("{last} {first}");
                assert_eq!(bind(&joined), joined, "a line ends within {joined}");
            }
        }
    }
}

#[test]
fn a_letter_of_hundreds_of_pages_counts_them_beside_the_footer() {
    let blocks = vec![more::contacts(4_600)];
    let laid = laid(&Letter { annexes: vec![Annex { heading: "Vedlegg 1".to_owned(), blocks }], ..decision() });
    let count = laid.pages.len();
    assert!(count > 100, "{count}");
    for (number, page) in (1..).zip(&laid.pages) {
        let wanted = format!("Side {number} av {count}");
        let numbers = page.pieces.iter().filter(|piece| piece.mark == Mark::Footer && words(piece) == wanted);
        assert_eq!(numbers.count(), 1, "{wanted}");
        assert!(faults(page).is_empty(), "{wanted}: {}", faults(page).join("\n"));
        // A page that goes on with the table shows its header again, and not as a part of the table.
        let again = page.pieces.iter().any(|piece| piece.mark == Mark::Header && words(piece).starts_with("Meld av"));
        assert_eq!(
            again,
            number
                > 2 + (laid.bookmarks.iter().find(|bookmark| bookmark.title == "Vedlegg 1").expect("a heading").page)
                    - 1,
            "{wanted}"
        );
    }
}

#[test]
fn parts_that_are_empty_leave_no_trace() {
    let empty = Letter {
        recipient: vec![String::new(), "  ".to_owned()],
        delivery_note: Some(String::new()),
        references: vec![],
        heading: String::new(),
        blocks: vec![
            paragraph(""),
            Block::Heading { level: 2, text: vec![] },
            Block::List { numbered: true, items: vec![] },
        ],
        footer: vec![String::new()],
        attachments: vec![String::new()],
        copies_to: vec![],
        annexes: vec![],
        ..letters::bare()
    };
    let laid = sound("empty", &empty);
    assert_eq!(laid.pages.len(), 1);
    let said: Vec<String> = lines(&laid.pages[0]).into_iter().map(|(line, _)| line).collect();
    assert_eq!(said, ["Helsedirektoratet"]);
}

#[test]
fn text_from_right_to_left_is_refused_and_direction_marks_turn_nothing_around() {
    for words in ["שלום", "سلام", "ܫܠܡ"] {
        let letter = Letter { blocks: vec![paragraph(words)], ..decision() };
        assert!(!undrawable_characters(&letter).is_empty(), "{words}");
    }
    let turned = Letter { blocks: vec![paragraph("\u{202E}snu\u{202C} meg \u{200F}ikkje")], ..decision() };
    let page = &laid(&turned).pages[0];
    assert!(lines(page).iter().any(|(line, _)| line == "snu meg ikkje"));
}

#[test]
fn marks_are_composed_where_there_is_a_letter_for_both_and_set_over_their_letter_elsewhere() {
    let glyphs = |written: &str| {
        let laid = laid(&Letter { blocks: vec![paragraph(&format!("Z{written}Z"))], ..decision() });
        let piece = laid.pages[0].pieces.iter().find(|piece| words(piece).starts_with('Z')).expect("drawn").clone();
        piece.glyphs[1..piece.glyphs.len() - 1].to_vec()
    };
    // What has a letter of its own is that letter, however it is written.
    for (apart, together) in
        [("a\u{30a}", "å"), ("o\u{308}", "ö"), ("s\u{30c}", "š"), ("k\u{30c}", "ǩ"), ("ʒ\u{30c}", "ǯ")]
    {
        assert_eq!(glyphs(apart), glyphs(together), "{together}");
        assert_eq!(glyphs(apart).len(), 1);
    }
    // What has none keeps its mark, which takes no room and stands within its letter's width.
    for written in ["q\u{301}", "x\u{323}", "m\u{30c}"] {
        let [letter, mark] = glyphs(written).try_into().expect("a letter and a mark");
        assert!(mark.advance.abs() < 0.01, "{written}: {mark:?}");
        assert!((-letter.advance - 200.0..=200.0).contains(&mark.right), "{written}: {mark:?}");
    }
}

#[test]
fn every_sami_alphabet_is_drawn_in_both_fonts_each_letter_with_a_glyph_of_its_own() {
    for (language, alphabet) in [
        ("nordsamisk", "AaÁáBbCcČčDdĐđEeFfGgHhIiJjKkLlMmNnŊŋOoPpRrSsŠšTtŦŧUuVvZzŽž"),
        ("lulesamisk", "AaÁáBbDdEeFfGgHhIiJjKkLlMmNnŃńŊŋOoPpRrSsTtUuVvÅåÄäÆæØøÖö"),
        ("pitesamisk", "AaÁáBbDdĐđEeFfGgHhIiJjKkLlMmNnŊŋOoPpRrSsTtŦŧUuVvÅåÄä"),
        ("umesamisk", "AaÁáBbDdĐđEeFfGgHhIiÏïJjKkLlMmNnŊŋOoPpRrSsTtŦŧUuÜüVvYyÅåÄäÖö"),
        ("sørsamisk", "AaBbDdEeFfGgHhIiÏïJjKkLlMmNnOoPpRrSsTtUuVvYyÆæÄäØøÖöÅå"),
        ("enaresamisk", "AaÂâBbCcČčDdĐđEeFfGgHhIiJjKkLlMmNnŊŋOoPpRrSsŠšTtUuVvYyZzŽžÄäÁá"),
        ("skoltesamisk", "AaÂâBbCcČčƷʒǮǯDdĐđEeFfGgǦǧǤǥHhIiJjKkǨǩLlMmNnŊŋOoÕõPpRrSsŠšTtUuVvZzŽžÅåÄäÖöʹˈʼ"),
    ] {
        // In words of ten letters, since a longer one would be parted.
        let letters: Vec<char> = alphabet.chars().collect();
        let spaced = letters.chunks(10).map(String::from_iter).collect::<Vec<_>>().join(" ");
        let bold = Block::Paragraph(vec![Inline::Strong(spaced.clone())]);
        let laid = laid(&Letter { blocks: vec![paragraph(&spaced), bold], ..decision() });
        let first = spaced.split(' ').next().expect("a word");
        for cut in [Typeface::Regular, Typeface::Bold] {
            let begins = |piece: &&Piece| piece.typeface == cut && words(piece).starts_with(first);
            let begin = laid.pages[0].pieces.iter().find(begins).expect("drawn").mark;
            let pieces = laid.pages[0].pieces.iter().filter(|piece| piece.mark == begin);
            let drawn: Vec<_> = pieces.flat_map(|piece| &piece.glyphs).filter(|glyph| &*glyph.text != " ").collect();
            assert_eq!(drawn.iter().map(|glyph| &*glyph.text).collect::<String>(), alphabet, "{language}");
            let mut glyphs: Vec<u16> = drawn.iter().map(|glyph| glyph.id).collect();
            assert!(!glyphs.contains(&0), "{language} has a box");
            glyphs.sort_unstable();
            glyphs.dedup();
            assert_eq!(glyphs.len(), alphabet.chars().count(), "{language}");
        }
    }
}
