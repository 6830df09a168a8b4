//! The parts of an answer on access that the program writes itself: the overview, what comes later, what was found in no
//! register, the files, and what a report leaves out.

use crate::casework::letter::disclosure::Told;
use crate::casework::letter::field::Field;
use crate::casework::letter::input::{AccessLog, LetterCase, LetterInput, OtherCase, OtherState};
use crate::casework::letter::text::{bind, blocks_to_text};
use crate::casework::letter::tree::{Block, Inline};
use crate::casework::letter::words::{register_name, sentence_start};
use crate::law::rights::{Outcome, Right};
use crate::wording::Language;
use crate::wording::dates::{date_in_words, long_date};

use super::enclosure::{Enclosure, What, enclosures, gives, row_name};

/// What the program writes in the place of a field, as blocks; none for a field of another kind, or with nothing to say.
pub(super) fn blocks(field: Field, input: &LetterInput, case: Option<&LetterCase>) -> Option<Vec<Block>> {
    let language = input.language;
    let blocks = if field == Field::Overview {
        overview(input)
    } else if field == Field::NothingFound {
        list(nothing_found(input))
    } else if field == Field::Later {
        list(later(input))
    } else if field == Field::Enclosed {
        list(enclosed(input, case?))
    } else if field == Field::LeftOut {
        list(left_out(case?, |access| &access.disclosure.left_out, language))
    } else if field == Field::LeftOutRemedy {
        list(left_out(case?, |access| &access.disclosure.left_out_remedy, language))
    } else {
        return None;
    };
    (!blocks.is_empty()).then_some(blocks)
}

/// The value of such a field, or of one that is a few words: what a condition asks for, and what a sentence takes in.
pub(super) fn words(field: Field, input: &LetterInput, case: Option<&LetterCase>) -> Option<String> {
    if field == Field::EarlierAnswer {
        earlier_answer(input)
    } else if field == Field::AnnexOfRegister {
        pointed_to(input, case?, |what| matches!(what, What::Register(_)))
    } else if field == Field::AnnexOfLog {
        pointed_to(input, case?, |what| matches!(what, What::Log(_)))
    } else if field == Field::LogSummary {
        log_summary(case?.access.as_ref()?.log.as_ref()?, input.language)
    } else {
        blocks(field, input, case).map(|blocks| blocks_to_text(&blocks))
    }
}

fn plain(text: &str) -> Vec<Inline> {
    vec![Inline::Text(bind(text))]
}

fn list(items: Vec<Vec<Inline>>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::List { numbered: false, items: items.into_iter().map(|words| vec![Block::Paragraph(words)]).collect() }]
}

