//! Canonical JSON, written and read strictly.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, Value};
use unicode_normalization::{UnicodeNormalization, is_nfc};
use uuid::Uuid;

use crate::casework::ids::ContentId;
use crate::wording::Trilingual;

/// Bytes that are not what they should be. Names the field, never what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum CodecProblem {
    /// Not a JSON object.
    NotAnObject,
    /// A kind of event or content that this program does not know.
    UnknownKind,
    /// A field is missing, or holds something that it cannot hold.
    Field(&'static str),
    /// A field that this program does not know.
    UnknownField,
}

impl CodecProblem {
    /// What is wrong, inside a sentence.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::NotAnObject => Trilingual::fixed(
                "innholdet er ikke et JSON-objekt",
                "innhaldet er ikkje eit JSON-objekt",
                "the content is no JSON object",
            ),
            Self::UnknownKind => Trilingual::fixed(
                "typen er ukjent for dette programmet",
                "typen er ukjend for dette programmet",
                "its kind is unknown to this program",
            ),
            Self::Field(field) => Trilingual::made(
                format!("feltet {field} mangler eller har en ugyldig verdi"),
                format!("feltet {field} manglar eller har ein ugyldig verdi"),
                format!("the field {field} is missing or has an invalid value"),
            ),
            Self::UnknownField => Trilingual::fixed(
                "det står et felt der som er ukjent for dette programmet",
                "det står eit felt der som er ukjent for dette programmet",
                "it has a field that is unknown to this program",
            ),
        }
    }
}

/// The canonical bytes of a value.
pub(super) fn bytes(value: &Value) -> Vec<u8> {
    let mut text = String::new();
    write(value, &mut text);
    text.into_bytes()
}

fn write(value: &Value, out: &mut String) {
    match value {
        // Our values hold no fractions: a number is written as its digits.
        Value::Null | Value::Bool(_) | Value::Number(_) => out.push_str(&value.to_string()),
        Value::String(text) => write_text(text, out),
        Value::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(fields) => {
            // Sorted here, since another crate may switch serde_json to keep the order of insertion.
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_unstable_by_key(|(key, _)| key.as_str());
            out.push('{');
            for (place, (key, field)) in sorted.into_iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                write(field, out);
            }
            out.push('}');
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    // Nearly every text is composed already, and most are words of the program that need no escaping either.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')) {
        out.extend(["\"", text, "\""]);
    } else if is_nfc(text) {
        out.push_str(&Value::from(text).to_string());
    } else {
        out.push_str(&Value::from(text.nfc().collect::<String>()).to_string());
    }
}

/// A date as it is written.
pub(super) fn date(date: NaiveDate) -> Value {
    Value::String(date.format("%Y-%m-%d").to_string())
}

/// An instant as it is written: microseconds since 1970 UTC.
pub(super) fn instant(instant: DateTime<Utc>) -> Value {
    Value::from(instant.timestamp_micros())
}

/// A list of what is shown as text.
pub(super) fn list<T: ToString>(items: &[T]) -> Value {
    Value::Array(items.iter().map(|item| Value::String(item.to_string())).collect())
}

