//! What a reader of PDF reads out of each letter, in the order of the file: the letter's own words, nothing twice and nothing
//! left out. Asks pdftotext, and says that it did not where that is not installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::tree::{Block, Inline, Letter};
use personvernsak::wording::Language;

use super::{drawn, letters, more};
use crate::letters::samples;

/// The words without the spaces between them: where lines end is no matter here.
fn dense(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{AD}').collect()
}

fn inline(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text(words) | Inline::Strong(words) | Inline::Foreign { text: words, .. } => words.as_str(),
        })
        .collect()
}

fn blocks(blocks: &[Block], depth: usize, out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => out.push_str(&inline(text)),
            Block::List { numbered, items } => {
                for (number, item) in (1..).zip(items) {
                    match (numbered, depth) {
                        (true, _) => out.push_str(&format!("{number}.")),
                        (false, 0) => out.push('•'),
                        (false, _) => out.push('–'),
                    }
                    self::blocks(item, depth + 1, out);
                }
            }
            Block::Table { header, rows } => {
                header.iter().chain(rows.iter().flatten()).for_each(|cell| out.push_str(&inline(cell)));
            }
            // The title and the keys stand over every figure, and a figure has no more than thirty bars.
            Block::Chart(chart) => chart.bars.chunks(30).for_each(|bars| {
                std::iter::once(&chart.title).chain(&chart.keys).for_each(|text| out.push_str(text));
                bars.iter().for_each(|bar| out.push_str(&format!("{}{}", bar.label, bar.counts)));
            }),
        }
    }
}

/// All that a letter says, in its order.
fn said(letter: &Letter) -> String {
    let mut out = letter.sender_name.clone();
    letter.recipient.iter().chain(&letter.delivery_note).for_each(|line| out.push_str(line));
    for reference in &letter.references {
        out.push_str(&reference.label);
        out.push_str(&reference.value);
    }
    out.push_str(&letter.heading);
    blocks(&letter.blocks, 0, &mut out);
    out.push_str(&letter.closing.greeting);
    for signature in &letter.closing.signatures {
        out.push_str(&signature.name);
        out.push_str(&signature.title);
    }
    out.extend(letter.closing.approval_note.clone());
    let (attachments, copies) = match letter.language {
        Language::Nb | Language::Nn => ("Vedlegg", "Kopi til"),
        Language::En => ("Attachments", "Copy to"),
    };
    for (label, titles) in [(attachments, &letter.attachments), (copies, &letter.copies_to)] {
        if !titles.is_empty() {
            out.push_str(label);
            titles.iter().for_each(|title| out.push_str(title));
        }
    }
    for annex in &letter.annexes {
        out.push_str(&annex.heading);
        blocks(&annex.blocks, 0, &mut out);
    }
    let composed: String = unicode_normalization::UnicodeNormalization::nfc(out.as_str()).collect();
    dense(&composed)
}

/// The rows that a table repeats at the head of a page, densely.
fn headers(letter: &Letter) -> Vec<String> {
    fn of(blocks: &[Block], out: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Table { header, .. } => {
                    out.push(dense(&header.iter().map(|cell| inline(cell)).collect::<String>()))
                }
                Block::List { items, .. } => items.iter().for_each(|item| of(item, out)),
                Block::Heading { .. } | Block::Paragraph(_) | Block::Chart(_) => {}
            }
        }
    }
    let mut out = Vec::new();
    of(&letter.blocks, &mut out);
    letter.annexes.iter().for_each(|annex| of(&annex.blocks, &mut out));
    out.retain(|header| !header.is_empty());
    out
}

/// What pdftotext reads, page by page, without the furniture, each piece of which must be there.
fn read(pages: &str, letter: &Letter) -> String {
    let pages: Vec<&str> = pages.trim_end_matches('\u{c}').split('\u{c}').collect();
    let footer = dense(&letter.footer.iter().map(|item| item.trim()).collect::<Vec<_>>().join("·"));
    let word = if letter.language == Language::En { ["Page", "of"] } else { ["Side", "av"] };
    let running = letter.references.first().map_or_else(
        || dense(&letter.sender_name),
        |reference| dense(&format!("{}·{}{}", letter.sender_name, reference.label, reference.value)),
    );
    let mut out = String::new();
    for (index, page) in pages.iter().enumerate() {
        let page = dense(page);
        let number = format!("{}{}{}{}", word[0], index + 1, word[1], pages.len());
        let page = page.strip_suffix(&number).unwrap_or_else(|| panic!("no {number} ends {page}"));
        // Where the footer has several lines, the dot between two of them is left out.
        let mut page = page.to_owned();
        for sign in footer.chars().rev() {
            if page.ends_with(sign) {
                page.pop();
            } else {
                assert_eq!(sign, '·', "no footer ends {page}");
            }
        }
        let mut page = page.as_str();
        if index > 0 {
            page = page.strip_prefix(&running).unwrap_or_else(|| panic!("no {running} begins {page}"));
            if let Some(rest) = headers(letter).iter().filter_map(|header| page.strip_prefix(header.as_str())).next() {
                // The first page of a table begins with its header as well, but as a part of it.
                let whole = said(letter);
                let so_far = format!("{out}{page}");
                if !whole.starts_with(&so_far[..so_far.len().min(out.len() + 80).min(whole.len())]) {
                    page = rest;
                }
            }
        }
        out.push_str(page);
    }
    out
}

fn ask(file: &Path) -> Option<String> {
    let output = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(file).arg("-").output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("text"))
}

fn saved(name: &str, letter: &Letter) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pdf/order");
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join(format!("{name}.pdf"));
    std::fs::write(&file, drawn(letter).bytes).expect("written");
    file
}

#[test]
fn a_reader_reads_the_letter_and_nothing_else_in_its_order() {
    let mut all: Vec<(String, Letter)> =
        letters::all().into_iter().chain(more::all()).map(|(name, letter)| (name.to_owned(), letter)).collect();
    for language in Language::ALL {
        for kind in [LetterKind::Acknowledgement, LetterKind::IdentityRequest] {
            let input = samples::in_language(samples::erasure_in_kpr(kind), language);
            all.push((format!("{}-{language}", kind.id()), samples::composed(&input).letter));
        }
    }
    for (name, letter) in all {
        let file = saved(&name, &letter);
        let Some(pages) = ask(&file) else {
            println!("pdftotext is not installed (Debian: poppler-utils), so the order of the words was not read.");
            return;
        };
        let (read, said) = (read(&pages, &letter), said(&letter));
        if read != said {
            let same = read.chars().zip(said.chars()).take_while(|(one, other)| one == other).count();
            let around = |text: &str| text.chars().skip(same.saturating_sub(30)).take(90).collect::<String>();
            panic!("{name} reads\n{}\nand says\n{}", around(&read), around(&said));
        }
    }
}

#[test]
fn a_passage_in_another_language_says_in_which() {
    let file = lopdf::Document::load_mem(&drawn(&letters::everything()).bytes).expect("a PDF file");
    let foreign: Vec<(&[u8], &[u8])> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|element| element.has(b"Lang") && element.has(b"S"))
        .map(|element| {
            let name = element.get(b"S").and_then(lopdf::Object::as_name).expect("a role");
            (name, element.get(b"Lang").and_then(lopdf::Object::as_str).expect("a language"))
        })
        .collect();
    assert_eq!(foreign, [(&b"Span"[..], &b"en"[..])]);
}
