//! What the texts of a kind have in common: the same sections, conditions and fields in every language, and all that the
//! law demands of it, however an office words it.

use std::collections::{BTreeMap, BTreeSet};

use crate::casework::letter::{LetterKind, complaint_words};
use crate::wording::{Language, Trilingual};

use super::LoadProblem;
use super::outline::{Outline, Piece, SectionOutline};

/// What differs in a text from the same text in another language.
pub(super) fn between_languages(text: &Outline, other: &Outline) -> Vec<LoadProblem> {
    let mut notes = Notes { file: &text.file, problems: Vec::new() };
    let heading = Trilingual::fixed("overskriften på brevet", "overskrifta på brevet", "the heading of the letter");
    pieces(&mut notes, &heading, &text.headings, &other.headings, &other.file, 1);
    for missing in other.sections.iter().filter(|section| text.section(&section.id).is_none()) {
        let (id, place) = (&missing.id, format!("{}:{}", other.file, missing.line));
        notes.tell(
            1,
            Trilingual::made(
                format!("Delen «{id}» mangler. Den står i {place}, og språkene skal ha de samme delene."),
                format!("Delen «{id}» manglar. Han står i {place}, og språka skal ha dei same delane."),
                format!(
                    "The section “{id}” is missing. It is in {place}, and the languages are to have the same sections."
                ),
            ),
        );
    }
    for section in &text.sections {
        let (id, line) = (&section.id, section.line);
        let Some(same) = other.section(id) else {
            notes.tell(
                line,
                Trilingual::made(
                    format!("Delen «{id}» mangler i {}. Språkene skal ha de samme delene.", other.file),
                    format!("Delen «{id}» manglar i {}. Språka skal ha dei same delane.", other.file),
                    format!(
                        "The section “{id}” is missing in {}. The languages are to have the same sections.",
                        other.file
                    ),
                ),
            );
            continue;
        };
        let place = format!("{}:{}", other.file, same.line);
        if section.fixed != same.fixed {
            notes.tell(
                line,
                Trilingual::made(
                    format!("Delen «{id}» har en annen verdi for «fixed» enn i {place}."),
                    format!("Delen «{id}» har ein annan verdi for «fixed» enn i {place}."),
                    format!("The section “{id}” has another value for “fixed” than in {place}."),
                ),
            );
        }
        if section.per_case != same.per_case {
            notes.tell(
                line,
                Trilingual::made(
                    format!("Delen «{id}» har en annen verdi for «per_case» enn i {place}."),
                    format!("Delen «{id}» har ein annan verdi for «per_case» enn i {place}."),
                    format!("The section “{id}” has another value for “per_case” than in {place}."),
                ),
            );
        }
        if section.when != same.when {
            let (here, there) = (listed(&section.when), listed(&same.when));
            notes.tell(
                line,
                Trilingual::made(
                    format!("Delen «{id}» gjelder {}, men i {place} {}.", here.nb, there.nb),
                    format!("Delen «{id}» gjeld {}, men i {place} {}.", here.nn, there.nn),
                    format!("The section “{id}” applies {}, but in {place} {}.", here.en, there.en),
                ),
            );
        }
        let what = Trilingual::made(
            format!("overskriften i delen «{id}»"),
            format!("overskrifta i delen «{id}»"),
            format!("the heading of the section “{id}”"),
        );
        pieces(&mut notes, &what, &section.headings, &same.headings, &other.file, line);
        let what = Trilingual::made(format!("delen «{id}»"), format!("delen «{id}»"), format!("the section “{id}”"));
        pieces(&mut notes, &what, &section.parts, &same.parts, &other.file, line);
    }
    let order = |one: &Outline, another: &Outline| -> Vec<String> {
        one.sections.iter().map(|section| section.id.clone()).filter(|id| another.section(id).is_some()).collect()
    };
    let (here, there) = (order(text, other), order(other, text));
    if let Some((section, _)) = here.iter().zip(&there).find(|(here, there)| here != there) {
        let line = text.section(section).map_or(1, |section| section.line);
        notes.tell(
            line,
            Trilingual::made(
                format!("Delen «{section}» står et annet sted i rekkefølgen enn i {}.", other.file),
                format!("Delen «{section}» står ein annan stad i rekkjefølgja enn i {}.", other.file),
                format!("The section “{section}” stands elsewhere in the order than in {}.", other.file),
            ),
        );
    }
    notes.problems
}