/// The fields of an object, taken one by one; whatever is left at the end is a field that we do not know.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    pub(super) fn of_bytes(bytes: &[u8]) -> Result<Self, CodecProblem> {
        let value = serde_json::from_slice(bytes).map_err(|_| CodecProblem::NotAnObject)?;
        Self::of(value)
    }

    pub(super) fn of(value: Value) -> Result<Self, CodecProblem> {
        match value {
            Value::Object(fields) => Ok(Self(fields)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                Err(CodecProblem::NotAnObject)
            }
        }
    }

    /// The value of a field that must be there; it may be null.
    pub(super) fn take(&mut self, name: &'static str) -> Result<Value, CodecProblem> {
        self.0.remove(name).ok_or(CodecProblem::Field(name))
    }

    /// The value of a field that must be there, or `None` for null.
    fn optional<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Value) -> Option<T>,
    ) -> Result<Option<T>, CodecProblem> {
        let value = self.take(name)?;
        if value.is_null() { Ok(None) } else { read(value).map(Some).ok_or(CodecProblem::Field(name)) }
    }

    fn required<T>(&mut self, name: &'static str, read: impl FnOnce(Value) -> Option<T>) -> Result<T, CodecProblem> {
        self.optional(name, read)?.ok_or(CodecProblem::Field(name))
    }

    pub(super) fn text(&mut self, name: &'static str) -> Result<String, CodecProblem> {
        self.required(name, text)
    }

    pub(super) fn optional_text(&mut self, name: &'static str) -> Result<Option<String>, CodecProblem> {
        self.optional(name, text)
    }

    /// A text that is read as a value of a type.
    pub(super) fn parsed<T: FromStr>(&mut self, name: &'static str) -> Result<T, CodecProblem> {
        self.required(name, |value| text(value)?.parse().ok())
    }

    pub(super) fn optional_parsed<T: FromStr>(&mut self, name: &'static str) -> Result<Option<T>, CodecProblem> {
        self.optional(name, |value| text(value)?.parse().ok())
    }

    /// A text from a closed list.
    pub(super) fn listed<T>(
        &mut self,
        name: &'static str,
        find: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, CodecProblem> {
        self.required(name, |value| find(&text(value)?))
    }

    pub(super) fn optional_listed<T>(
        &mut self,
        name: &'static str,
        find: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, CodecProblem> {
        self.optional(name, |value| find(&text(value)?))
    }

    pub(super) fn date(&mut self, name: &'static str) -> Result<NaiveDate, CodecProblem> {
        self.parsed(name)
    }

    pub(super) fn optional_date(&mut self, name: &'static str) -> Result<Option<NaiveDate>, CodecProblem> {
        self.optional_parsed(name)
    }

    /// Whether a field is there that is written only where there is something: events from before it was thought of have none.
    pub(super) fn has(&self, name: &'static str) -> bool {
        self.0.contains_key(name)
    }

    /// A day that is written only where there is one: events from before it was thought of have none either.
    pub(super) fn added_date(&mut self, name: &'static str) -> Result<Option<NaiveDate>, CodecProblem> {
        if self.0.contains_key(name) { self.date(name).map(Some) } else { Ok(None) }
    }

    pub(super) fn instant(&mut self, name: &'static str) -> Result<DateTime<Utc>, CodecProblem> {
        self.optional_instant(name)?.ok_or(CodecProblem::Field(name))
    }

    pub(super) fn optional_instant(&mut self, name: &'static str) -> Result<Option<DateTime<Utc>>, CodecProblem> {
        self.optional(name, |value| DateTime::from_timestamp_micros(value.as_i64()?))
    }

    pub(super) fn content(&mut self, name: &'static str) -> Result<ContentId, CodecProblem> {
        self.parsed::<Uuid>(name).map(ContentId)
    }

    pub(super) fn optional_content(&mut self, name: &'static str) -> Result<Option<ContentId>, CodecProblem> {
        Ok(self.optional_parsed::<Uuid>(name)?.map(ContentId))
    }

    pub(super) fn integer(&mut self, name: &'static str) -> Result<u32, CodecProblem> {
        self.required(name, integer)
    }

    pub(super) fn optional_integer(&mut self, name: &'static str) -> Result<Option<u32>, CodecProblem> {
        self.optional(name, integer)
    }

    /// A number, or null; documents from before it was thought of have neither.
    pub(super) fn added_integer(&mut self, name: &'static str) -> Result<Option<u32>, CodecProblem> {
        if self.0.contains_key(name) { self.optional_integer(name) } else { Ok(None) }
    }

    pub(super) fn flag(&mut self, name: &'static str) -> Result<bool, CodecProblem> {
        self.required(name, |value| value.as_bool())
    }

    pub(super) fn optional_flag(&mut self, name: &'static str) -> Result<Option<bool>, CodecProblem> {
        self.optional(name, |value| value.as_bool())
    }

    /// The items of a list.
    pub(super) fn items(&mut self, name: &'static str) -> Result<Vec<Value>, CodecProblem> {
        self.required(name, |value| match value {
            Value::Array(items) => Some(items),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => None,
        })
    }

    /// A list of texts that are read as values of a type.
    pub(super) fn parsed_items<T: FromStr>(&mut self, name: &'static str) -> Result<Vec<T>, CodecProblem> {
        let read = |item| text(item).and_then(|text| text.parse().ok()).ok_or(CodecProblem::Field(name));
        self.items(name)?.into_iter().map(read).collect()
    }

    /// A list of texts from a closed list.
    pub(super) fn listed_items<T>(
        &mut self,
        name: &'static str,
        find: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, CodecProblem> {
        let read = |item| text(item).and_then(|text| find(&text)).ok_or(CodecProblem::Field(name));
        self.items(name)?.into_iter().map(read).collect()
    }

    /// An object whose keys are not known beforehand and whose values are texts.
    pub(super) fn texts_by_key(&mut self, name: &'static str) -> Result<Vec<(String, String)>, CodecProblem> {
        let Self(fields) = Self::of(self.take(name)?).map_err(|_| CodecProblem::Field(name))?;
        fields
            .into_iter()
            .map(|(key, value)| Some((key, text(value)?)))
            .collect::<Option<_>>()
            .ok_or(CodecProblem::Field(name))
    }

    /// Checks that nothing is left.
    pub(super) fn finish(self) -> Result<(), CodecProblem> {
        if self.0.is_empty() { Ok(()) } else { Err(CodecProblem::UnknownField) }
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn integer(value: Value) -> Option<u32> {
    value.as_u64()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_sorted_and_text_is_composed() {
        let value = json!({ "b": [1, null, true], "a": { "z": "a\u{30a}", "å": "\n\"" }, "B": -5 });
        assert_eq!(
            String::from_utf8(bytes(&value)).as_deref(),
            Ok(r#"{"B":-5,"a":{"z":"å","å":"\n\""},"b":[1,null,true]}"#)
        );
    }

    #[test]
    fn an_unknown_field_is_an_error() {
        let mut fields = Fields::of(json!({ "a": "x", "b": 1 })).unwrap_or_else(|problem| panic!("{problem}"));
        assert_eq!(fields.text("a"), Ok("x".to_owned()));
        assert_eq!(fields.text("c"), Err(CodecProblem::Field("c")));
        assert_eq!(fields.finish(), Err(CodecProblem::UnknownField));
    }
}
