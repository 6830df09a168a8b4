//! Writes the finished file: objects one after the other, then the table of where each begins (ISO 32000-1, 7.5). lopdf can
//! do the same, but wants every part of the structure tree as an object of its own kind first, which takes longer than all
//! the writing.

use lopdf::{Dictionary, Object, StringFormat};

/// A file that grows object by object. Objects are numbered from 1 and written in the order of their numbers.
pub struct File {
    bytes: Vec<u8>,
    /// Where each object begins.
    places: Vec<usize>,
}

impl File {
    /// A file of a version of PDF that holds nothing yet; `size` is about how long it will be.
    pub fn new(version: &str, size: usize) -> Self {
        let mut bytes = Vec::with_capacity(size);
        bytes.extend_from_slice(b"%PDF-");
        bytes.extend_from_slice(version.as_bytes());
        // Four bytes beyond ASCII tell programs that the file is not text.
        bytes.extend_from_slice(b"\n%\xBB\xAD\xC0\xDE\n");
        Self { bytes, places: Vec::new() }
    }

    /// The number that the next object gets.
    pub fn next(&self) -> usize {
        self.places.len() + 1
    }

    /// Adds an object whose text `write` puts down.
    pub fn add(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        self.places.push(self.bytes.len());
        number(&mut self.bytes, self.places.len());
        self.bytes.extend_from_slice(b" 0 obj\n");
        write(&mut self.bytes);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    /// Ends the file with its table and its trailer.
    pub fn end(mut self, mut trailer: Dictionary) -> Vec<u8> {
        let table = self.bytes.len();
        let count = self.next();
        self.bytes.extend_from_slice(b"xref\n0 ");
        number(&mut self.bytes, count);
        self.bytes.extend_from_slice(b"\n0000000000 65535 f \n");
        for place in &self.places {
            self.bytes.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
        }
        trailer.set("Size", super::structure::integer(count));
        self.bytes.extend_from_slice(b"trailer\n");
        dictionary(&mut self.bytes, &trailer);
        self.bytes.extend_from_slice(b"\nstartxref\n");
        number(&mut self.bytes, table);
        self.bytes.extend_from_slice(b"\n%%EOF\n");
        self.bytes
    }
}

/// Puts down a whole number.
pub fn number(bytes: &mut Vec<u8>, number: usize) {
    let mut digits = [0; 20];
    let (mut at, mut rest) = (digits.len(), number);
    loop {
        at -= 1;
        // A remainder of ten is one figure.
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    bytes.extend_from_slice(&digits[at..]);
}

/// Puts down that an object stands elsewhere, by its number.
pub fn reference(bytes: &mut Vec<u8>, object: usize) {
    number(bytes, object);
    bytes.extend_from_slice(b" 0 R");
}

/// Puts down any object.
pub fn object(bytes: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => bytes.extend_from_slice(b"null"),
        Object::Boolean(value) => bytes.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => match usize::try_from(*value) {
            Ok(value) => number(bytes, value),
            Err(_) => bytes.extend_from_slice(value.to_string().as_bytes()),
        },
        Object::Real(value) => bytes.extend_from_slice(value.to_string().as_bytes()),
        Object::Name(value) => name(bytes, value),
        Object::String(text, StringFormat::Literal) => literal(bytes, text),
        Object::String(text, StringFormat::Hexadecimal) => {
            bytes.push(b'<');
            text.iter().for_each(|byte| bytes.extend([byte >> 4, byte & 0xF].map(figure)));
            bytes.push(b'>');
        }
        Object::Array(items) => {
            bytes.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    bytes.push(b' ');
                }
                self::object(bytes, item);
            }
            bytes.push(b']');
        }
        Object::Dictionary(value) => dictionary(bytes, value),
        Object::Stream(stream) => {
            dictionary(bytes, &stream.dict);
            bytes.extend_from_slice(b"\nstream\n");
            bytes.extend_from_slice(&stream.content);
            bytes.extend_from_slice(b"\nendstream");
        }
        Object::Reference((object, _)) => reference(bytes, *object as usize),
    }
}

fn dictionary(bytes: &mut Vec<u8>, dictionary: &Dictionary) {
    bytes.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        name(bytes, key);
        bytes.push(b' ');
        object(bytes, value);
    }
    bytes.extend_from_slice(b">>");
}

/// A name; what would end it is written by its number (7.3.5).
fn name(bytes: &mut Vec<u8>, name: &[u8]) {
    bytes.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            bytes.push(*byte);
        } else {
            bytes.push(b'#');
            bytes.extend([byte >> 4, byte & 0xF].map(figure));
        }
    }
}

/// Text between parentheses; what would end it or be read as an end of line is escaped (7.3.4.2).
fn literal(bytes: &mut Vec<u8>, text: &[u8]) {
    bytes.push(b'(');
    for byte in text {
        match byte {
            b'(' | b')' | b'\\' => bytes.extend([b'\\', *byte]),
            b'\r' => bytes.extend_from_slice(b"\\r"),
            b'\n' => bytes.extend_from_slice(b"\\n"),
            byte => bytes.push(*byte),
        }
    }
    bytes.push(b')');
}

/// A hexadecimal figure.
pub fn figure(value: u8) -> u8 {
    b"0123456789abcdef"[usize::from(value & 0xF)]
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, Stream, dictionary};

    use super::*;

    fn written(value: &Object) -> String {
        let mut bytes = Vec::new();
        object(&mut bytes, value);
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn objects_are_written_the_way_pdf_reads_them() {
        for (value, text) in [
            (Object::Null, "null"),
            (Object::Boolean(true), "true"),
            (Object::Integer(0), "0"),
            (Object::Integer(i64::MAX), "9223372036854775807"),
            (Object::Integer(-12), "-12"),
            (Object::Real(-0.5), "-0.5"),
            (Object::Name(b"text/csv \xE6".to_vec()), "/text#2fcsv#20#e6"),
            (Object::string_literal("a (b) \\ \r\n"), "(a \\(b\\) \\\\ \\r\\n)"),
            (Object::String(vec![0xFE, 0xFF, 0, 0x41], StringFormat::Hexadecimal), "<feff0041>"),
            (vec![Object::Integer(1), Object::Reference((7, 0))].into(), "[1 7 0 R]"),
            (dictionary! { "K" => dictionary! { "L" => 1 } }.into(), "<</K <</L 1>>>>"),
        ] {
            assert_eq!(written(&value), text);
        }
    }

    #[test]
    fn another_reader_finds_every_object_where_the_table_says() {
        let mut file = File::new("1.7", 0);
        file.add(|bytes| {
            object(bytes, &dictionary! { "Type" => "Catalog", "Pages" => Object::Reference((2, 0)) }.into())
        });
        file.add(|bytes| object(bytes, &dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new() }.into()));
        file.add(|bytes| object(bytes, &Stream::new(Dictionary::new(), b"endstream (no)".to_vec()).into()));
        let read =
            Document::load_mem(&file.end(dictionary! { "Root" => Object::Reference((1, 0)) })).expect("a PDF file");
        assert_eq!(read.objects.len(), 3);
        assert_eq!(read.get_object((3, 0)).and_then(Object::as_stream).expect("a stream").content, b"endstream (no)");
    }
}