/// Register, what the person gets, where: a row for each thing, the data first. Registers where nothing was found have a
/// list of their own.
fn overview(input: &LetterInput) -> Vec<Block> {
    let language = input.language;
    let all = enclosures(input);
    let below = || language.pick("I brevet", "I brevet", "In the letter").to_owned();
    let mut rows = Vec::new();
    for case in input.cases.iter().filter(|case| case.outcome != Some(Outcome::NoData)) {
        let name = row_name(&case.register, case.right, language);
        let mut row = |what: String, place: String| rows.push(vec![plain(&name), plain(&what), plain(&place)]);
        if !gives(case) {
            row(language.pick("Ikke innsyn", "Ikkje innsyn", "No access").to_owned(), below());
        }
        if gives(case) && input.filled_for(Field::Granted, case).is_some() {
            let data = language.pick("Opplysningene om deg", "Opplysningane om deg", "The data about you");
            row(data.to_owned(), below());
        }
        let mut own: Vec<&Enclosure<'_>> = all.iter().filter(|one| std::ptr::eq(one.case, case)).collect();
        own.sort_by_key(|one| matches!(one.what, What::Register(_)));
        for one in own {
            row(one.short(input), sentence_start(&one.pointed_to(language)));
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let header =
        [("Register", "Register", "Register"), ("Det du får", "Det du får", "What you get"), ("Hvor", "Kvar", "Where")];
    let header = header.map(|(nb, nn, en)| plain(language.pick(nb, nn, en))).to_vec();
    vec![Block::Table { header, rows }]
}

/// The registers where nothing was found, each with what the caseworker says of it.
fn nothing_found(input: &LetterInput) -> Vec<Vec<Inline>> {
    let empty = input.cases.iter().filter(|case| case.outcome == Some(Outcome::NoData));
    empty
        .map(|case| {
            let name = register_name(&case.register, input.language);
            let name = sentence_start(&name);
            let name = if case.right == Right::AccessLog {
                format!("{name} ({})", input.language.pick("loggen", "loggen", "the log"))
            } else {
                name
            };
            let reasons = input.filled_for(Field::Reasons, case).or(case.reasons.as_deref());
            let said = reasons.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
            if said.is_empty() {
                vec![Inline::Strong(bind(&name))]
            } else {
                vec![Inline::Strong(bind(&format!("{name}:"))), Inline::Text(bind(&format!(" {said}")))]
            }
        })
        .collect()
}

/// The registers that are answered later, each with its own last day.
fn later(input: &LetterInput) -> Vec<Vec<Inline>> {
    let language = input.language;
    let waits = language.pick(
        "når vi har fått det vi har spurt deg om",
        "når vi har fått det vi har spurt deg om",
        "when we have what we have asked you for",
    );
    let one = |other: &OtherCase| {
        let OtherState::Later { due_on } = other.state else { return None };
        let name = row_name(&other.register, other.right, language);
        let when = match due_on {
            Some(day) => {
                let day = long_date(day, language);
                language.pick(format!("senest {day}"), format!("seinast {day}"), format!("at the latest on {day}"))
            }
            None => waits.to_owned(),
        };
        Some(vec![Inline::Strong(bind(&format!("{name}:"))), Inline::Text(bind(&format!(" {when}")))])
    };
    input.other_cases.iter().filter_map(one).collect()
}

/// «svaret vi sendte 20. februar 2026 (brev 2026/00001-3) om NPR og KPR»
fn earlier_answer(input: &LetterInput) -> Option<String> {
    let language = input.language;
    let mut letters: Vec<(&str, String, Vec<String>)> = Vec::new();
    for other in &input.other_cases {
        let OtherState::Answered { letter, dated_on } = &other.state else { continue };
        let name = row_name(&other.register, other.right, language);
        match letters.iter_mut().find(|(number, ..)| number == letter) {
            Some((.., names)) => names.push(name),
            None => letters.push((letter, date_in_words(*dated_on, language), vec![name])),
        }
    }
    let told: Vec<String> = letters
        .into_iter()
        .map(|(number, day, names)| {
            let names = and(&names, language);
            language.pick(
                format!("svaret vi sendte {day} (brev {number}) om {names}"),
                format!("svaret vi sende {day} (brev {number}) om {names}"),
                format!("our answer of {day} (letter {number}) about {names}"),
            )
        })
        .collect();
    (!told.is_empty()).then(|| and(&told, language))
}

/// «NPR, KPR og HPR»
fn and(names: &[String], language: Language) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{}{}{last}", rest.join(", "), language.pick(" og ", " og ", " and ")),
    }
}

/// The files of a case, each with its number.
fn enclosed(input: &LetterInput, case: &LetterCase) -> Vec<Vec<Inline>> {
    let own = enclosures(input).into_iter().filter(|one| std::ptr::eq(one.case, case));
    own.filter_map(|one| {
        let What::File(file) = one.what else { return None };
        Some(plain(&format!("{} ({}, {})", file.title, file.kind, one.pointed_to(input.language))))
    })
    .collect()
}

fn pointed_to(input: &LetterInput, case: &LetterCase, is: impl Fn(What<'_>) -> bool) -> Option<String> {
    let own = enclosures(input).into_iter().find(|one| std::ptr::eq(one.case, case) && is(one.what))?;
    Some(own.pointed_to(input.language))
}

/// «12 oppføringer, fra 3. mars 2025 til 4. mai 2026»
fn log_summary(log: &AccessLog, language: Language) -> Option<String> {
    let (first, last) = (log.entries.first()?, log.entries.last()?);
    let (from, to) = (date_in_words(first.on, language), date_in_words(last.on, language));
    Some(match log.entries.len() {
        1 => {
            language.pick(format!("1 oppføring, {from}"), format!("1 oppføring, {from}"), format!("1 entry, of {from}"))
        }
        many => language.pick(
            format!("{many} oppføringer, fra {from} til {to}"),
            format!("{many} oppføringar, frå {from} til {to}"),
            format!("{many} entries, from {from} to {to}"),
        ),
    })
}

/// What the register's own report leaves out, or how to get it, unless the person gets everything.
fn left_out(
    case: &LetterCase,
    of: impl Fn(&crate::casework::letter::input::CaseAccess) -> &Vec<Told>,
    language: Language,
) -> Vec<Vec<Inline>> {
    let access = case.access.as_ref().filter(|access| !access.complete && gives(case) && case.right == Right::Access);
    access.into_iter().flat_map(of).map(|told| plain(told.text.get(language))).collect()
}
