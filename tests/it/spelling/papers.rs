//! Papers for those who use the program: without code, addresses, and what they quote from screens and letters, which is
//! checked where it stands.

use personvernsak::wording::Language;

use super::passage::{FILLED, Passage};
use crate::tidy::tree::File;

/// The papers that are in bokmål.
pub const NORWEGIAN: [&str; 3] = ["README.md", "letters/README.md", "docs/first-hour.md"];

/// The texts of a paper.
pub fn passages(file: &File) -> Vec<Passage> {
    let (mut code_block, mut quoted) = (false, false);
    let mut passages = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        if line.starts_with("```") {
            code_block = !code_block;
        } else if !code_block {
            let text = prose(line, &mut quoted);
            passages.push(Passage::new(&file.path, index + 1, Language::Nb, &text));
        }
    }
    passages
}

/// A line without code, quotes and the addresses of links. A quote may go on from line to line.
fn prose(line: &str, quoted: &mut bool) -> String {
    let (mut text, mut code, mut address, mut before) = (String::new(), false, false, ' ');
    for sign in line.chars() {
        match sign {
            '`' => code = !code,
            '«' => *quoted = true,
            '»' => *quoted = false,
            '(' if before == ']' => address = true,
            ')' if address => address = false,
            _ if code || *quoted || address => {}
            '*' => text.push(' '),
            _ => text.push(sign),
        }
        if matches!(sign, '`' | '«') {
            text.push(FILLED);
        }
        before = sign;
    }
    text
}
