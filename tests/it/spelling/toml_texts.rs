//! Texts in the files of letters and registers: the values of `nb`, `nn` and `en`, and in a letter's folder of a
//! language those of `title` and `text`.

use personvernsak::wording::Language;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::passage::Passage;
use crate::tidy::tree::File;

/// The texts of a file.
pub fn passages(file: &File) -> Vec<Passage> {
    let table = DeTable::parse(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let folder = file.path.split('/').rev().nth(1).and_then(|folder| folder.parse().ok());
    let mut passages = Vec::new();
    in_table(file, folder, table.get_ref(), &mut passages);
    passages
}

fn in_table(file: &File, folder: Option<Language>, table: &DeTable<'_>, passages: &mut Vec<Passage>) {
    for (key, value) in table {
        let language = match (key.get_ref().as_ref(), folder) {
            ("title" | "text", Some(folder)) => Some(folder),
            (key, None) => key.parse().ok(),
            (_, Some(_)) => None,
        };
        in_value(file, folder, language, value, passages);
    }
}

fn in_value(
    file: &File,
    folder: Option<Language>,
    language: Option<Language>,
    value: &Spanned<DeValue<'_>>,
    passages: &mut Vec<Passage>,
) {
    match (value.get_ref(), language) {
        (DeValue::String(text), Some(language)) => {
            let span = value.span();
            let quoted = &file.text[span.clone()];
            let line = file.text[..span.start].matches('\n').count() + 1;
            let first = line + usize::from(quoted.starts_with("\"\"\"\n"));
            passages.extend(Passage::lines(&file.path, first, language, text));
        }
        (DeValue::Array(values), _) => {
            values.iter().for_each(|value| in_value(file, folder, language, value, passages));
        }
        (DeValue::Table(table), _) => in_table(file, folder, table, passages),
        (
            DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_),
            _,
        ) => {}
    }
}
