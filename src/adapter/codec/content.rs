//! Erasable rows ⇄ bytes: people, representatives, attachments, words; the bytes of a letter stand as they are.

use serde_json::{Value, json};

use super::canonical::{self, CodecProblem, Fields};
use crate::casework::person::{Address, Attachment, Person, Protection, Representative, RepresentativeKind};
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
        Content::Representative(representative) => json!({
            "kind": representative.kind.id(),
            "name": representative.name,
            "address": address(representative.address.as_ref()),
            "evidence": representative.evidence,
        }),
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
        "representative" => Content::Representative(Representative {
            kind: fields.listed("kind", RepresentativeKind::from_id)?,
            name: fields.text("name")?,
            address: read_address(&mut fields)?,
            evidence: fields.optional_text("evidence")?,
        }),
        "attachments" => Content::Attachments(
            fields.items("attachments")?.into_iter().map(read_attachment).collect::<Result<_, _>>()?,
        ),
        "text" => Content::Text(fields.text("text")?),
        _ => return Err(CodecProblem::UnknownKind),
    };
    fields.finish().map(|()| content)
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
