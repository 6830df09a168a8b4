//! Erasable rows ⇄ bytes: people, representatives, attachments, words; the bytes of a letter stand as they are.

use std::str::FromStr;

use serde_json::{Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::person::{
    Address, Attachment, Person, Protection, Representative, RepresentativeKind, Scope, Seen,
};
use crate::casework::request::Content;
use crate::law::identity::IdentityNumber;

/// The bytes of an erasable row.
#[must_use]
pub fn encode_content(content: &Content) -> Vec<u8> {
    let value = match content {
        Content::File(bytes) => return bytes.clone(),
        Content::Person(person) => json!({
            "name": person.name,
            "identity_number": person.identity_number.as_ref().map(IdentityNumber::expose),
            "born_on": person.born_on.map(canonical::date),
            "deceased_on": person.deceased_on.map(canonical::date),
            "protection": person.protection.id(),
            "address": address(person.address.as_ref()),
            "email": person.email,
        }),
        Content::Representative(acting) => representative(acting),
        Content::Attachments(attachments) => {
            let items = attachments.iter().map(|item| json!({ "title": item.title, "pages": item.pages }));
            json!({ "attachments": items.collect::<Vec<_>>() })
        }
        Content::Text(text) => json!({ "text": text }),
    };
    canonical::bytes(&value)
}

/// The erasable row of this kind in these bytes.
///
/// # Errors
/// An unknown kind or field, a missing one, or a value that it cannot have.
pub fn decode_content(kind: &str, bytes: &[u8]) -> Result<Content, CodecProblem> {
    if kind == "file" {
        return Ok(Content::File(bytes.to_vec()));
    }
    let mut fields = Fields::of_bytes(bytes)?;
    let content = match kind {
        "person" => Content::Person(Box::new(read_person(&mut fields)?)),
        "representative" => Content::Representative(read_representative(&mut fields)?),
        "attachments" => Content::Attachments(
            fields.items("attachments")?.into_iter().map(read_attachment).collect::<Result<_, _>>()?,
        ),
        "text" => Content::Text(fields.text("text")?),
        _ => return Err(CodecProblem::UnknownKind),
    };
    fields.finish().map(|()| content)
}

/// Scope, last day and who saw the paper are written only where they are known: rows from before have none of them.
fn representative(acting: &Representative) -> Value {
    let Representative { kind, name, address: lives_at, evidence, scope, valid_to, seen } = acting;
    let mut row = json!({
        "kind": kind.id(),
        "name": name,
        "address": address(lives_at.as_ref()),
        "evidence": evidence,
    });
    let registers = (!scope.registers.is_empty()).then(|| canonical::list(&scope.registers));
    let rights = (!scope.rights.is_empty()).then(|| canonical::list(&scope.rights));
    let added = [
        ("registers", registers),
        ("rights", rights),
        ("valid_to", valid_to.map(canonical::date)),
        ("seen_by", seen.as_ref().map(|seen| Value::from(seen.by.as_str()))),
        ("seen_on", seen.as_ref().map(|seen| canonical::date(seen.on))),
    ];
    if let Value::Object(fields) = &mut row {
        fields.extend(added.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    row
}

fn read_representative(fields: &mut Fields) -> Result<Representative, CodecProblem> {
    let seen_on = fields.added_date("seen_on")?;
    Ok(Representative {
        kind: fields.listed("kind", RepresentativeKind::from_id)?,
        name: fields.text("name")?,
        address: read_address(fields)?,
        evidence: fields.optional_text("evidence")?,
        scope: Scope { registers: added_items(fields, "registers")?, rights: added_items(fields, "rights")? },
        valid_to: fields.added_date("valid_to")?,
        seen: seen_on.map(|on| fields.text("seen_by").map(|by| Seen { by, on })).transpose()?,
    })
}

fn added_items<T: FromStr>(fields: &mut Fields, name: &'static str) -> Result<Vec<T>, CodecProblem> {
    if fields.has(name) { fields.parsed_items(name) } else { Ok(Vec::new()) }
}

fn read_person(fields: &mut Fields) -> Result<Person, CodecProblem> {
    let number = fields.optional_text("identity_number")?;
    Ok(Person {
        name: fields.optional_text("name")?,
        identity_number: number
            .map(|text| IdentityNumber::parse(&text).map_err(|_| CodecProblem::Field("identity_number")))
            .transpose()?,
        born_on: fields.optional_date("born_on")?,
        deceased_on: fields.optional_date("deceased_on")?,
        protection: fields.listed("protection", Protection::from_id)?,
        address: read_address(fields)?,
        email: fields.optional_text("email")?,
    })
}

fn address(address: Option<&Address>) -> Value {
    address.map_or(Value::Null, |address| json!({ "lines": address.lines(), "country": address.country() }))
}

fn read_address(fields: &mut Fields) -> Result<Option<Address>, CodecProblem> {
    const NAME: &str = "address";
    let value = fields.take(NAME)?;
    if value.is_null() {
        return Ok(None);
    }
    let mut fields = Fields::of(value).map_err(|_| CodecProblem::Field(NAME))?;
    let address = Address::new(&fields.parsed_items::<String>("lines")?, &fields.text("country")?);
    fields.finish()?;
    address.ok_or(CodecProblem::Field(NAME)).map(Some)
}

fn read_attachment(item: Value) -> Result<Attachment, CodecProblem> {
    let mut fields = Fields::of(item)?;
    let attachment = Attachment { title: fields.text("title")?, pages: fields.optional_integer("pages")? };
    fields.finish().map(|()| attachment)
}
