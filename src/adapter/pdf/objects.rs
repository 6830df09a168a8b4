//! Puts the objects of the file in order: only those that are used, numbered without gaps, their streams compressed.
//! lopdf can do the same, but looks up every reference in a list of all, which takes longer the longer the letter is.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;

use flate2::{Compress, Compression, FlushCompress, Status};
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

/// How hard streams are compressed. The greatest effort, which lopdf always takes, costs far more time than it saves in
/// bytes on streams this small; the usual one (6) saves a hundredth more than this.
const EFFORT: Compression = Compression::new(4);

/// Compresses a stream, if that makes it smaller.
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

thread_local! {
    /// One for all streams of a thread: a new one first clears more memory than most streams fill.
    static COMPRESSOR: RefCell<Compress> = RefCell::new(Compress::new(EFFORT, true));
}

/// The bytes compressed (RFC 1950).
///
/// # Errors
/// None that can come about: compressing into memory does not fail.
pub fn deflated(bytes: &[u8]) -> io::Result<Vec<u8>> {
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        let mut compressed = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let taken = usize::try_from(compressor.total_in()).map_err(io::Error::other)?;
            match compressor.compress_vec(&bytes[taken..], &mut compressed, FlushCompress::Finish)? {
                Status::StreamEnd => return Ok(compressed),
                Status::Ok | Status::BufError => compressed.reserve(compressed.capacity().max(64)),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::deflated;

    #[test]
    fn what_was_compressed_comes_out_again_whatever_came_before() {
        let noise: Vec<u8> = (0..50_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for bytes in [&noise[..], b"", b"brev brev brev", &noise[..300], &[7; 9_000]] {
            let compressed = deflated(bytes).expect("compressed");
            assert_eq!(compressed, deflated(bytes).expect("compressed"));
            let mut again = Vec::new();
            flate2::read::ZlibDecoder::new(&compressed[..]).read_to_end(&mut again).expect("sound");
            assert_eq!(again, bytes);
        }
    }
}
