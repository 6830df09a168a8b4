//! What a second person approves: which letters, and which of a letter's words.

use super::input::LetterInput;
use super::kind::LetterKind;
use super::text::blocks_to_text;
use super::tree::Letter;
use crate::law::rights::{Outcome, Track};

impl LetterInput {
    /// Whether the letter is one that a second person approves where the office has decided so: it refuses something, tells
    /// that data are erased, or decides under helseregisterloven § 25.
    #[must_use]
    pub fn weighs(&self) -> bool {
        self.kind.tells_outcome()
            && self.cases.iter().any(|case| {
                let decided_under_section_25 = |outcome: Outcome| {
                    case.track == Track::Section25 && LetterKind::Section25Decision.can_tell(outcome, case.track)
                };
                case.outcome.is_some_and(|outcome| {
                    outcome.refuses() || outcome == Outcome::Erased || decided_under_section_25(outcome)
                })
            })
    }
}

impl Letter {
    /// What is approved: to whom the letter goes, and all that it says, but for its number, its date and who signs, which
    /// are settled when it is issued.
    #[must_use]
    pub fn approved_words(&self) -> String {
        let mut lines = self.recipient.clone();
        lines.extend(self.delivery_note.iter().cloned());
        lines.push(format!("# {}", self.heading));
        lines.push(blocks_to_text(&self.blocks));
        lines.extend(self.attachments.iter().chain(&self.copies_to).cloned());
        // A file that took another's place has another name.
        lines.extend(self.files.iter().map(|file| file.name.clone()));
        for annex in &self.annexes {
            lines.push(format!("# {}", annex.heading));
            lines.push(blocks_to_text(&annex.blocks));
        }
        lines.join("\n")
    }
}
