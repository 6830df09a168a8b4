//! Plain text of letters, and the one place where words that belong together are bound.

use super::tree::{Block, Inline, Letter};
use crate::wording::dates::{MONTHS_ENGLISH, MONTHS_NORWEGIAN};

/// The no-break space.
pub const NO_BREAK: char = '\u{A0}';

/// Words that nothing may part from the word after them.
const LEADS: [&str; 20] = [
    "§",
    "§§",
    "art.",
    "article",
    "articles",
    "artikkel",
    "artiklane",
    "artiklene",
    "no.",
    "nr.",
    "page",
    "recital",
    "section",
    "sections",
    "kl.",
    "kap.",
    "kapittel",
    "bokstav",
    "postboks",
    "side",
];

/// Words that nothing may part from a number before them.
const UNITS: [&str; 20] = [
    "år", "dag", "dager", "dagar", "day", "days", "month", "months", "måned", "måneder", "månad", "månader", "uke",
    "uker", "veke", "veker", "week", "weeks", "year", "years",
];

/// Puts no-break spaces where a line must not end: «§ 25», «artikkel 17», «2. mars 2026», "2 March 2026", «22 22 22 22», «30 år».
#[must_use]
pub fn bind(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut bound = String::with_capacity(text.len() + 8);
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            bound.push(if belongs(words[index - 1], word) { NO_BREAK } else { ' ' });
        }
        bound.push_str(word);
    }
    bound
}

fn belongs(before: &str, after: &str) -> bool {
    let bare = before.trim_start_matches(['«', '(', '\u{A0}']).to_lowercase();
    let next = after.trim_end_matches(['.', ',', ';', ':', ')', '»', '?']);
    let next_is_number = after.starts_with(|first: char| first.is_ascii_digit());
    if LEADS.contains(&bare.as_str()) && !after.is_empty() {
        return next_is_number || bare == "bokstav" || bare == "kapittel" || bare == "kap.";
    }
    if is_ordinal(&bare) && MONTHS_NORWEGIAN.contains(&next) {
        return true;
    }
    if MONTHS_NORWEGIAN.contains(&bare.as_str()) || MONTHS_ENGLISH.contains(&before) {
        return next.len() == 4 && is_digits(next);
    }
    let counts = |word: &str| UNITS.contains(&word) || MONTHS_ENGLISH.contains(&word) || is_digits(word);
    is_digits(bare.trim_start_matches('+')) && counts(next)
}

fn is_ordinal(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(is_digits)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|character| character.is_ascii_digit())
}

impl Letter {
    /// The letter as plain text with ordinary spaces, as `letter compose` shows it: what the PDF says, in its order.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut lines = vec![self.sender_name.clone(), String::new()];
        lines.extend(self.recipient.iter().cloned());
        lines.extend(self.delivery_note.iter().cloned());
        lines.push(String::new());
        lines.extend(self.references.iter().map(|reference| format!("{}: {}", reference.label, reference.value)));
        lines.push(String::new());
        lines.push(format!("# {}", self.heading));
        lines.push(String::new());
        lines.push(blocks_to_text(&self.blocks).trim_end().to_owned());
        lines.push(String::new());
        lines.push(self.closing.greeting.clone());
        for signature in &self.closing.signatures {
            lines.push(String::new());
            lines.push(signature.name.clone());
            lines.push(signature.title.clone());
        }
        if let Some(note) = &self.closing.approval_note {
            lines.push(String::new());
            lines.push(note.clone());
        }
        for list in [&self.attachments, &self.copies_to, &self.footer] {
            if !list.is_empty() {
                lines.push(String::new());
                lines.extend(list.iter().cloned());
            }
        }
        for annex in &self.annexes {
            lines.push(String::new());
            lines.push(format!("# {}", annex.heading));
            lines.push(String::new());
            lines.push(blocks_to_text(&annex.blocks).trim_end().to_owned());
        }
        let mut text = lines.join("\n").replace(NO_BREAK, " ");
        text.push('\n');
        text
    }
}

/// Blocks as plain text: headings with `##`, list items with `-` or a number, an empty line after each block.
#[must_use]
pub fn blocks_to_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Heading { level, text: words } => {
                text.push_str(&"#".repeat(usize::from(*level)));
                text.push(' ');
                text.push_str(&inlines_to_text(words));
                text.push_str("\n\n");
            }
            Block::Paragraph(words) => {
                text.push_str(&inlines_to_text(words));
                text.push_str("\n\n");
            }
            Block::List { numbered, items } => {
                for (index, item) in items.iter().enumerate() {
                    let mark = if *numbered { format!("{}. ", index + 1) } else { "- ".to_owned() };
                    let indent = " ".repeat(mark.len());
                    let body = blocks_to_text(item).trim_end().replace('\n', &format!("\n{indent}"));
                    text.push_str(&mark);
                    text.push_str(&body);
                    text.push('\n');
                }
                text.push('\n');
            }
            Block::Table { header, rows } => {
                for row in std::iter::once(header).chain(rows) {
                    let cells: Vec<String> = row.iter().map(|cell| inlines_to_text(cell)).collect();
                    text.push_str(&cells.join(" | "));
                    text.push('\n');
                }
                text.push('\n');
            }
            Block::Chart(chart) => {
                text.push_str(&chart.title);
                text.push('\n');
                for bar in &chart.bars {
                    text.push_str(&bar.told);
                    text.push('\n');
                }
                text.push('\n');
            }
        }
    }
    text.replace(NO_BREAK, " ")
}

/// The words of a row of runs, without bold.
#[must_use]
pub fn inlines_to_text(words: &[Inline]) -> String {
    words
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Strong(text) | Inline::Foreign { text, .. } => text.as_str(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_belong_together_are_bound() {
        let table = [
            ("helseregisterlova § 25 gir", "helseregisterlova §_25 gir"),
            ("§§ 18 og 19", "§§_18 og 19"),
            ("artikkel 12 nr. 3 seier", "artikkel_12 nr._3 seier"),
            ("(artikkel 77).", "(artikkel_77)."),
            ("seinast måndag 2. mars 2026.", "seinast måndag 2._mars_2026."),
            ("ring 22 22 22 22 no", "ring 22_22_22_22 no"),
            ("etter 30 år, og", "etter 30_år, og"),
            ("by Monday 2 March 2026.", "by Monday 2_March_2026."),
            ("in May we wrote", "in May we wrote"),
            ("section 25 and Articles 77 and 79", "section_25 and Articles_77 and 79"),
            ("call +47 22 22 22 22 now", "call +47_22_22_22_22 now"),
            ("mai er fin", "mai er fin"),
            ("vi fann 3 opplysningar", "vi fann 3 opplysningar"),
            ("", ""),
        ];
        for (plain, bound) in table {
            assert_eq!(bind(plain).replace(NO_BREAK, "_"), bound);
        }
    }
}
