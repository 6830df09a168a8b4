//! Puts the objects of the file in order: only those that are used, numbered without gaps, their streams compressed.
//! lopdf can do the same, but looks up every reference in a list of all, which takes longer the longer the letter is.

use std::collections::BTreeMap;
use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, ObjectId, Stream};

/// Drops the objects that nothing refers to, numbers the others from 1 in the order in which they were made, and
/// compresses every stream that may be.
///
/// # Errors
/// None that can come about: compressing into memory does not fail.
pub fn put_in_order(document: &mut Document) -> io::Result<()> {
    let mut used: BTreeMap<ObjectId, ObjectId> = BTreeMap::new();
    let mut found: Vec<ObjectId> = Vec::new();
    document.trailer.iter().for_each(|(_, value)| references(value, &mut found));
    while let Some(id) = found.pop() {
        if let Some(object) = document.objects.get(&id)
            && used.insert(id, id).is_none()
        {
            references(object, &mut found);
        }
    }
    for (number, (old, new)) in (1..).zip(&mut used) {
        *new = (number, old.1);
    }
    let mut objects = std::mem::take(&mut document.objects);
    for (old, new) in &used {
        if let Some(mut object) = objects.remove(old) {
            renumber(&mut object, &used);
            if let Object::Stream(stream) = &mut object {
                compress(stream)?;
            }
            document.objects.insert(*new, object);
        }
    }
    document.trailer.iter_mut().for_each(|(_, value)| renumber(value, &used));
    Ok(())
}

/// Adds what an object refers to.
fn references(object: &Object, found: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => found.push(*id),
        Object::Array(array) => array.iter().for_each(|item| references(item, found)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| references(value, found)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| references(value, found)),
        Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) => {}
        Object::Name(_) | Object::String(..) => {}
    }
}

/// Gives every reference its new number.
fn renumber(object: &mut Object, numbers: &BTreeMap<ObjectId, ObjectId>) {
    match object {
        Object::Reference(id) => *id = numbers.get(id).copied().unwrap_or(*id),
        Object::Array(array) => array.iter_mut().for_each(|item| renumber(item, numbers)),
        Object::Dictionary(dictionary) => dictionary.iter_mut().for_each(|(_, value)| renumber(value, numbers)),
        Object::Stream(stream) => stream.dict.iter_mut().for_each(|(_, value)| renumber(value, numbers)),
        Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) => {}
        Object::Name(_) | Object::String(..) => {}
    }
}

/// Compresses a stream, if that makes it smaller. With the usual effort: the greatest, which lopdf always takes, costs
/// far more time than it saves in bytes on streams this small.
fn compress(stream: &mut Stream) -> io::Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let compressed = deflated(&stream.content)?;
    if compressed.len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(compressed);
    }
    Ok(())
}

/// The bytes compressed (RFC 1950).
///
/// # Errors
/// None that can come about: compressing into memory does not fail.
pub fn deflated(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}