/// Holds the pieces of a text against those of the same place in another language.
fn pieces(notes: &mut Notes<'_>, what: &Trilingual, here: &[Piece], there: &[Piece], file: &str, line: usize) {
    if here.len() != there.len() {
        let (have, others) = (here.len(), there.len());
        return notes.tell(
            line,
            Trilingual::made(
                format!("I {} er det {have} tekster, men {others} i {file}.", what.nb),
                format!("I {} er det {have} tekstar, men {others} i {file}.", what.nn),
                format!("In {} there are {have} texts, but {others} in {file}.", what.en),
            ),
        );
    }
    for (piece, same) in here.iter().zip(there) {
        let place = format!("{file}:{}", same.line);
        if piece.when != same.when {
            let (when, other) = (listed(&piece.when), listed(&same.when));
            notes.tell(
                piece.line,
                Trilingual::made(
                    format!("Teksten i {} gjelder {}, men i {place} {}.", what.nb, when.nb, other.nb),
                    format!("Teksten i {} gjeld {}, men i {place} {}.", what.nn, when.nn, other.nn),
                    format!("The text in {} applies {}, but in {place} {}.", what.en, when.en, other.en),
                ),
            );
        }
        for (mark, line) in piece.marks.iter().filter(|(mark, _)| !same.marks.contains_key(*mark)) {
            notes.tell(
                *line,
                Trilingual::made(
                    format!("«{{{mark}}}» står her i {}, men ikke i {place}.", what.nb),
                    format!("«{{{mark}}}» står her i {}, men ikkje i {place}.", what.nn),
                    format!("“{{{mark}}}” is here in {}, but not in {place}.", what.en),
                ),
            );
        }
        for (mark, line) in same.marks.iter().filter(|(mark, _)| !piece.marks.contains_key(*mark)) {
            notes.tell(
                piece.line,
                Trilingual::made(
                    format!("«{{{mark}}}» mangler her i {}. Det står i {file}:{line}.", what.nb),
                    format!("«{{{mark}}}» manglar her i {}. Det står i {file}:{line}.", what.nn),
                    format!("“{{{mark}}}” is missing here in {}. It is in {file}:{line}.", what.en),
                ),
            );
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
            notes.tell(
                1,
                Trilingual::made(
                    format!("Delen «{id}» mangler. Ordene i den kan endres, men delen må være med."),
                    format!("Delen «{id}» manglar. Orda i han kan endrast, men delen må vere med."),
                    format!("The section “{id}” is missing. Its words can be changed, but the section must be there."),
                ),
            );
            continue;
        };
        let line = section.line;
        if !section.fixed {
            notes.tell(
                line,
                Trilingual::made(
                    format!("Delen «{id}» må ha «fixed = true», så ingen tar den ut av et enkelt brev."),
                    format!("Delen «{id}» må ha «fixed = true», så ingen tek han ut av eit enkelt brev."),
                    format!(
                        "The section “{id}” must have “fixed = true”, so that nobody takes it out of a single letter."
                    ),
                ),
            );
        }
        if section.per_case != fixed.per_case {
            notes.tell(
                line,
                Trilingual::made(
                    format!("Delen «{id}» må ha «per_case = {}».", fixed.per_case),
                    format!("Delen «{id}» må ha «per_case = {}».", fixed.per_case),
                    format!("The section “{id}” must have “per_case = {}”.", fixed.per_case),
                ),
            );
        }
        if section.when != fixed.when {
            notes.tell(line, {
                let when = listed(&fixed.when);
                Trilingual::made(
                    format!("Delen «{id}» må gjelde {}, som i programmets egen tekst.", when.nb),
                    format!("Delen «{id}» må gjelde {}, som i teksten til programmet.", when.nn),
                    format!("The section “{id}” must apply {}, as in the program’s own text.", when.en),
                )
            });
        }
        kept_parts(&mut notes, section, fixed);
        let (said, wanted) = (section.words(), fixed.words());
        for words in
            complaint_words(language).into_iter().filter(|words| kind.tells_remedies() && wanted.contains(words))
        {
            if !said.contains(words) {
                notes.tell(
                    line,
                    Trilingual::made(
                        format!("Delen «{id}» må si «{words}». Uten de ordene blir brevet stanset før det sendes."),
                        format!("Delen «{id}» må seie «{words}». Utan dei orda blir brevet stansa før det blir sendt."),
                        format!("The section “{id}” must say “{words}”. Without those words the letter is stopped before it is sent."),
                    ),
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
        let applies = listed(when);
        let Some((line, said)) = here.get(when) else {
            notes.tell(
                section.line,
                Trilingual::made(
                    format!("Delen «{id}» mangler en tekst som gjelder {}.", applies.nb),
                    format!("Delen «{id}» manglar ein tekst som gjeld {}.", applies.nn),
                    format!("The section “{id}” lacks a text that applies {}.", applies.en),
                ),
            );
            continue;
        };
        for mark in marks.iter().filter(|mark| !said.contains(*mark)) {
            notes.tell(
                *line,
                Trilingual::made(
                    format!("«{{{mark}}}» mangler i delen «{id}», i teksten som gjelder {}.", applies.nb),
                    format!("«{{{mark}}}» manglar i delen «{id}», i teksten som gjeld {}.", applies.nn),
                    format!("“{{{mark}}}” is missing in the section “{id}”, in the text that applies {}.", applies.en),
                ),
            );
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
fn listed(when: &BTreeSet<String>) -> Trilingual {
    if when.is_empty() {
        return Trilingual::fixed("alltid", "alltid", "always");
    }
    let quoted = |opens: &str, closes: &str, and: &str| {
        when.iter().map(|condition| format!("{opens}{condition}{closes}")).collect::<Vec<_>>().join(and)
    };
    Trilingual::made(
        format!("ved {}", quoted("«", "»", " og ")),
        format!("ved {}", quoted("«", "»", " og ")),
        format!("with {}", quoted("“", "”", " and ")),
    )
}

struct Notes<'a> {
    file: &'a str,
    problems: Vec<LoadProblem>,
}

impl Notes<'_> {
    fn tell(&mut self, line: usize, message: Trilingual) {
        self.problems.push(LoadProblem { file: self.file.to_owned(), line, message });
    }
}
