//! Puts files inside the letter's own file, the way PDF/A-3 wants it (ISO 19005-3, 6.8): each with its name, its kind, what
//! it is, and what it is to the letter.

use chrono::{DateTime, Utc};
use lopdf::{Document, Object, Stream, StringFormat, dictionary, text_string};
use md5::{Digest as _, Md5};

use super::finish::date;
use super::shape::clean;
use super::structure::integer;
use crate::casework::letter::tree::EnclosedFile;

/// What the catalogue says of the files.
pub struct Enclosed {
    /// The files that belong to the letter as a whole.
    pub associated: Vec<Object>,
    /// The list by which a reader finds them.
    pub names: Object,
}

/// Adds the files; nothing where there is none.
pub fn add(document: &mut Document, files: &[EnclosedFile], at: DateTime<Utc>) -> Option<Enclosed> {
    if files.is_empty() {
        return None;
    }
    let mut associated = Vec::with_capacity(files.len());
    let mut listed = Vec::with_capacity(files.len() * 2);
    for (number, file) in (1..).zip(files) {
        let stream = Stream::new(
            dictionary! {
                "Type" => "EmbeddedFile",
                "Subtype" => Object::Name(media_type(&file.media_type).as_bytes().to_vec()),
                "Params" => dictionary! {
                    "Size" => integer(file.bytes.len()),
                    "CreationDate" => date(at),
                    "ModDate" => date(at),
                    "CheckSum" => Object::String(Md5::digest(&file.bytes).to_vec(), StringFormat::Hexadecimal),
                },
            },
            file.bytes.clone(),
        );
        let stream = document.add_object(stream);
        let name = file_name(&file.name, number);
        let specification = document.add_object(dictionary! {
            "Type" => "Filespec",
            "F" => Object::string_literal(plain(&name)),
            "UF" => text_string(&name),
            "Desc" => text_string(&clean(&file.title)),
            "AFRelationship" => relationship(&file.media_type),
            "EF" => dictionary! { "F" => stream, "UF" => stream },
        });
        associated.push(specification.into());
        // The list is sorted by its keys; a number keeps the order of the letter, and tells two files of one name apart.
        listed.extend([Object::string_literal(format!("{number:04}")), specification.into()]);
    }
    let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => listed } };
    Some(Enclosed { associated, names: names.into() })
}

/// The file's name without what a path or a terminal would take for more than a letter.
fn file_name(name: &str, number: usize) -> String {
    let kept: String = clean(name)
        .chars()
        .map(|character| if matches!(character, '/' | '\\' | ':') { '_' } else { character })
        .collect();
    let kept = kept.trim().trim_start_matches('.');
    if kept.is_empty() { format!("fil-{number}") } else { kept.to_owned() }
}

/// The name for a reader that knows no letters beyond ASCII.
fn plain(name: &str) -> String {
    name.chars().map(|character| if character.is_ascii() { character } else { '_' }).collect()
}

/// The media type; whatever is not one becomes the one for bytes of any kind (RFC 2046, 4.5.1).
fn media_type(given: &str) -> &str {
    let token = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-+._".contains(&byte))
    };
    // Parameters, such as the character set, have no place in the name.
    let bare = given.split(';').next().unwrap_or_default().trim();
    match bare.split_once('/') {
        Some((kind, detail)) if token(kind) && token(detail) => bare,
        Some(_) | None => "application/octet-stream",
    }
}

/// What the file is to the letter: the data that it tells of, where a program can read them, and otherwise something more.
fn relationship(media: &str) -> &'static str {
    const DATA: [&str; 6] = ["json", "xml", "csv", "tab-separated-values", "spreadsheet", "excel"];
    if DATA.iter().any(|kind| media_type(media).contains(kind)) { "Data" } else { "Supplement" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_no_path_and_keeps_its_letters() {
        for (given, name, simple) in [
            ("innsyn KPR.csv", "innsyn KPR.csv", "innsyn KPR.csv"),
            ("O\u{308}yvær på Røst.csv", "Öyvær på Røst.csv", "_yv_r p_ R_st.csv"),
            ("../../etc/passwd", "_.._etc_passwd", "_.._etc_passwd"),
            ("C:\\mine\\fil.json", "C__mine_fil.json", "C__mine_fil.json"),
            ("linje\nskift.txt", "linje skift.txt", "linje skift.txt"),
            ("  ", "fil-7", "fil-7"),
        ] {
            assert_eq!(file_name(given, 7), name);
            assert_eq!(plain(&file_name(given, 7)), simple);
        }
    }

    #[test]
    fn a_media_type_is_one_or_bytes_of_any_kind() {
        for (given, kept) in [
            ("text/csv", "text/csv"),
            ("text/csv; charset=utf-8", "text/csv"),
            (
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            ("csv", "application/octet-stream"),
            ("text/", "application/octet-stream"),
            ("text/c sv", "application/octet-stream"),
        ] {
            assert_eq!(media_type(given), kept);
        }
        assert_eq!(relationship("application/fhir+json"), "Data");
        assert_eq!(relationship("application/pdf"), "Supplement");
    }
}
