//! A deadline on the screen: the dates first, then numbered steps with the running date in a column of its own.

use chrono::NaiveDate;

use crate::law::deadline::{Deadline, Derivation, Step};
use crate::wording::Language;
use crate::wording::dates::{long_date, short_date};

/// The width of a step's text. With number and date a line stays within 80 columns.
const TEXT_WIDTH: usize = 62;

struct Labels {
    answer: &'static str,
    notice: &'static str,
    refusal: &'static str,
    waits: &'static str,
    if_answered: &'static str,
    why: &'static str,
    why_one_month: &'static str,
}

const NB: Labels = Labels {
    answer: "Svarfrist",
    notice: "Siste dag for å varsle forlengelse",
    refusal: "Siste dag for å sende avslag",
    waits: "på vent, løper ikke",
    if_answered: "Svarfrist hvis svaret kommer",
    why: "Hvorfor denne datoen?",
    why_one_month: "Hvorfor disse dagene for forlengelse og avslag?",
};

const NN: Labels = Labels {
    answer: "Svarfrist",
    notice: "Siste dag for å varsle forlenging",
    refusal: "Siste dag for å sende avslag",
    waits: "på vent, går ikkje",
    if_answered: "Svarfrist om svaret kjem",
    why: "Kvifor denne datoen?",
    why_one_month: "Kvifor desse dagane for forlenging og avslag?",
};

const EN: Labels = Labels {
    answer: "Answer due",
    notice: "Last day to send notice of extension",
    refusal: "Last day to send a refusal",
    waits: "on hold, not running",
    if_answered: "Answer due if the reply comes",
    why: "Why this date?",
    why_one_month: "Why these days for extension and refusal?",
};

/// The deadline in words, without a last line break.
pub(super) fn write(derivation: &Derivation, language: Language) -> String {
    let labels = match language {
        Language::Nb => &NB,
        Language::Nn => &NN,
        Language::En => &EN,
    };
    let deadline = &derivation.deadline;
    let mut lines = dates(deadline, labels, language);
    lines.push(String::new());
    lines.push(labels.why.to_owned());
    lines.extend(steps(&derivation.steps, language));
    if deadline.extended {
        lines.push(String::new());
        lines.push(labels.why_one_month.to_owned());
        lines.extend(steps(&derivation.one_month_steps, language));
    }
    lines.join("\n")
}

fn dates(deadline: &Deadline, labels: &Labels, language: Language) -> Vec<String> {
    let shown = |date: Option<NaiveDate>| date.map_or_else(|| labels.waits.to_owned(), |day| long_date(day, language));
    let mut rows = vec![(labels.answer.to_owned(), shown(deadline.due_on))];
    if let Some(open) = deadline.open_suspension {
        rows.push((labels.if_answered.to_owned(), long_date(open.due_if_answered_on, language)));
    }
    rows.push((labels.notice.to_owned(), shown(deadline.extension_notice_due_on)));
    rows.push((labels.refusal.to_owned(), shown(deadline.refusal_due_on)));
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
    rows.into_iter().map(|(label, value)| format!("{label:<width$}  {value}")).collect()
}

fn steps(steps: &[Step], language: Language) -> Vec<String> {
    steps.iter().enumerate().flat_map(|(index, step)| one_step(index + 1, step, language)).collect()
}

fn one_step(number: usize, step: &Step, language: Language) -> Vec<String> {
    let date = step.to_on().map(short_date).unwrap_or_default();
    let text = wrapped(&step.text(language));
    let source = wrapped(step.rule().source.get(language));
    let first = text.first().map(|line| format!("{number:>2}  {line:<TEXT_WIDTH$}  {date}").trim_end().to_owned());
    let others = text.iter().skip(1).chain(&source).map(|line| format!("    {line}"));
    first.into_iter().chain(others).collect()
}

fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for phrase in phrases(text) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + phrase.chars().count() <= TEXT_WIDTH => {
                line.push(' ');
                line.push_str(&phrase);
            }
            Some(_) | None => lines.push(phrase),
        }
    }
    lines
}

/// The words, with those kept together that no reader wants apart: «28. februar», «art. 3 nr. 4», «§ 149».
fn phrases(text: &str) -> Vec<String> {
    let mut phrases: Vec<String> = Vec::new();
    let mut glue = false;
    for word in text.split(' ') {
        match phrases.last_mut() {
            Some(phrase) if glue => {
                phrase.push(' ');
                phrase.push_str(word);
            }
            Some(_) | None => phrases.push(word.to_owned()),
        }
        glue = keeps_its_next(word);
    }
    phrases
}

fn keeps_its_next(word: &str) -> bool {
    let is_day_number =
        word.strip_suffix('.').is_some_and(|day| day.len() <= 2 && day.bytes().all(|b| b.is_ascii_digit()));
    is_day_number || matches!(word, "art." | "Art." | "nr." | "§" | "§§" | "s." | "ss." | "para." | "paras" | "avsnitt")
}
