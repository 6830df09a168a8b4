//! What the texts of a kind have in common: the same sections, conditions and fields in every language, and all that the
//! law demands of it, however an office words it.

use std::collections::{BTreeMap, BTreeSet};

use crate::casework::letter::{LetterKind, complaint_words};
use crate::wording::Language;

use super::LoadProblem;
use super::outline::{Outline, Piece, SectionOutline};

/// What differs in a text from the same text in another language.
pub(super) fn between_languages(text: &Outline, other: &Outline) -> Vec<LoadProblem> {
    let mut notes = Notes { file: &text.file, problems: Vec::new() };
    pieces(&mut notes, "overskriften på brevet", &text.headings, &other.headings, &other.file, 1);
    for missing in other.sections.iter().filter(|section| text.section(&section.id).is_none()) {
        let (id, place) = (&missing.id, format!("{}:{}", other.file, missing.line));
        notes.tell(1, format!("Delen «{id}» mangler. Den står i {place}, og språkene skal ha de samme delene."));
    }
    for section in &text.sections {
        let (id, line) = (&section.id, section.line);
        let Some(same) = other.section(id) else {
            notes.tell(line, format!("Delen «{id}» mangler i {}. Språkene skal ha de samme delene.", other.file));
            continue;
        };
        let place = format!("{}:{}", other.file, same.line);
        if section.fixed != same.fixed {
            notes.tell(line, format!("Delen «{id}» har en annen verdi for «fixed» enn i {place}."));
        }
        if section.per_case != same.per_case {
            notes.tell(line, format!("Delen «{id}» har en annen verdi for «per_case» enn i {place}."));
        }
        if section.when != same.when {
            let (here, there) = (listed(&section.when), listed(&same.when));
            notes.tell(line, format!("Delen «{id}» gjelder {here}, men i {place} {there}."));
        }
        let what = format!("overskriften i delen «{id}»");
        pieces(&mut notes, &what, &section.headings, &same.headings, &other.file, line);
        pieces(&mut notes, &format!("delen «{id}»"), &section.parts, &same.parts, &other.file, line);
    }
    let order = |one: &Outline, another: &Outline| -> Vec<String> {
        one.sections.iter().map(|section| section.id.clone()).filter(|id| another.section(id).is_some()).collect()
    };
    let (here, there) = (order(text, other), order(other, text));
    if let Some((section, _)) = here.iter().zip(&there).find(|(here, there)| here != there) {
        let line = text.section(section).map_or(1, |section| section.line);
        notes.tell(line, format!("Delen «{section}» står et annet sted i rekkefølgen enn i {}.", other.file));
    }
    notes.problems
}

/// Holds the pieces of a text against those of the same place in another language.
fn pieces(notes: &mut Notes<'_>, what: &str, here: &[Piece], there: &[Piece], file: &str, line: usize) {
    if here.len() != there.len() {
        let (have, others) = (here.len(), there.len());
        return notes.tell(line, format!("I {what} er det {have} tekster, men {others} i {file}."));
    }
    for (piece, same) in here.iter().zip(there) {
        let place = format!("{file}:{}", same.line);
        if piece.when != same.when {
            let (when, other) = (listed(&piece.when), listed(&same.when));
            notes.tell(piece.line, format!("Teksten i {what} gjelder {when}, men i {place} {other}."));
        }
        for (mark, line) in piece.marks.iter().filter(|(mark, _)| !same.marks.contains_key(*mark)) {
            notes.tell(*line, format!("«{{{mark}}}» står her i {what}, men ikke i {place}."));
        }
        for (mark, line) in same.marks.iter().filter(|(mark, _)| !piece.marks.contains_key(*mark)) {
            notes.tell(piece.line, format!("«{{{mark}}}» mangler her i {what}. Det står i {file}:{line}."));
        }
    }
}

/// What a text lacks of the fixed sections of the program's own: they can be said otherwise, but not left out.
pub(super) fn with_what_is_fixed(
    kind: LetterKind,
    language: Language,
    text: &Outline,
    own: &Outline,
) -> Vec<LoadProblem> {
    let mut notes = Notes { file: &text.file, problems: Vec::new() };
    for fixed in own.sections.iter().filter(|section| section.fixed) {
        let id = &fixed.id;
        let Some(section) = text.section(id) else {
            notes.tell(1, format!("Delen «{id}» mangler. Ordene i den kan endres, men delen må være med."));
            continue;
        };
        let line = section.line;
        if !section.fixed {
            notes.tell(line, format!("Delen «{id}» må ha «fixed = true», så ingen tar den ut av et enkelt brev."));
        }
        if section.per_case != fixed.per_case {
            notes.tell(line, format!("Delen «{id}» må ha «per_case = {}».", fixed.per_case));
        }
        if section.when != fixed.when {
            notes.tell(line, format!("Delen «{id}» må gjelde {}, som i programmets egen tekst.", listed(&fixed.when)));
        }
        kept_parts(&mut notes, section, fixed);
        let (said, wanted) = (section.words(), fixed.words());
        for words in
            complaint_words(language).into_iter().filter(|words| kind.tells_remedies() && wanted.contains(words))
        {
            if !said.contains(words) {
                notes.tell(
                    line,
                    format!("Delen «{id}» må si «{words}». Uten de ordene blir brevet stanset før det sendes."),
                );
            }
        }
    }
    notes.problems
}

/// Every condition that a fixed section has a part for must have one still, with the fields that the program's own has.
fn kept_parts(notes: &mut Notes<'_>, section: &SectionOutline, fixed: &SectionOutline) {
    let id = &section.id;
    let here = by_condition(&section.parts);
    for (when, (_, marks)) in by_condition(&fixed.parts) {
        let Some((line, said)) = here.get(when) else {
            notes.tell(section.line, format!("Delen «{id}» mangler en tekst som gjelder {}.", listed(when)));
            continue;
        };
        for mark in marks.iter().filter(|mark| !said.contains(*mark)) {
            notes.tell(*line, format!("«{{{mark}}}» mangler i delen «{id}», i teksten som gjelder {}.", listed(when)));
        }
    }
}

/// The parts of a section with the same conditions: where the first begins, and the fields of all.
fn by_condition(parts: &[Piece]) -> BTreeMap<&BTreeSet<String>, (usize, BTreeSet<&str>)> {
    let mut found = BTreeMap::new();
    for part in parts {
        let (_, marks) = found.entry(&part.when).or_insert_with(|| (part.line, BTreeSet::new()));
        marks.extend(part.marks.keys().map(String::as_str));
    }
    found
}

/// Conditions in words, after «gjelder».
fn listed(when: &BTreeSet<String>) -> String {
    if when.is_empty() {
        return "alltid".to_owned();
    }
    let quoted: Vec<String> = when.iter().map(|condition| format!("«{condition}»")).collect();
    format!("ved {}", quoted.join(" og "))
}

struct Notes<'a> {
    file: &'a str,
    problems: Vec<LoadProblem>,
}

impl Notes<'_> {
    fn tell(&mut self, line: usize, message: String) {
        self.problems.push(LoadProblem { file: self.file.to_owned(), line, message });
    }
}
